public import IbidModel
import IbidStore

/// What became of the records of an import. The counts add up: seen = added + updated + unchanged +
/// rejected.
///
///     let report = ImportReport()
///     print("\(report.added) added, \(report.rejected) rejected")
public struct ImportReport: Sendable, Equatable {
  /// Records that the files hold.
  public var seen = 0
  /// Records of works that the library did not have.
  public var added = 0
  /// Records that changed one of the library's.
  public var updated = 0
  /// Records that say what the library says already.
  public var unchanged = 0
  /// Records that could not be read.
  public var rejected = 0
  /// Records of the library that a file says to delete, and that were.
  public var deleted = 0
  /// What the readers met with.
  public var problems: [RecordProblem] = []
  /// Elements that no field holds, by name, with how often they occurred.
  public var unheld: [String: Int] = [:]

  /// A report of nothing yet.
  public init() {}

  /// Whether every record was kept, to the end of every file.
  public var isComplete: Bool { rejected == 0 && !problems.contains { $0.outcome == .brokenOff } }
}

extension ImportReport {
  mutating func count(_ outcome: ImportOutcome) {
    seen += 1
    switch outcome {
    case .added: added += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    }
  }
}
