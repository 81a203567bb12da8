import IbidClaims
import IbidModel

extension Rule {
  static let duplicateNoteNumber = Rule(
    id: "duplicate-note-number", severity: .error,
    summary: "A note whose number another note has already",
    explanation: """
      Two notes bear the same label, and the text can only point at the first. Give the second a label of its own, or
      take it out.
      """,
    examples: [
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^1]: Sleep long.⟧\n",
        "there is a note 1 already; the text points at the first"),
      RuleExample("Sleep helps.[^1] Much.[^2]\n\n[^1]: Sleep well.\n\n[^2]: Sleep well.\n"),
    ]
  ) { article in
    var seen: Set<String> = []
    return article.article.notes.filter { !seen.insert($0.label).inserted }.map {
      Remark($0.range, "there is a note \($0.label) already; the text points at the first")
    }
  }
}
