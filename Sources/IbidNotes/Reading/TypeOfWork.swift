import IbidModel

/// Tells what kind of work a reference names from the fields that it gives.
enum TypeOfWork {
  /// The kind of work; `document` where the fields do not tell.
  static func type(of item: Item, genre: String?, hasURL: Bool) -> ItemType {
    if let genre = genre?.lowercased() {
      if theses.contains(where: genre.contains) { return .thesis }
      if reports.contains(where: genre.contains) { return .report }
    }
    let hasContainer = item[.containerTitle] != nil
    let hasNumbers = item[.volume] != nil || item[.issue] != nil
    if hasContainer {
      let container = item[.containerTitle]?.lowercased() ?? ""
      let isBook = item[.publisher] != nil || !item[names: .editor].isEmpty
      if isBook, !hasNumbers || item[.issue] == nil && !item[names: .editor].isEmpty {
        return meetings.contains(where: container.contains) ? .paperConference : .chapter
      }
      return .articleJournal
    }
    if hasNumbers, item[.page] != nil, item[.publisher] == nil { return .articleJournal }
    if item[.publisher] != nil || item[.ISBN] != nil || item[.publisherPlace] != nil || item[.edition] != nil {
      return .book
    }
    if item[.PMID] != nil || item[.PMCID] != nil { return .articleJournal }
    return hasURL ? .webpage : .document
  }

  private static let theses = ["thesis", "dissert", "tese", "tesis", "diss", "habilitation", "magister", "thèse"]
  private static let reports = ["report", "working paper", "bericht", "relatório", "informe", "discussion paper"]
  private static let meetings = ["proceedings", "conference", "symposium", "congress", "anais", "workshop", "kongress"]
}
