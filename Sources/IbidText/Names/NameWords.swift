/// Words that tell something about a list of names, in the languages that reference lists are written in.
enum NameWords {
  /// Stand between the last names of a list.
  static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "u", "og", "och", "with", "mit", "ja", "и", "és", "și", "şi", "oraz", "sowie",
  ]

  /// Stand there too in some language, and for something else in others: only behind initials they are one.
  static let doubtfulConjunctions: Set<String> = ["a", "in", "i", "ve", "en", "ir"]

  /// Follow a conjunction, or stand alone, where names are left out.
  static let others: Set<String> = [
    "al", "others", "coll", "cols", "colab", "alii", "colaboradores", "colleagues", "outros", "otros", "autres",
    "andere", "др", "kol", "spol", "aj", "in", "wsp", "anderen", "medarb", "fl",
  ]

  /// Say what the persons did.
  static let roles: Set<String> = [
    "ed", "eds", "editor", "editors", "hrsg", "hg", "hgg", "org", "orgs", "coord", "coords", "coordinator", "dir",
    "trans", "translator", "translators", "comp", "comps", "herausgeber", "éd", "edited", "by", "organizador",
    "organizadores", "editores", "coordenadores", "authors", "author",
  ]

  /// Follow a name.
  static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "junior", "jnr", "snr", "md", "phd", "esq",
  ]

  /// Start family names that have a capital in their midst.
  static let prefixes: Set<String> = ["mac", "fitz", "vander", "vanden", "della", "dela", "saint", "abdel", "abdul"]

  /// Portuguese and Spanish ends of family names that never stand alone.
  static let familyEnds: Set<String> = ["filho", "neto", "junior", "júnior", "sobrinho", "netto"]

  /// Stand between a given and a family name though written with a capital.
  static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "ten", "ter",
    "vande", "vanden", "vander", "el", "al", "bin", "ibn", "zu", "zur", "vom", "af", "av", "st", "dal", "lo", "y", "e",
  ]

  /// Start a family name, with a capital or without.
  static let familyParticles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "du", "dos", "das", "ten", "ter", "zu", "vom", "zur",
  ]

  /// Occur in the names of bodies and hardly in those of persons.
  static let bodies: Set<String> = [
    "organization", "organisation", "group", "committee", "ministry", "ministère", "ministerium", "ministério",
    "ministerio", "university", "universität", "universidade", "universidad", "université", "institute", "institut",
    "instituto", "institution", "association", "associação", "asociación", "society", "sociedade", "sociedad",
    "agency", "agência", "agencia", "department", "departamento", "council", "conselho", "consejo", "commission",
    "comissão", "comisión", "kommission", "consortium", "collaboration", "collaborators", "foundation", "fundação",
    "fundación", "center", "centre", "centro", "zentrum", "national", "nacional", "nations", "international",
    "internacional", "federal", "bank", "network", "project", "investigators", "team", "study", "trial", "board",
    "office", "bureau", "administration", "federation", "academy", "academia", "college", "school", "hospital",
    "secretaria", "secretaría", "conference", "union", "programme", "program", "force", "initiative", "statistik",
    "statistisches", "bundesamt", "bundesministerium", "bundesanstalt", "stiftung", "gesellschaft", "deutscher",
    "deutsche", "verband", "senatsverwaltung", "government", "congress", "congreso", "parliament", "press", "news",
    "fund", "alliance", "library", "museum", "company", "corporation", "inc", "ltd", "gmbh", "ag", "panel",
    "service", "services", "corps", "parties", "authority", "united", "european", "europäische", "brasil", "brazil",
    "republic", "república", "american", "world", "oecd", "unesco", "unicef", "who", "fao", "usda", "nasa", "ibge",
    "rede", "empresa", "comité", "comitê", "comitato", "assembleia", "câmara", "senado", "coordenação", "prefeitura",
    "organização", "organización", "serviço", "servicio", "sistema", "superintendência", "diretoria", "gabinete",
    "tribunal", "supremo", "governo", "gobierno", "confederação", "federação", "sindicato", "observatório",
    "observatorio", "banco", "psychological", "forschungsgruppe", "bundeszentrale", "arbeitsgruppe",
    "kommunen", "presse", "gouvernement", "conseil", "organisationen", "ausschuss", "bundestag", "landesamt",
    "trust", "charity", "bundesverband", "redaktion", "autorengruppe", "consórcio", "hochschule", "akademie",
  ]

  /// Join the words of a body's name.
  static let joints: Set<String> = ["of", "for", "the", "für", "para", "pour", "on", "in", "des", "und", "and"]
}
