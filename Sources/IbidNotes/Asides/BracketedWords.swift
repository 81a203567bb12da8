import IbidModel

/// What stands in brackets behind a title: the kind of work, or where it is read.
enum BracketedWords {
  /// What words in lower case say; nil where they say nothing known.
  static func meaning(of words: String) -> Aside.Meaning? {
    guard let type = types[words] else { return media.contains(words) || namesLanguage(words) ? .nothing : nil }
    return .type(type, genre: words)
  }

  /// Where a work is read says nothing of its kind: journals stand there too.
  private static let media: Set<String> = [
    "internet", "on the internet", "online", "on line", "on-line", "en ligne", "en línea", "em linha", "en linea",
    "online source", "online resource", "elektronische ressource", "ressource électronique", "recurso eletrônico",
    "recurso electrónico", "electronic resource", "electronic version", "electronic", "cd-rom", "cd rom", "ebook",
    "e-book", "kindle edition", "kindle version", "pdf", "pdf file", "web", "serial online", "serial on the internet",
    "monograph on the internet", "epub ahead of print", "online ahead of print", "elektronický zdroj", "онлайн",
    "электронный ресурс", "electronic book", "print", "journal on the internet", "in press",
  ]

  /// «in German», «Article in French»
  private static func namesLanguage(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    return (2...3).contains(parts.count) && parts[parts.count - 2] == "in"
      && (parts.count == 2 || parts[0] == "article")
  }

  private static let types: [String: ItemType] = {
    let lists: [(ItemType, [String])] = [
      (
        .webpage,
        [
          "website", "web site", "web page", "webpage", "homepage", "home page", "www document", "web document",
          "homepage on the internet", "internet site", "internetseite", "site web", "página web", "sítio web",
        ]
      ),
      (
        .article,
        [
          "preprint", "pre-print", "preprint article", "preprint server", "working draft", "vorabdruck",
          "prépublication",
        ]
      ),
      (
        .software,
        [
          "computer software", "software", "computer program", "computer programme", "mobile app", "mobile application",
          "mobile application software", "mobile software", "app", "r package", "software package", "source code",
          "computer code", "python package", "logiciel", "programa de computador", "programa informático",
          "computerprogramm", "video game", "smartphone app", "apparatus and software", "computer software manual",
        ]
      ),
      (
        .dataset,
        [
          "data set", "dataset", "data", "data file", "database", "database on the internet", "datensatz",
          "conjunto de datos", "conjunto de dados", "jeu de données", "data collection", "code book", "codebook",
          "data file and code book", "unpublished raw data", "raw data", "data files",
        ]
      ),
      (
        .motionPicture,
        [
          "film", "motion picture", "movie", "documentary", "documentary film", "feature film", "dvd", "video",
          "video file", "video recording", "videorecording", "youtube video", "streaming video", "spielfilm",
          "dokumentarfilm", "película", "filme", "film documentaire", "blu-ray", "webinar", "video webcast",
          "video on the internet", "ted talk", "online video", "animation",
        ]
      ),
      (
        .broadcast,
        [
          "podcast", "audio podcast", "video podcast", "audio podcast episode", "podcast episode", "tv series",
          "tv series episode", "television series", "television series episode", "television broadcast", "tv programme",
          "tv program", "radio broadcast", "radio programme", "broadcast", "television programme",
        ]
      ),
      (.song, ["song", "album", "audio recording", "sound recording", "cd", "recorded by", "lp", "audio cd"]),
      (
        .postWeblog,
        [
          "blog post", "blog", "weblog post", "web log post", "web log message", "blog entry", "blogbeitrag",
          "blog on the internet",
        ]
      ),
      (
        .post,
        [
          "tweet", "facebook status update", "facebook post", "instagram photo", "online forum post", "post",
          "online forum comment", "facebook page", "comment on the blog post", "linkedin post", "x post", "reddit post",
        ]
      ),
      (
        .speech,
        [
          "paper presentation", "conference presentation", "conference session", "poster presentation", "poster",
          "poster session", "oral presentation", "keynote address", "keynote presentation", "presentation", "lecture",
          "powerpoint slides", "slides", "conference poster", "symposium presentation", "lecture notes", "speech",
          "symposium session", "powerpoint presentation", "slide presentation",
        ]
      ),
      (
        .thesis,
        [
          "doctoral dissertation", "unpublished doctoral dissertation", "master's thesis", "master’s thesis",
          "masters thesis", "unpublished master's thesis", "unpublished master’s thesis", "dissertation", "thesis",
          "phd thesis", "phd dissertation", "doctoral thesis", "undergraduate thesis", "bachelor's thesis",
          "bachelor’s thesis", "tese", "tese de doutorado", "dissertação de mestrado", "dissertação", "tese doutorado",
          "tesis doctoral", "tesis de maestría", "thèse de doctorat", "dissertation on the internet", "master thesis",
          "thesis on the internet", "msc thesis", "diplomarbeit", "masterarbeit",
        ]
      ),
      (
        .manuscript,
        [
          "unpublished manuscript", "manuscript submitted for publication", "manuscript in preparation",
          "unveröffentlichtes manuskript", "manuscript under review", "unpublished",
        ]
      ),
      (.interview, ["interview", "personal interview", "entrevista"]),
      (.map, ["map", "karte", "mapa", "carte"]),
      (
        .articleNewspaper,
        ["newspaper article", "newspaper", "newspaper on the internet", "news article", "zeitungsartikel"]
      ),
      (.articleMagazine, ["magazine article", "magazine"]),
      (
        .report,
        [
          "report", "technical report", "policy brief", "white paper", "fact sheet", "issue brief", "grant",
          "annual report", "research report", "briefing paper", "working paper",
        ]
      ),
      (.patent, ["patent", "patentschrift", "us patent", "u.s. patent"]),
      (.standard, ["standard", "norm", "norma"]),
      (.graphic, ["photograph", "painting", "sculpture", "illustration", "drawing"]),
      (.figure, ["infographic"]),
      (.entryEncyclopedia, ["encyclopedia entry", "encyclopaedia entry"]),
      (.legislation, ["statute"]),
    ]
    var types: [String: ItemType] = [:]
    for (type, words) in lists { for word in words { types[word] = type } }
    return types
  }()

  /// The signs of GB/T 7714, without `/OL` and the like behind them.
  static func type(ofSign sign: String) -> ItemType? { signs[sign] }

  /// Source: GB/T 7714-2015, appendix B.
  private static let signs: [String: ItemType] = [
    "M": .book, "C": .paperConference, "G": .collection, "N": .articleNewspaper, "J": .articleJournal, "D": .thesis,
    "R": .report, "S": .standard, "P": .patent, "DB": .dataset, "CP": .software, "EB": .webpage, "A": .document,
    "CM": .map, "DS": .dataset, "Z": .document,
  ]
}
