package import IbidModel
import IbidText

/// The works of a library as claims look for them: their words, and what may speak against them.
package struct WorkTexts: Sendable {
  /// The words of the works, in their order.
  package let index: TextIndex
  /// The works.
  package let works: [Entry]

  /// What of a work is known without reading its record again.
  package struct Entry: Sendable {
    package let key: String
    package let title: String
    /// The year of its issue, or where that is not known the one in which it appeared.
    package let year: Int?
    /// The year in which it appeared first, on paper or not.
    package let firstYear: Int?
    package let kind: StudyKind
    package let isRetracted: Bool
    fileprivate let doi: String?

    /// Whether an article that describes itself so may lean on the work: it is not the article itself, nor newer, and
    /// was not retracted.
    package func mayBeCited(by article: Item) -> Bool {
      if isRetracted || kind == .notice { return false }
      if let year = article[date: .issued]?.year, let firstYear, firstYear > year { return false }
      if let doi, doi == article[.DOI]?.lowercased() { return false }
      return article[.title].map { WordKeys.whole($0) != WordKeys.whole(title) } ?? true
    }
  }

  /// Gathers works.
  package struct Builder {
    private var index = TextIndex.Builder()
    private var works: [Entry] = []

    package init() {}

    /// Adds the work of a record.
    package mutating func add(_ item: Item) {
      let facts = item.pubmed.map(PubMedReading.init)
      let years = [item[date: .issued]?.year, item[date: .availableDate]?.year, facts?.electronicYear].compactMap(
        \.self)
      let title = item[.title] ?? ""
      works.append(
        Entry(
          key: item.id, title: title, year: years.first, firstYear: years.min(), kind: StudyKind(item, facts),
          isRetracted: facts?.isRetracted ?? false, doi: item[.DOI]?.lowercased()))
      var subjects = facts?.meshDescriptors ?? []
      if let keywords = item[.keyword] { subjects.append(keywords) }
      if let original = item[.originalTitle] { subjects.append(original) }
      index.add([
        (title, 2), (item[.abstract] ?? "", 1), (subjects.joined(separator: " "), 1),
      ])
    }

    /// The works that were added.
    package func texts() -> WorkTexts { WorkTexts(index: index.index(), works: works) }
  }
}
