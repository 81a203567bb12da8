import IbidKit
import IbidModel

/// A file that `ibid check` has looked at.
struct CheckedFile {
  /// What it is.
  enum Content {
    case article(CheckedArticle)
    case bibliography(CheckedBibliography)

    var unknownSuppressions: [UnknownSuppression] {
      switch self {
      case .article(let article): article.unknownSuppressions
      case .bibliography(let file): file.unknownSuppressions
      }
    }

    func findings(rules: RuleSelection) -> [Finding] {
      switch self {
      case .article(let article): article.findings(rules: rules)
      case .bibliography(let file): file.findings(rules: rules)
      }
    }
  }

  let path: String
  let content: Content
  /// What is to be shown.
  let findings: [Finding]
  /// How many more stand in the baseline.
  let known: Int
  /// Whether it has a finding that makes the exit status 1.
  let fails: Bool

  /// Whether records of it could not be kept.
  var isLossy: Bool {
    guard case .article(let article) = content else { return false }
    return article.problems.contains { $0.outcome != .kept }
  }

  func page(usesColour: Bool, columns: Int?) -> FindingsPage {
    switch content {
    case .article(let article): FindingsPage(of: article, usesColour: usesColour, columns: columns)
    case .bibliography(let file): FindingsPage(of: file, usesColour: usesColour, columns: columns)
    }
  }

  /// How an article's claims are supported, section by section and in all.
  func overview(usesColour: Bool) -> String {
    guard case .article(let article) = content else { return "" }
    let report = TerminalReport(article, usesColour: usesColour)
    return report.sections + report.claimsSummary + "\n"
  }
}

/// What was found in all files together.
struct CheckTally {
  private(set) var files: [CheckedFile] = []
  /// Whether a file could not be checked.
  var isIncomplete = false

  mutating func add(_ file: CheckedFile) { files.append(file) }

  var findings: [Finding] { files.flatMap(\.findings) }
  var fails: Bool { files.contains { $0.fails || $0.isLossy } }

  /// What kinds of files there are.
  var subjects: Set<RuleSelection.Subject> {
    Set(
      files.map { file in
        if case .article = file.content { .article } else { .bibliography }
      })
  }

  /// The last line: `12 files: 2 errors, 5 warnings; 210 claims, 40 uncited`.
  var summary: String {
    let claims = files.compactMap { file -> ClaimsSummary? in
      if case .article(let article) = file.content { article.summary } else { nil }
    }
    let (all, uncited) = (claims.reduce(0) { $0 + $1.claims }, claims.reduce(0) { $0 + $1.uncited })
    let counts = FindingsPage.summary(of: findings, in: "\(files.count) files")
    return counts + (claims.isEmpty ? "" : "; \(all) claim\(all == 1 ? "" : "s"), \(uncited) uncited") + "\n"
  }

  /// A line a rule, those with most findings first: `12  warning  uncited-claim`.
  var statistics: String {
    let rules = Dictionary(grouping: findings, by: \.rule)
    let rows = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let width = rows.first.map { String($0.value.count).count } ?? 0
    return rows.map { rule, findings in
      let count = String(findings.count)
      let heaviest = findings.map(\.severity).max() ?? .info
      return String(repeating: " ", count: width - count.count) + count + "  "
        + heaviest.rawValue + String(repeating: " ", count: 7 - heaviest.rawValue.count) + "  \(rule)\n"
    }.joined()
  }
}
