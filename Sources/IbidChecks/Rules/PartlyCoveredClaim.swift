import IbidClaims
import IbidModel

extension Rule {
  static let partlyCoveredClaim = Rule(
    id: "partly-covered-claim", severity: .info,
    summary: "A claim behind the citation of its own sentence",
    explanation: """
      The sentence is cited in its middle, and goes on to claim something else behind the last marker. A reader cannot
      know whether the source covers that part. Move the marker to the end, or cite the rest too.
      """,
    examples: [
      RuleExample(
        "Exercise reduces chronic pain in 40% of patients,[^1] ⟦and most drugs cause serious harm to many patients.⟧\n\n[^1]: \(RuleExample.engelReference)\n",
        "this part of the sentence stands behind its citation; is it covered?"),
      RuleExample("Exercise reduces chronic pain[^1] in patients.\n\n[^1]: \(RuleExample.engelReference)\n"),
      RuleExample(
        "Exercise reduces chronic pain in 40% of patients,[^1] and most drugs cause harm to patients.[^1]\n\n[^1]: \(RuleExample.engelReference)\n"
      ),
    ]
  ) { article in
    article.uncoveredClauses.filter { article.statuses[$0.sentence] == .cited }.map {
      Remark($0.range, "this part of the sentence stands behind its citation; is it covered?")
    }
  }
}
