/// Why a record is taken for the work of a reference.
///
///     if let match = reference.match { print(match.record.id, match.reasons) }
public struct RecordMatch: Sendable, Hashable {
  /// The record.
  public var record: Item
  /// What agrees: `PMID`, `title`, `first author`, `year` …
  public var reasons: [String]
  /// How sure the match is, 0…1.
  public var score: Double

  /// Makes a match.
  public init(record: Item, reasons: [String], score: Double) {
    self.record = record
    self.reasons = reasons
    self.score = score
  }
}
