import IbidKit
import IbidModel

/// What is said of a document beside its findings.
enum Notices {
  /// What the readers of its records met with.
  static func all(of problems: [RecordProblem]) -> [CheckedDocument.Notice] {
    problems.map { problem in
      CheckedDocument.Notice(
        code: "records", severity: problem.outcome == .kept ? .info : .warning,
        message: problem.message + (problem.record.map { " (record \($0))" } ?? ""), path: problem.path,
        line: problem.line)
    }
  }

  /// Remarks that name no rule.
  static func all(of remarks: [UnknownSuppression]) -> [CheckedDocument.Notice] {
    remarks.map { one in
      CheckedDocument.Notice(
        code: "unknown-rule", severity: .warning, message: "there is no rule “\(one.rule)”", path: one.path,
        line: one.line)
    }
  }
}
