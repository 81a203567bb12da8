import IbidModel

/// The types of entries and the kinds of work that they are for.
///
/// Source: «BibTeXing», section 3.1; biblatex manual 3.19, section 2.1; CSL 1.0.2, appendix III.
enum BibTeXTypes {
  /// The kind of work of an entry type in small letters; a document where the type says nothing.
  static func type(of entryType: String) -> ItemType { types[entryType] ?? .document }

  /// Whether the type is one of the dialects' or of their usual extensions.
  static func isKnown(_ entryType: String) -> Bool { types[entryType] != nil || entryType == "misc" }

  private static let types: [String: ItemType] = [
    "article": .articleJournal, "suppperiodical": .articleJournal, "book": .book, "mvbook": .book,
    "collection": .book, "mvcollection": .book, "reference": .book, "mvreference": .book, "proceedings": .book,
    "mvproceedings": .book, "manual": .book, "booklet": .pamphlet, "inbook": .chapter, "bookinbook": .chapter,
    "suppbook": .chapter, "incollection": .chapter, "suppcollection": .chapter, "inreference": .entryEncyclopedia,
    "inproceedings": .paperConference, "conference": .paperConference, "thesis": .thesis, "phdthesis": .thesis,
    "mastersthesis": .thesis, "techreport": .report, "report": .report, "online": .webpage, "electronic": .webpage,
    "www": .webpage, "webpage": .webpage, "dataset": .dataset, "software": .software, "softwareversion": .software,
    "softwaremodule": .software, "codefragment": .software, "patent": .patent, "periodical": .periodical,
    "unpublished": .manuscript, "standard": .standard, "legislation": .legislation, "jurisdiction": .legalCase,
    "legal": .legislation, "image": .graphic, "artwork": .graphic, "audio": .song, "music": .song,
    "movie": .motionPicture, "video": .motionPicture, "performance": .performance, "letter": .personalCommunication,
    "review": .review, "newspaper": .articleNewspaper, "magazine": .articleMagazine, "presentation": .speech,
    "talk": .speech, "map": .map, "game": .software,
  ]

  /// What biblatex and styles print for a type of thesis or report that is given by a macro's name.
  ///
  /// Source: biblatex manual 3.19, section 2.3.5; its file english.lbx.
  static let genres = [
    "phdthesis": "PhD thesis", "mathesis": "MA thesis", "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD",
  ]

  /// What the macros of `pubstate` print.
  static let states = [
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press",
    "prepublished": "pre-published",
  ]

  /// The macro for a state of publication; nil for any other words.
  static func state(of text: String) -> String? { states.first { $0.value == text.lowercased() }?.key }

  /// The macro for a genre that has one: `phdthesis` for «PhD thesis».
  static func macro(of genre: String) -> String? { macros[genre] }

  private static let macros: [String: String] = {
    var macros: [String: String] = [:]
    for (macro, genre) in genres where macro != "mastersthesis" { macros[genre] = macro }
    macros["Master’s thesis"] = "mathesis"
    return macros
  }()

  /// Whether a thesis is a master's: by the word «master» or its likes in the genre.
  static func isMasters(_ genre: String?) -> Bool {
    guard let genre = genre?.lowercased() else { return false }
    return ["master", "magister", "diplom", "m.sc", "msc", "ma thesis"].contains { genre.hasPrefix($0) }
  }

  /// Whether BibTeX's styles do not know the type.
  static func isBiblatexOnly(_ entryType: String) -> Bool { types[entryType] != nil && !ofBibTeX.contains(entryType) }

  private static let ofBibTeX: Set<String> = [
    "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual", "mastersthesis",
    "misc", "phdthesis", "proceedings", "techreport", "unpublished",
  ]
}
