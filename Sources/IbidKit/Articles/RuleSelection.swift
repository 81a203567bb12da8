import IbidChecks
public import IbidModel

/// Which rules a check uses.
public struct RuleSelection: Sendable {
  let rules: [Rule]

  /// All rules.
  public init() { rules = Rules.all }

  /// The rules named in `only` (all where it is empty) but for those named in `disabled`.
  ///
  /// - Throws: `IbidError` where a name is no rule's.
  public init(only: [String], disabled: [String]) throws(IbidError) {
    for name in only + disabled where !Rules.all.contains(where: { $0.id == name }) {
      throw IbidError("there is no rule “\(name)”; `ibid rules` lists them")
    }
    rules = Rules.all.filter { (only.isEmpty || only.contains($0.id)) && !disabled.contains($0.id) }
  }

  /// The catalogue's page of each rule.
  public static var pages: [RulePage] { Rules.all.map(RulePage.init) }
}

/// A rule as the catalogue shows it.
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
      + examples.joined(separator: "\n\n") + "\n"
  }
}
