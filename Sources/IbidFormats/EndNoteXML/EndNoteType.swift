import IbidModel

/// A type of EndNote's: the CSL type it is, and what its fields mean where they mean something of its own.
///
/// Source: EndNote's table of reference types; numbers as its exports have them.
struct EndNoteType {
  let name: String
  let number: Int
  let type: ItemType
  /// Which variable a field is; nil in place of one where CSL has none.
  let fields: [String: Variable?]

  private init(_ name: String, _ number: Int, _ type: ItemType, _ fields: [String: Variable?] = [:]) {
    self.name = name
    self.number = number
    self.type = type
    self.fields = fields
  }

  /// The type of a record: by its name, else by its number; generic where neither is known.
  static func type(named name: String?, number: Int?) -> EndNoteType {
    let wanted = name?.lowercased()
    return all.first { $0.name.lowercased() == wanted } ?? all.first { $0.number == number } ?? generic
  }

  /// The type that a CSL type is written as: the first of those that are it.
  static func type(for type: ItemType) -> EndNoteType {
    all.first { $0.type == type } ?? all.first { $0.type == nearest[type] } ?? generic
  }

  private static let nearest: [ItemType: ItemType] = [
    .article: .manuscript, .review: .articleJournal, .reviewBook: .articleJournal, .entry: .entryEncyclopedia,
    .speech: .paperConference, .collection: .book, .treaty: .regulation, .performance: .motionPicture,
    .musicalScore: .song, .event: .paperConference,
  ]

  private static let generic = EndNoteType("Generic", 13, .document)

  /// The variable of a path in this type; nil where CSL has none.
  func variable(_ path: String) -> Variable? {
    if let own = fields[path] { return own }
    return Self.common[path]
  }

  /// Fields that mean the same in most types.
  private static let common: [String: Variable] = [
    "contributors/authors/author": .author, "contributors/secondary-authors/author": .editor,
    "contributors/tertiary-authors/author": .collectionEditor, "contributors/subsidiary-authors/author": .translator,
    "titles/title": .title, "titles/secondary-title": .containerTitle, "titles/tertiary-title": .collectionTitle,
    "titles/short-title": .titleShort, "periodical/abbr-1": .containerTitleShort, "pages": .page, "volume": .volume,
    "number": .issue, "section": .section, "edition": .edition, "pub-location": .publisherPlace,
    "publisher": .publisher, "num-vols": .numberOfVolumes, "isbn": .ISSN, "accession-num": .PMID,
    "custom2": .PMCID, "call-num": .callNumber, "electronic-resource-num": .DOI, "abstract": .abstract,
    "notes": .note, "research-notes": .annote, "language": .language, "work-type": .genre,
    "reviewed-item": .reviewedTitle, "remote-database-name": .source, "urls/related-urls/url": .URL,
    "keywords/keyword": .keyword, "meeting-place": .eventPlace, "access-date": .accessed,
    "orig-pub": .originalPublisher,
  ]

  private static let article: [String: Variable?] = ["edition": nil, "section": nil]
  private static let book: [String: Variable?] = [
    "titles/secondary-title": .collectionTitle, "titles/tertiary-title": nil,
    "contributors/secondary-authors/author": .collectionEditor, "contributors/tertiary-authors/author": .editor,
    "number": .collectionNumber, "isbn": .ISBN, "custom2": nil,
  ]
  private static let part: [String: Variable?] = [
    "number": .collectionNumber, "isbn": .ISBN, "section": .chapterNumber, "custom2": nil,
  ]
  private static let report: [String: Variable?] = [
    "titles/secondary-title": .collectionTitle, "titles/tertiary-title": nil, "number": .number,
    "isbn": .ISBN,
  ]
  private static let software: [String: Variable?] = [
    "edition": .version, "titles/secondary-title": .collectionTitle, "titles/tertiary-title": nil,
    "number": .number, "isbn": .ISBN,
  ]
  private static let law: [String: Variable?] = [
    "number": .number, "isbn": nil, "custom2": nil, "publisher": .authority,
  ]
  /// Volume and number are year and day of the visit.
  private static let page: [String: Variable?] = ["volume": nil, "number": nil, "custom2": nil]
  private static let edited = book.merging(
    ["contributors/authors/author": .editor, "contributors/tertiary-authors/author": nil],
    uniquingKeysWith: { $1 })
  private static let thesis: [String: Variable?] = [
    "titles/secondary-title": nil, "contributors/secondary-authors/author": nil,
    "contributors/tertiary-authors/author": .contributor, "number": .number, "isbn": .ISBN, "custom2": nil,
  ]

