package import IbidModel
internal import IbidNotes
internal import IbidText

/// Records in memory: those of the files that `--from` names.
package struct MemoryRecords: RecordSource {
  package let items: [Item]
  private let byKey: [String: Int]
  private let byFamily: [String: [Int]]
  private let works: MemoryWorks

  /// Indexes these items. Of items with equal keys the first is found by key.
  package init(_ items: [Item]) {
    self.items = items
    let indexed = items.enumerated()
    byKey = Dictionary(indexed.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    byFamily = Dictionary(
      grouping: indexed.flatMap { index, item in Set(item.creatorKeys).map { ($0, index) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    works = MemoryWorks(items)
  }

  package func match(_ item: Item, text: String) throws -> RecordOutcome {
    guard !items.isEmpty else { return RecordOutcome() }
    return RecordOutcome(try Matcher(works).match(item, text: text)) { items[$0] }
  }

  package func record(key: String) -> Item? { byKey[key].map { items[$0] } }

  package func keys(near key: String) -> [String] {
    NearestNames.nearest(to: key, among: items.map(\.id))
  }

  package func records(by families: [String], year: Int?) -> [Item] {
    let lists = families.map { Set(byFamily[SearchKey.folded($0)] ?? []) }
    guard let first = lists.first else { return [] }
    return lists.dropFirst().reduce(first) { $0.intersection($1) }.sorted().map { items[$0] }
      .filter { year == nil || $0[date: .issued]?.year == year }
  }
}
