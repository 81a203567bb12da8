import IbidModel

/// Kinds of works as Web of Science and Scopus name them.
enum WebOfScienceType {
  /// The kind of a record of this type of publication (`J`, `B`, `S`, `P`) and of document (`Proceedings Paper`).
  static func kind(publication: String, document: String, title: String, source: String) -> ItemType {
    let isOfJournal = publication.uppercased().hasPrefix("J")
    if let kind = self.kind(ofDocument: document), !isOfJournal || kind != .paperConference { return kind }
    switch publication.uppercased().first {
    case "P": return .patent
    case "B", "S": return source.isEmpty || source == title ? .book : .chapter
    case "C": return .paperConference
    default: return source.isEmpty && !isOfJournal ? .document : .articleJournal
    }
  }

  /// The kind that a type of document names; nil for those of journals' articles.
  private static func kind(ofDocument document: String) -> ItemType? {
    let name = document.lowercased()
    if name.contains("book chapter") { return .chapter }
    if name.contains("proceedings paper") || name.contains("conference paper") { return .paperConference }
    if name.contains("book review") { return .reviewBook }
    return ["book": .book, "data paper": .articleJournal, "report": .report, "preprint": .article][name]
  }
}
