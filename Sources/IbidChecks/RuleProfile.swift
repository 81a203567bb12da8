/// Which rules a check uses where nobody names them: those that a writer of this kind would thank for.
package enum RuleProfile: String, CaseIterable, Sendable {
  /// What holds of any article.
  case standard
  /// An article for readers: quotes have their speaker, and no section goes without a source.
  case scienceWriter = "science-writer"
  /// A manuscript for a journal: the list of references is looked at by its letter.
  case manuscript
  /// A review: how old its evidence is, too, and which part of a sentence its citation covers.
  case review

  /// Whether the profile uses a rule.
  package func uses(_ rule: String) -> Bool { !Self.special.contains(rule) || more.contains(rule) }

  /// Rules that are no part of the standard: they are right too seldom in an article of any kind, or a matter of taste.
  private static let special: Set<String> = [
    "notes-out-of-order", "mixed-citation-styles", "partly-covered-claim", "uncited-section", "piled-citations",
    "quote-without-source", "reference-without-identifier", "incomplete-reference", "inconsistent-reference-style",
    "old-evidence",
  ]

  private var more: Set<String> {
    switch self {
    case .standard: []
    case .scienceWriter: ["quote-without-source", "uncited-section"]
    case .manuscript:
      [
        "notes-out-of-order", "mixed-citation-styles", "piled-citations", "reference-without-identifier",
        "incomplete-reference", "inconsistent-reference-style",
      ]
    case .review:
      RuleProfile.manuscript.more.union(["partly-covered-claim", "old-evidence", "uncited-section"])
    }
  }
}
