import IbidClaims
import IbidModel
import IbidStore
import IbidText

/// Works that an article describes itself, before the records of a library or of files.
struct OwnRecords: RecordSource {
  private let own: MemoryRecords
  private let others: any RecordSource

  /// Of works with equal keys the article's own count.
  init(_ own: MemoryRecords, before others: any RecordSource) {
    self.own = own
    self.others = others
  }

  /// The article's own record where there is one, else that of the others.
  func match(_ item: Item, text: String) throws -> RecordOutcome {
    var outcome = try own.match(item, text: text)
    if let match = outcome.match {
      outcome.match?.record = try complete(match.record)
      return outcome
    }
    var other = try others.match(item, text: text)
    let keys = Set(outcome.conflicts.map(\.record.id))
    other.conflicts = outcome.conflicts + other.conflicts.filter { !keys.contains($0.record.id) }
    return other
  }

  func record(key: String) throws -> Item? {
    guard let record = own.record(key: key) else { return try others.record(key: key) }
    return try complete(record)
  }

  func records(by families: [String], year: Int?) throws -> [Item] {
    let own = try own.records(by: families, year: year).map { try complete($0) }
    return Self.joined(own, try others.records(by: families, year: year))
  }

  func keys(near key: String) throws -> [String] {
    let others = try others.keys(near: key)
    return NearestNames.nearest(to: key, among: own.keys(near: key) + others)
  }

  /// An own record with what PubMed says of the work, where a record of the others that has one of its identifiers
  /// knows it: that it was retracted stands in no author's list.
  private func complete(_ record: Item) throws -> Item {
    guard record.pubmed == nil, !record.identifiers.isEmpty,
      let other = try others.match(record, text: "").match?.record, other.pubmed != nil,
      other.identifiers.contains(where: record.identifiers.contains)
    else { return record }
    var complete = RecordMerge.merged([Statement(record, .export), Statement(other, .pubmed)])
    complete.id = record.id
    return complete
  }

  private static func joined(_ own: [Item], _ others: [Item]) -> [Item] {
    let keys = Set(own.map(\.id))
    return own + others.filter { !keys.contains($0.id) }
  }
}
