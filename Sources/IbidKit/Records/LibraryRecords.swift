import IbidClaims
import IbidModel
import IbidNotes
import IbidStore
import IbidText

/// A library's records, looked up as an article's references ask for them: nothing is loaded ahead.
struct LibraryRecords: RecordSource {
  private let library: any LibrarySnapshot
  private let works: LibraryWorks

  /// The records of a library, as they are at one moment.
  init(_ library: any LibrarySnapshot) {
    self.library = library
    works = LibraryWorks(library)
  }

  func match(_ item: Item, text: String) throws -> RecordOutcome {
    try RecordOutcome(Matcher(works).match(item, text: text)) { try works.item($0) }
  }

  func record(key: String) throws -> Item? { try library.item(key: key) }

  func keys(near key: String) throws -> [String] { [] }

  func records(by families: [String], year: Int?) throws -> [Item] {
    let wanted = Set(families.map(SearchKey.folded))
    return try library.search(SearchQuery(authors: families, year: year), limit: 50)
      .filter { wanted.isSubset(of: $0.creatorKeys) }.sorted { $0.id < $1.id }
  }
}
