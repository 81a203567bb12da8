import IbidChecks
import IbidClaims
public import IbidModel

/// Which rules a check uses, and how.
///
///     let rules = try RuleSelection(only: ["uncited-claim", "hollow-citation"], disabled: [])
///     print(article.findings(rules: rules).count)
public struct RuleSelection: Sendable {
  let rules: [Rule]
  let severities: [String: Severity]
  let limits: [String: Int]
  let year: Int?

  /// All rules.
  public init() {
    rules = Rules.all
    severities = [:]
    limits = [:]
    year = nil
  }

  /// The rules named in `only` (all that the configuration leaves in, where it is empty) but for those named in
  /// `disabled`.
  ///
  /// - Parameter year: the year in which the check is made.
  /// - Throws: `IbidError` where a name is no rule's.
  public init(
    only: [String], disabled: [String], configuration: CheckConfiguration = CheckConfiguration(), year: Int? = nil
  ) throws(IbidError) {
    for name in only + disabled where !Rules.all.contains(where: { $0.id == name }) {
      throw .unknownRule(name)
    }
    rules = Rules.all.filter { rule in
      let isWanted = only.isEmpty ? !configuration.disabled.contains(rule.id) : only.contains(rule.id)
      return isWanted && !disabled.contains(rule.id)
    }
    severities = configuration.severities
    limits = configuration.limits
    self.year = year
  }

  /// What these rules find.
  func findings(in article: LinkedArticle) -> [Finding] {
    Rules.findings(in: article, rules: rules) { rule in
      RuleSettings(limit: limits[rule.id] ?? rule.limit?.standard ?? 0, year: year)
    }.map { finding in
      var finding = finding
      if let severity = severities[finding.rule] { finding.severity = severity }
      return finding
    }
  }

  /// The catalogue's page of each rule.
  public static var pages: [RulePage] { Rules.all.map(RulePage.init) }
}

/// A rule as the catalogue shows it.
///
///     for page in RuleSelection.pages { print(page.id, page.summary) }
public struct RulePage: Sendable {
  /// The rule's name.
  public let id: String
  /// How much its findings weigh.
  public let severity: Severity
  /// What it finds, in one line.
  public let summary: String
  /// The whole page, in Markdown.
  public let text: String

  init(_ rule: Rule) {
    id = rule.id
    severity = rule.severity
    summary = rule.summary
    let examples = rule.examples.map { example in
      let (text, ranges) = example.unmarked
      let head = ranges.isEmpty ? "Silent on:" : "Finds what stands between ⟦ and ⟧:"
      return head + "\n\n"
        + (ranges.isEmpty ? text : example.text).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    " + $0 }.joined(separator: "\n")
    }
    text =
      "# \(rule.id)\n\n\(rule.summary). Severity: \(rule.severity.rawValue).\n\n\(rule.explanation)\n\n"
      + Self.switches(rule)
      + examples.joined(separator: "\n\n") + "\n"
  }

  private static func switches(_ rule: Rule) -> String {
    let limit = rule.limit.map { ", \($0.name): \($0.standard)" } ?? ""
    return """
      In `.ibid.yml`:

          rules:
            \(rule.id): {severity: \(rule.severity.rawValue)\(limit)}    # or: off

      In the article, for one line: `<!-- ibid-disable-line \(rule.id) -- reason -->`


      """
  }
}
