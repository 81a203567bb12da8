import IbidClaims
import IbidModel

/// Works that an article describes itself, before the records of a library or of files.
struct OwnRecords: RecordSource {
  private let own: MemoryRecords
  private let others: any RecordSource

  /// Of works with equal keys the article's own count.
  init(_ items: [Item], before others: any RecordSource) {
    own = MemoryRecords(items)
    self.others = others
  }

  /// The article's own record where there is one, else that of the others.
  func match(_ item: Item, text: String) throws -> RecordOutcome {
    let outcome = try own.match(item, text: text)
    if outcome.match != nil { return outcome }
    var other = try others.match(item, text: text)
    let keys = Set(outcome.conflicts.map(\.record.id))
    other.conflicts = outcome.conflicts + other.conflicts.filter { !keys.contains($0.record.id) }
    return other
  }

  func record(key: String) throws -> Item? { try own.record(key: key) ?? others.record(key: key) }

  func records(by families: [String], year: Int?) throws -> [Item] {
    Self.joined(own.records(by: families, year: year), try others.records(by: families, year: year))
  }

  private static func joined(_ own: [Item], _ others: [Item]) -> [Item] {
    let keys = Set(own.map(\.id))
    return own + others.filter { !keys.contains($0.id) }
  }
}
