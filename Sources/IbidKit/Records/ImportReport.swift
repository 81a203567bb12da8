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
  /// Records that have an identifier of another work, and are kept as works of their own: a line each.
  public var clashes: [String] = []
  /// Keys in the files that lead to another work in the library, and those that the records have there.
  public var takenKeys: [KeyChange] = []
  /// Keys in the files that lead to nothing in the library, as it has the works under other keys.
  public var otherKeys: [KeyChange] = []
  /// What changed in the library's records: a line a field.
  public var changes: [String] = []
  /// Elements that no field holds, by name, with how often they occurred.
  public var unheld: [String: Int] = [:]

  /// A report of nothing yet.
  public init() {}

  /// Whether every record was kept, to the end of every file.
  public var isComplete: Bool { rejected == 0 && !problems.contains { $0.outcome == .brokenOff } }
}

extension ImportReport {
  mutating func count(_ record: IntakeOutcome, of item: Item) {
    seen += 1
    let keys = KeyChange(old: item.id, new: record.key)
    switch record.ownKey {
    case .leadsHere: break
    case .leadsElsewhere: takenKeys.append(keys)
    case .isUnknown: otherKeys.append(keys)
    }
    switch record.outcome {
    case .added: added += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    }
    for clash in record.clashes {
      let shared = "\(clash.identifier.kind.rawValue) \(clash.identifier.value)"
      clashes.append("\(record.key) and \(clash.key) both have \(shared), but are two works by title and authors")
    }
    changes += record.changes.map { "\(record.key): \($0.text)" }
  }

  /// Adds what became of the records of a step.
  mutating func add(_ step: ImportReport) {
    seen += step.seen
    added += step.added
    updated += step.updated
    unchanged += step.unchanged
    clashes += step.clashes
    takenKeys += step.takenKeys
    otherKeys += step.otherKeys
    changes += step.changes
  }
}
