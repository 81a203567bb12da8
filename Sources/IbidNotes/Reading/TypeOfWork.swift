import IbidModel
import IbidText

/// Tells what kind of work a reference names from the fields that it gives.
enum TypeOfWork {
  /// The kind of work; `document` where the fields do not tell.
  ///
  /// - Parameter stated: the kind that the reference says by a fixed word.
  static func type(of item: Item, stated: ItemType?, hasURL: Bool) -> ItemType {
    let guessed = guessed(item, hasURL: hasURL)
    switch stated {
    case nil: return guessed
    case .webpage: return guessed == .articleJournal || guessed == .articleNewspaper ? guessed : .webpage
    // «Title[M]//Book»
    case .book: return item[.containerTitle] == nil ? .book : .chapter
    case .document: return guessed
    case let type?: return type
    }
  }

  private static func guessed(_ item: Item, hasURL: Bool) -> ItemType {
    let genre = item[.genre]?.lowercased() ?? ""
    if !genre.isEmpty {
      if theses.contains(where: genre.holds) { return .thesis }
      if reports.contains(where: genre.holds) { return .report }
      if genre.holds("patent") { return .patent }
    }
    if isLaw(item) { return .legislation }
    let container = item[.containerTitle]?.lowercased() ?? ""
    if isPreprint(item, container) { return .article }
    if !container.isEmpty { return contained(item, container) }
    let hasNumbers = item[.volume] != nil || item[.issue] != nil
    if hasNumbers, item[.page] != nil, item[.publisher] == nil { return .articleJournal }
    if item[.version] != nil { return .software }
    // «World Health Organization. Global report on …»
    if item[names: .author].first?.literal != nil, let title = item[.title]?.lowercased(), item[.edition] == nil,
      reports.contains(where: title.holds)
    {
      return .report
    }
    let publisher = item[.publisher]?.lowercased() ?? ""
    if repositories.contains(where: publisher.holds) || isDataset(item) { return .dataset }
    if item[.publisher] != nil || item[.ISBN] != nil || item[.publisherPlace] != nil || item[.edition] != nil {
      return .book
    }
    if item[.PMID] != nil || item[.PMCID] != nil { return .articleJournal }
    return hasURL ? .webpage : .document
  }

  /// The kind of a part of something.
  private static func contained(_ item: Item, _ container: String) -> ItemType {
    let hasNumbers = item[.volume] != nil || item[.issue] != nil
    let isBook = item[.publisher] != nil || !item[names: .editor].isEmpty
    if isMeeting(container, hasNumbers: item[.volume] != nil && item[.issue] != nil) { return .paperConference }
    if repositories.contains(where: container.holds) { return .dataset }
    if isBook, !hasNumbers || item[.issue] == nil && !item[names: .editor].isEmpty { return .chapter }
    if series.contains(where: container.hasPrefix) { return .chapter }
    if item[.volume] == nil, item[.DOI] == nil, isNewspaper(item, container) { return .articleNewspaper }
    if item[.volume] == nil, magazines.contains(container) { return .articleMagazine }
    return .articleJournal
  }

  /// Papers of a meeting; «Proceedings of the National Academy of Sciences» is a journal.
  private static func isMeeting(_ container: String, hasNumbers: Bool) -> Bool {
    guard meetings.contains(where: container.holds) else { return false }
    let isJournal = academies.contains(where: container.holds) && !container.holds("conference")
    return !isJournal
      && !(hasNumbers && !container.holds("conference on") && !container.holds("proceedings of the"))
  }

  /// A day, and the name of a newspaper or a page with a letter before it.
  private static func isNewspaper(_ item: Item, _ container: String) -> Bool {
    guard item[date: .issued]?.start?.day != nil || item[.page] == nil && item[.URL] != nil else { return false }
    if namesNewspaper(container) { return true }
    guard item[date: .issued]?.start?.day != nil, let page = item[.page], let first = page.unicodeScalars.first else {
      return false
    }
    return first.properties.isUppercase && page.utf8.count <= 4
  }

  /// Whether a name holds a word of newspapers' names.
  static func namesNewspaper(_ name: String) -> Bool {
    name.lowercased().split { " -".contains($0) }.contains { newspapers.contains($0) }
  }

