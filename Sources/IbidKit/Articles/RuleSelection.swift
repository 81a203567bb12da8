import IbidChecks
import IbidClaims
import IbidFormats
public import IbidModel

/// Which rules a check uses, and how.
///
///     let rules = try RuleSelection(only: ["uncited-claim", "hollow-citation"], disabled: [])
///     print(article.findings(rules: rules).count)
public struct RuleSelection: Sendable {
  let rules: [Rule]
  /// The names of the rules of bibliographies.
  let bibliographyRules: Set<String>
  let severities: [String: Severity]
  let limits: [String: Int]
  let year: Int?

  /// What is checked.
  ///
  ///     let rules = try RuleSelection(only: ["bad-issn"], disabled: [], subject: .bibliography)
  public enum Subject: Sendable {
    case article, bibliography
  }

  /// All rules.
  public init() {
    rules = Rules.all
    bibliographyRules = Set(BibTeXRule.all.map(\.id))
    severities = [:]
    limits = [:]
    year = nil
  }

  /// The rules named in `only` (where it is empty those of the configuration's profile, and what else it sets) but for
  /// those named in `disabled`.
  ///
  /// - Parameters:
  ///   - all: whether every rule is used that is not switched off, whatever the profile.
  ///   - year: the year in which the check is made.
  ///   - subject: what is checked; the rules of the other kind cannot be named.
  /// - Throws: `IbidError` where a name is no rule's.
  public init(
    only: [String], disabled: [String], all: Bool = false, configuration: CheckConfiguration = CheckConfiguration(),
    year: Int? = nil, subject: Subject = .article
  ) throws(IbidError) {
    let known = subject == .article ? Rules.all.map(\.id) : BibTeXRule.all.map(\.id)
    for name in only + disabled where !known.contains(name) { throw .unknownRule(name, among: known) }
    func isWanted(_ rule: String) -> Bool {
      if disabled.contains(rule) { return false }
      guard only.isEmpty else { return only.contains(rule) }
      return !configuration.disabled.contains(rule)
        && (all || configuration.enabled.contains(rule) || configuration.profile.uses(rule))
    }
    rules = Rules.all.filter { isWanted($0.id) }
    bibliographyRules = Set(BibTeXRule.all.map(\.id).filter(isWanted))
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

  /// The catalogue's page of each rule: those of articles, then those of bibliographies.
  public static var pages: [RulePage] { Rules.all.map(RulePage.init) + BibTeXRule.all.map(RulePage.init) }
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
    let limit = rule.limit.map { ", \($0.name): \($0.standard)" } ?? ""
    text = Self.page(
      id, severity, summary, rule.explanation + Self.use(of: id), limit: limit,
      switchedOff: "In the article, for one line: `<!-- ibid-disable-line \(id) -- reason -->`",
      examples: rule.examples.map(\.text))
  }

  /// Which profiles use a rule, where not all do.
  private static func use(of rule: String) -> String {
    guard !RuleProfile.standard.uses(rule) else { return "" }
    let profiles = RuleProfile.allCases.filter { $0.uses(rule) }.map { "`profile: \($0.rawValue)`" }
    return "\n\nUsed with \((profiles + ["`--all`"]).joined(separator: ", ")), or where it is named."
  }

  init(_ rule: BibTeXRule) {
    id = rule.id
    severity = rule.severity
    summary = rule.summary
    text = Self.page(
      id, severity, summary, rule.explanation, limit: "",
      switchedOff: "In the file, for the line behind: `% ibid-disable-next-line \(id) -- reason`",
      examples: rule.examples.map(\.text))
  }

  private static func page(
    _ id: String, _ severity: Severity, _ summary: String, _ explanation: String, limit: String, switchedOff: String,
    examples: [String]
  ) -> String {
    let shown = examples.map { example in
      (example.contains("⟦") ? "Finds what stands between ⟦ and ⟧:" : "Silent on:") + "\n\n"
        + example.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }
    return """
      # \(id)

      \(summary). Severity: \(severity.rawValue).

      \(explanation)

      In `.ibid.yml`:

          rules:
            \(id): {severity: \(severity.rawValue)\(limit)}    # or: off

      \(switchedOff)


      """ + shown.joined(separator: "\n\n") + "\n"
  }
}
