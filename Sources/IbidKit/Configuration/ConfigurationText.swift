import IbidChecks
import IbidModel

extension CheckConfiguration {
  /// A `.ibid.yml` that sets what holds anyway, and tells of each line what it may say.
  ///
  ///     try OutputFile(CheckConfiguration.fileName).write(CheckConfiguration.commented)
  public static var commented: String {
    """
    # What `ibid check` looks for in the articles of this folder and of those below it. `ibid rules` lists the rules,
    # `ibid rules RULE` explains one. Lines behind a # are suggestions.

    # The rules that are used where nothing is said of them: \(words(RuleProfile.allCases.map(\.rawValue))).
    profile: \(RuleProfile.standard.rawValue)

    # The lightest finding that makes the exit status 1: error, warning, info or never.
    fail-on: warning

    # Rules that are never used here.
    # disable: [lost-list, mixed-citation-styles]

    # What is set for single rules: a severity, on or off; for those that go by a number, that number.
    # rules:
    #   record-mismatch: error
    \(limits)

    # How new records are called that bring no key: [auth], [authors], [year], [title], [shorttitle], [journal], with
    # filters like .lower and :3 for three letters at most.
    # keys: "[auth.lower][year]"

    # Why `ibid screen` may leave a record out.
    # screening: {reasons: [wrong population, wrong outcome]}

    """
  }

  private static var limits: String {
    Rules.all.compactMap { rule in
      rule.limit.map { "#   \(rule.id): {severity: \(rule.severity.rawValue), \($0.name): \($0.standard)}" }
    }.joined(separator: "\n")
  }

  private static func words(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + (names.count > 1 ? " or " : "") + (names.last ?? "")
  }
}
