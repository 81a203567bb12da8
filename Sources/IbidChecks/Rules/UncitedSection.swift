import IbidClaims
import IbidModel

extension Rule {
  static let uncitedSection = Rule(
    id: "uncited-section", severity: .info, limit: Limit(name: "claims", standard: 3),
    summary: "A section of several claims without a single citation",
    explanation: """
      The section makes three claims or more (the number can be configured: `claims`), and none of them is cited. That
      is often a part written from memory. An article that cites nothing at all is not told so section by section.
      """,
    examples: [
      RuleExample(
        """
        # ⟦Exercise⟧

        Exercise reduces chronic pain in 40% of patients. Walking prevents back pain in most adults. Strength training improves sleep in 30% of patients with arthritis.

        # Models

        Medicine needs a new model.[^1]

        [^1]: \(RuleExample.engelReference)
        """, "none of the 3 claims of this section is cited"),
      RuleExample(
        """
        # Exercise

        Exercise reduces chronic pain in 40% of patients.[^1] Walking prevents back pain in most adults. Strength training improves sleep in 30% of patients with arthritis.

        [^1]: \(RuleExample.engelReference)
        """),
    ]
  ) { article, settings in
    guard article.statuses.contains(.cited) else { return [] }
    var counts = [(claims: Int, cited: Int)](repeating: (0, 0), count: article.article.sections.count)
    for index in article.article.sentences.indices {
      guard let section = article.article.sentences[index].section else { continue }
      if article.judgements[index].kind == .claim { counts[section].claims += 1 }
      if article.statuses[index] == .cited { counts[section].cited += 1 }
    }
    return counts.indices.compactMap { index in
      guard counts[index].claims >= max(1, settings.limit), counts[index].cited == 0 else { return nil }
      return Remark(
        article.article.sections[index].range, "none of the \(counts[index].claims) claims of this section is cited")
    }
  }
}
