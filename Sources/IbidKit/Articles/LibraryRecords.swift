import IbidClaims
import IbidModel
import IbidStore
import IbidText

/// A library's records, looked up as an article's references ask for them: nothing is loaded ahead.
struct LibraryRecords: RecordSource {
  let library: Library

  /// Those that share an identifier; where none of them has the title too, those of the first author's in that year;
  /// where none of these has it either, the twelve whose titles are most like, which is the dearest to ask for.
  func candidates(for item: Item) throws -> [Item] {
    let key = SearchKey.folded(item[.title] ?? "")
    func isFound(_ items: [Item]) -> Bool { items.contains { SearchKey.folded($0[.title] ?? "") == key } }
    var found = try library.items(sharing: item.identifiers)
    if let title = item[.title], !isFound(found) {
      if let year = item[date: .issued]?.year, let family = item[names: .author].first?.family {
        found += try library.search(SearchQuery(authors: [family], year: year), limit: 20)
      }
      if !isFound(found) { found += try library.search(SearchQuery(titleLike: title), limit: 12) }
    }
    var seen = Set<String>()
    return found.filter { seen.insert($0.id).inserted }
  }

  func record(key: String) throws -> Item? { try library.item(key: key) }

  func records(by families: [String], year: Int?) throws -> [Item] {
    let wanted = Set(families.map(SearchKey.folded))
    return try library.search(SearchQuery(authors: families, year: year), limit: 50)
      .filter { wanted.isSubset(of: $0.creatorKeys) }.sorted { $0.id < $1.id }
  }
}
