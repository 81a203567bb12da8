import IbidClaims
import IbidModel

extension Rule {
  static let uncitedClaim = Rule(
    id: "uncited-claim", severity: .warning, limit: Limit(name: "score", standard: 50),
    summary: "A claim that no citation supports",
    explanation: """
      The sentence says something that a reader may want to check, and it has no citation. The score tells how much
      it looks like a claim that needs one, from 0.5 to 1. Writers often cite once for sentences that belong together:
      where the sentence before or behind in the paragraph is cited, and where the score is low, the finding is only
      information. The priority is high from a score of 0.85, and low where a neighbour is cited.

      Cite a source, or say that it is your own view. The configuration can ask for a higher score, in hundredths
      (`rules: {uncited-claim: {score: 70}}`). `ibid claims --explain` shows what spoke for and against.
      """,
    examples: [
      RuleExample(
        "⟦Exercise reduces chronic pain in 40% of patients with arthritis.⟧",
        "this claim has no citation (score 0.82, priority medium); cite a source or say whose view it is"),
      RuleExample(
        """
        Exercise reduces chronic pain in 40% of patients with arthritis.[^1]

        [^1]: Weng Q, Goh SL, Wu J. Comparative efficacy of exercise therapy. Br J Sports Med. 2023 Jan. PubMed 36593092
        """),
      RuleExample("Exercise reduces chronic pain in 42% of patients with arthritis [@nobody2020]."),
      RuleExample("I think that I shall go for a walk today."),
      RuleExample("Does exercise reduce chronic pain in patients with arthritis?"),
      RuleExample("# Exercise reduces chronic pain in patients"),
    ]
  ) { article, settings in
    article.judgements.indices.compactMap { index in
      let judgement = article.judgements[index]
      let sentence = article.article.sentences[index]
      // A claim whose marker leads nowhere is told of by `marker-without-note`.
      guard judgement.kind == .claim, article.statuses[index] == .uncited, sentence.markers.isEmpty,
        judgement.needsCitation * 100 >= Double(settings.limit)
      else { return nil }
      let score = "score \((judgement.needsCitation * 100).rounded() / 100)"
      if hasCitedNeighbour(index, in: article) {
        let message = "this claim has no citation of its own (\(score), priority low); does the one beside it cover it?"
        return Remark(sentence.range, message, severity: .info)
      }
      let priority = judgement.needsCitation < 0.85 ? "medium" : "high"
      return Remark(
        sentence.range,
        "this claim has no citation (\(score), priority \(priority)); cite a source or say whose view it is",
        severity: judgement.needsCitation < 0.75 ? .info : nil)
    }
  }

  /// Whether the sentence before or behind in the same block is cited.
  private static func hasCitedNeighbour(_ index: Int, in article: LinkedArticle) -> Bool {
    let sentences = article.article.sentences
    return [index - 1, index + 1].contains { other in
      sentences.indices.contains(other) && sentences[other].block == sentences[index].block
        && article.statuses[other] == .cited
    }
  }
}
