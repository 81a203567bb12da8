import IbidModel

/// Names of types and variables as other programs spell them.
enum IntakeType {
  /// The type of this name in CSL, in CSL but for case, hyphens and underscores, or at Crossref.
  static func type(_ text: String) -> ItemType? {
    if let type = ItemType(rawValue: text) { return type }
    let letters = letters(of: text)
    return byLetters[letters] ?? crossref[letters]
  }

  /// The variable whose name has these letters, whatever their case and what stands between them.
  static func variable(lettersOf name: String) -> Variable? { variables[letters(of: name)] }

  private static func letters(of text: String) -> String {
    String(decoding: Array(text.utf8).loweredASCII.filter { $0.isASCIILetter || $0.isASCIIDigit }, as: UTF8.self)
  }

  private static let byLetters = Dictionary(
    ItemType.allCases.map { (letters(of: $0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })

  private static let variables: [String: Variable] = {
    var variables = Dictionary(
      Variable.allCases.map { (letters(of: $0.name), $0) }, uniquingKeysWith: { first, _ in first })
    for (name, variable) in others { variables[letters(of: name)] = variable }
    return variables
  }()

  /// Crossref's names, and those of older CSL-JSON.
  private static let others: [String: Variable] = [
    "short-container-title": .containerTitleShort, "short-title": .titleShort, "publisher-location": .publisherPlace,
    "edition-number": .edition, "keywords": .keyword, "subject": .keyword, "pages": .page,
  ]

  /// Source: Crossref's REST API, `/types`.
  private static let crossref: [String: ItemType] = [
    "journalarticle": .articleJournal, "bookchapter": .chapter, "booksection": .chapter, "bookpart": .chapter,
    "booktrack": .chapter, "proceedingsarticle": .paperConference, "postedcontent": .article, "preprint": .article,
    "monograph": .book, "editedbook": .book, "referencebook": .book, "bookset": .book, "bookseries": .book,
    "proceedings": .book, "dissertation": .thesis, "reportseries": .report, "reportcomponent": .report,
    "peerreview": .review, "journal": .periodical, "journalissue": .periodical, "journalvolume": .periodical,
    "referenceentry": .entry, "database": .dataset, "magazinearticle": .articleMagazine,
    "newspaperarticle": .articleNewspaper, "conferencepaper": .paperConference, "blogpost": .postWeblog,
  ]
}
