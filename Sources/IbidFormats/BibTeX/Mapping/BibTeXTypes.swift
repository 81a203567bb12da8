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
}
