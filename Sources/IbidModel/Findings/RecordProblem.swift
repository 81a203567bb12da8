/// What a reader of records met with: a record that it could not keep, or a detail that it had to mend.
///
///     for problem in records.problems { print("\(problem.path):\(problem.line): \(problem.message)") }
public struct RecordProblem: Sendable, Hashable {
  /// What became of the record.
  ///
  ///     let lost = records.problems.filter { $0.outcome != .kept }
  public enum Outcome: String, Sendable, Hashable {
    /// The record is kept, a detail was mended or left out.
    case kept
    /// The record is lost.
    case rejected
    /// The rest of the input could not be read.
    case brokenOff
  }

  /// What became of the record.
  public var outcome: Outcome
  /// The file, as it was named; `-` for standard input.
  public var path: String
  /// 1-based line in the (inflated) file.
  public var line: Int
  /// The record's PMID or key, where it is known.
  public var record: String?
  /// What was expected, what was found, and what became of it.
  public var message: String

  /// Makes a problem.
  public init(outcome: Outcome, path: String, line: Int, record: String? = nil, message: String) {
    self.outcome = outcome
    self.path = path
    self.line = line
    self.record = record
    self.message = message
  }
}