  /// Whether a name is that of an archive of data or of preprints.
  static func namesArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return servers.contains(where: name.hasPrefix) || repositories.contains(where: name.holds)
  }

  private static func isPreprint(_ item: Item, _ container: String) -> Bool {
    let publisher = item[.publisher]?.lowercased() ?? ""
    if servers.contains(where: { container.hasPrefix($0) || publisher.hasPrefix($0) }) { return true }
    guard container.isEmpty, item[.volume] == nil else { return false }
    return item[custom: "arXiv"] != nil && publisher.isEmpty || item[.DOI]?.hasPrefix("10.1101/20") == true
  }

  /// «Lei nº 8.080, de 19 de setembro de 1990», «Directive 2011/24/EU»: kinds of acts, with a number.
  private static func isLaw(_ item: Item) -> Bool {
    guard let title = item[.title], item[.volume] == nil || item[.DOI] == nil else { return false }
    let words = title.lowercased().split(separator: " ", maxSplits: 4).prefix(4)
    guard let first = words.first(where: { !qualifiers.contains($0) }), acts.contains(first) else { return false }
    return words.dropFirst().contains { word in
      word.utf8.contains(where: \.isASCIIDigit)
        || ["nº", "n.", "no", "no.", "n°", "nr.", "(eu)", "(ec)", "(eg)"].contains(word)
    }
  }

  private static let qualifiers: Set<Substring> = ["council", "commission", "european", "real", "medida", "federal"]
  private static let acts: Set<Substring> = [
    "lei", "decreto", "decreto-lei", "portaria", "resolução", "ley", "loi", "décret", "directive", "regulation",
    "verordnung", "richtlinie", "gesetz", "legge", "provisória", "arrêté", "ordonnance", "resolución", "decision",
  ]

  private static func isDataset(_ item: Item) -> Bool {
    guard let doi = item[.DOI] else { return false }
    return ["10.5061/dryad", "10.7910/dvn", "10.3886/icpsr", "10.17632/", "10.6084/m9.figshare"].contains {
      doi.lowercased().hasPrefix($0)
    }
  }

  private static let theses = [
    "thesis", "dissert", "tese", "tesis", "diss", "habilitation", "magister", "thèse", "diplomarbeit", "masterarbeit",
    "tesi di", "avhandling", "proefschrift", "praca doktorska",
  ]
  private static let reports = [
    "report", "working paper", "bericht", "relatório", "informe", "discussion paper", "technical", "rapport",
    "policy paper", "white paper", "tech. rep", "research paper", "arbeitspapier", "documento de trabajo",
  ]
  private static let meetings = [
    "proceedings", "conference", "symposium", "congress", "anais", "workshop", "kongress", "proc.", "tagung",
    "colloquium", "congreso", "actes", "meeting of the", "annual meeting", "congrès", "konferenz",
    "advances in cryptology",
    "conferencia", "conferência",
  ]
  private static let academies = [
    "national academy", "natl acad", "nat acad", "royal society", "r soc", "proceedings of the ieee",
    "nutrition society",
    "mayo clin", "institution of", "proc biol sci", "zoological society", "linnean society", "london mathematical",
    "american mathematical society", "philosophical society", "proc inst mech",
  ]
  private static let series = ["lecture notes in", "advances in experimental medicine", "methods in molecular biology"]
  private static let newspapers: Set<Substring> = [
    "times", "post", "guardian", "zeitung", "tribune", "herald", "gazette", "telegraph", "observer", "chronicle",
    "monde", "figaro", "país", "pais", "welt", "mundo", "folha", "estado", "globo", "spiegel", "daily", "morning",
    "independent", "sun", "mirror", "repubblica", "corriere", "nrc", "volkskrant", "dagblad", "anzeiger",
    "tagesspiegel",
    "nachrichten", "today", "globe", "examiner", "courier", "standard", "express", "mail", "bbc", "cnn", "reuters",
    "news", "libération", "vanguardia", "nación", "clarín", "asahi", "shimbun", "irish", "scotsman", "enquirer", "star",
    "taz", "faz", "süddeutsche", "dispatch", "bulletin-news", "evening", "inquirer", "sentinel", "register-guard",
  ]
  private static let magazines: Set<String> = [
    "time", "newsweek", "the economist", "economist", "the atlantic", "the new yorker", "new yorker", "wired", "forbes",
    "harper's magazine", "scientific american", "new scientist", "der spiegel", "vanity fair", "national geographic",
    "the new yorker magazine", "stern", "focus", "veja", "l'express", "slate", "vox", "the conversation",
  ]
  private static let servers = [
    "medrxiv", "biorxiv", "arxiv", "ssrn", "psyarxiv", "socarxiv", "osf preprints", "osf", "research square",
    "chemrxiv",
    "preprints.org", "preprints", "peerj preprints", "eartharxiv", "techrxiv", "edarxiv", "scielo preprints",
    "medrxiv preprint", "biorxiv preprint",
  ]
  private static let repositories = [
    "dryad", "zenodo", "figshare", "dataverse", "icpsr", "mendeley data", "pangaea", "uk data service",
    "uk data archive",
    "gesis datenarchiv", "openneuro", "kaggle",
  ]
}
