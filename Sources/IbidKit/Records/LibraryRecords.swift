import IbidClaims
import IbidModel
import IbidStore
import IbidText

/// A library's records, looked up as an article's references ask for them: nothing is loaded ahead.
struct LibraryRecords: RecordSource {
  private let library: any LibrarySnapshot

  /// The records of a library, as they are at one moment.
  init(_ library: any LibrarySnapshot) { self.library = library }

  /// Those that share an identifier; where none of them has the title too, those of the first author with the
  /// title's longest word, which is rare; where none of these has it either, the twelve whose titles are most like,
  /// which is the dearest to ask for.
  func candidates(for item: Item) throws -> [Item] {
    let key = SearchKey.folded(item[.title] ?? "")
    // A reference may leave out the subtitle, or its reader have taken in what stands behind the title.
    func isFound(_ items: [Item]) -> Bool {
      items.contains { other in
        let title = SearchKey.folded(other[.title] ?? "")
        let shorter = min(title.utf8.count, key.utf8.count)
        return title == key || shorter >= 20 && (title.hasPrefix(key) || key.hasPrefix(title))
      }
    }
    var found = try library.items(sharing: item.identifiers)
    if let title = item[.title], !isFound(found) {
      let longest = SearchKey.words(of: title).max { $0.utf8.count < $1.utf8.count }
      if let longest, let family = item[names: .author].first?.family {
        found += try library.search(SearchQuery(author: family, titleWord: longest), order: .intake, limit: 20)
      }
      if !isFound(found) { found += try library.search(SearchQuery(titleLike: title), order: .relevance, limit: 12) }
    }
    var seen = Set<String>()
    return found.filter { seen.insert($0.id).inserted }
  }

  func record(key: String) throws -> Item? { try library.item(key: key) }

  func records(by families: [String], year: Int?) throws -> [Item] {
    let wanted = Set(families.map(SearchKey.folded))
    return try library.search(SearchQuery(authors: families, year: year), order: .relevance, limit: 50)
      .filter { wanted.isSubset(of: $0.creatorKeys) }.sorted { $0.id < $1.id }
  }
}
