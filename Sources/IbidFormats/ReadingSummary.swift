package import IbidModel

/// What was read of a file beside its records.
package struct ReadingSummary: Sendable {
  /// What was mended, rejected or cut off, in the order of the file.
  package var problems: [RecordProblem]
  /// Records that could not be read.
  package var rejected: Int
  /// PMIDs of records that the file says to delete.
  package var deletedPMIDs: [String]
  /// Elements that no field holds, by name, with how often they occurred.
  package var unheld: [String: Int]

  /// Makes a summary; each problem of a rejected record is one where no count is given.
  package init(
    problems: [RecordProblem] = [], rejected: Int? = nil, deletedPMIDs: [String] = [], unheld: [String: Int] = [:]
  ) {
    self.problems = problems
    self.rejected = rejected ?? problems.count { $0.outcome == .rejected }
    self.deletedPMIDs = deletedPMIDs
    self.unheld = unheld
  }

  /// Adds that an input which was read whole ended before its end, where it did and no problem says so.
  package mutating func add(breakOffOf input: borrowing ByteInput, bytes: [UInt8]) {
    add(breakOffOf: input, line: bytes.count { $0 == 0x0A } + 1)
  }

  /// Adds that an input ended at this line before its end, where it did and no problem says so.
  package mutating func add(breakOffOf input: borrowing ByteInput, line: Int) {
    guard let breakOff = input.breakOff, !problems.contains(where: { $0.outcome == .brokenOff }) else { return }
    problems.append(RecordProblem(outcome: .brokenOff, path: input.path, line: line, message: breakOff))
  }
}
