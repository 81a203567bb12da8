import ArgumentParser
import IbidKit
import IbidModel

/// What the commands do when something goes wrong.
enum Failure {
  /// Runs a command's work; an error that ends it becomes one line on standard error and status 2.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as IbidError {
      Output.warn("ibid: error: \(error.message)")
      throw ExitCode(2)
    }
  }

  /// Ends with status 1 where records were rejected, or a file was cut off.
  static func failOnLoss(_ problems: [RecordProblem]) throws {
    if problems.contains(where: { $0.outcome != .kept }) { throw ExitCode(1) }
  }

  /// A line for each problem that a reader met with: `path:line: what (PMID 123)`.
  static func report(_ problems: [RecordProblem]) {
    for problem in problems {
      let record = problem.record.map { " (record \($0))" } ?? ""
      let head =
        switch problem.outcome {
        case .kept: "note"
        case .rejected: "rejected"
        case .brokenOff: "broken off"
        }
      Output.warn("\(problem.path):\(problem.line): \(head): \(problem.message)\(record)")
    }
  }
}
