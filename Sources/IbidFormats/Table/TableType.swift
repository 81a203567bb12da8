import IbidModel

/// Kinds of works as tables name them.
enum TableType {
  /// The kind of a row: by Zotero's name for it, else as Web of Science and Scopus say it.
  static func kind(publication: String, document: String, title: String, source: String) -> ItemType {
    if let type = zotero[document] { return type }
    if publication.isEmpty, document == "Book" { return .book }
    return WebOfScienceType.kind(publication: publication, document: document, title: title, source: source)
  }

  private static let zotero: [String: ItemType] = [
    "journalArticle": .articleJournal, "magazineArticle": .articleMagazine, "newspaperArticle": .articleNewspaper,
    "book": .book, "bookSection": .chapter, "conferencePaper": .paperConference, "thesis": .thesis, "report": .report,
    "webpage": .webpage, "blogPost": .postWeblog, "preprint": .article, "dataset": .dataset, "manuscript": .manuscript,
    "presentation": .speech, "patent": .patent, "computerProgram": .software, "encyclopediaArticle": .entryEncyclopedia,
    "dictionaryEntry": .entryDictionary, "document": .document, "standard": .standard, "film": .motionPicture,
    "videoRecording": .motionPicture, "podcast": .broadcast, "interview": .interview, "letter": .personalCommunication,
    "map": .map, "artwork": .graphic, "statute": .legislation, "bill": .bill, "case": .legalCase, "hearing": .hearing,
  ]
}