  /// Of several types of one CSL type the first is written.
  private static let all = [
    EndNoteType("Journal Article", 17, .articleJournal, article),
    EndNoteType("Electronic Article", 43, .articleJournal, article),
    EndNoteType("Magazine Article", 19, .articleMagazine, article),
    EndNoteType("Newspaper Article", 23, .articleNewspaper),
    EndNoteType("Book", 6, .book, book),
    EndNoteType("Edited Book", 28, .book, edited),
    EndNoteType("Electronic Book", 44, .book, book),
    EndNoteType("Catalog", 8, .book, book),
    EndNoteType("Book Section", 5, .chapter, part),
    EndNoteType("Electronic Book Section", 60, .chapter, part),
    EndNoteType("Encyclopedia", 53, .entryEncyclopedia, part),
    EndNoteType("Dictionary", 52, .entryDictionary, part),
    EndNoteType("Conference Paper", 47, .paperConference, ["isbn": .ISBN]),
    EndNoteType("Conference Proceedings", 10, .paperConference, ["isbn": .ISBN]),
    EndNoteType("Thesis", 32, .thesis, thesis),
    EndNoteType("Report", 27, .report, report),
    EndNoteType("Government Document", 46, .report, report),
    EndNoteType("Web Page", 12, .webpage, page),
    EndNoteType("Online Multimedia", 48, .webpage, page),
    EndNoteType("Blog", 56, .postWeblog, page),
    EndNoteType("Discussion Forum", 62, .post, page),
    EndNoteType("Social Media", 66, .post, page),
    EndNoteType("Dataset", 59, .dataset, software),
    EndNoteType("Online Database", 45, .dataset, software),
    EndNoteType("Aggregated Database", 55, .dataset, software),
    EndNoteType("Computer Program", 9, .software, software),
    EndNoteType("Standard", 58, .standard, ["isbn": .number, "number": nil, "custom2": nil]),
    EndNoteType("Patent", 25, .patent, ["isbn": .number, "number": nil, "custom2": nil]),
    EndNoteType("Case", 7, .legalCase, law),
    EndNoteType("Statute", 31, .legislation, law),
    EndNoteType("Bill", 4, .bill, law),
    EndNoteType("Hearing", 14, .hearing, law),
    EndNoteType("Legal Rule or Regulation", 50, .regulation, law),
    EndNoteType("Manuscript", 36, .manuscript),
    EndNoteType("Unpublished Work", 34, .manuscript),
    EndNoteType("Film or Broadcast", 21, .motionPicture, page),
    EndNoteType("Audiovisual Material", 3, .motionPicture),
    EndNoteType("Television Episode", 68, .broadcast),
    EndNoteType("Podcast", 63, .broadcast),
    EndNoteType("Music", 61, .song),
    EndNoteType("Artwork", 2, .graphic),
    EndNoteType("Map", 20, .map),
    EndNoteType("Figure", 37, .figure),
    EndNoteType("Chart or Table", 38, .figure),
    EndNoteType("Pamphlet", 24, .pamphlet, book),
    EndNoteType("Personal Communication", 26, .personalCommunication),
    EndNoteType("Interview", 64, .interview),
    EndNoteType("Serial", 57, .periodical),
    EndNoteType("Classical Work", 49, .classic, book),
    EndNoteType("Ancient Text", 51, .classic, book),
    generic,
    EndNoteType("Press Release", 65, .document),
    EndNoteType("Equation", 39, .document),
    EndNoteType("Grant", 54, .document),
  ]
}
