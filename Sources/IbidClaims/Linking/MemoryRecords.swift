package import IbidModel
internal import IbidText

/// Records in memory: those of the files that `--from` names.
package struct MemoryRecords: RecordSource {
  private let items: [Item]
  private let byKey: [String: Int]
  private let byIdentifier: [Identifier: [Int]]
  private let byFamily: [String: [Int]]
  private let byTitleWord: [String: [Int]]

  /// Indexes these items. Of items with equal keys the first is found by key.
  package init(_ items: [Item]) {
    self.items = items
    let indexed = items.enumerated()
    byKey = Dictionary(indexed.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    byIdentifier = Dictionary(
      grouping: indexed.flatMap { index, item in item.identifiers.map { ($0, index) } }, by: \.0
    )
    .mapValues { $0.map(\.1) }
    byFamily = Dictionary(
      grouping: indexed.flatMap { index, item in Set(item.creatorKeys).map { ($0, index) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    byTitleWord = Dictionary(
      grouping: indexed.flatMap { index, item in Set(SearchKey.words(of: item[.title] ?? "")).map { ($0, index) } },
      by: \.0
    ).mapValues { $0.map(\.1) }
  }

  package func candidates(for item: Item) -> [Item] {
    guard !items.isEmpty else { return [] }
    var found = Set(item.identifiers.flatMap { byIdentifier[$0] ?? [] })
    // The title's rarest words find the work, though others in it be misspelt.
    let lists = Set(SearchKey.words(of: item[.title] ?? "")).sorted().compactMap { byTitleWord[$0] }
    for list in lists.sorted(by: { $0.count < $1.count }).prefix(6) where list.count <= 200 { found.formUnion(list) }
    return found.sorted().map { items[$0] }
  }

  package func record(key: String) -> Item? { byKey[key].map { items[$0] } }

  package func records(by families: [String], year: Int?) -> [Item] {
    let lists = families.map { Set(byFamily[SearchKey.folded($0)] ?? []) }
    guard let first = lists.first else { return [] }
    return lists.dropFirst().reduce(first) { $0.intersection($1) }.sorted().map { items[$0] }
      .filter { year == nil || $0[date: .issued]?.year == year }
  }
}
