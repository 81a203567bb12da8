import IbidClaims
import IbidModel

extension Rule {
  static let uncitedClaim = Rule(
    id: "uncited-claim", severity: .warning, limit: Limit(name: "score", standard: 50),
    summary: "A claim that no citation supports",
    explanation: """
      The sentence says something that a reader may doubt, and neither it nor a sentence that gathers it up has a
      citation. The score tells how much it looks like a claim that needs one, from 50 to 100. Writers often cite once
      for sentences that belong together: where the sentence before or behind in the paragraph is cited, the finding says
      so. Below a score of 87 it is only information; from 87 on the priority is high. Of many such
      claims the surest are told, at most six a thousand words, or eight in a text shorter than that.

      Cite a source, or say that it is your own view. The configuration can ask for a higher score, or a lower one
      (`rules: {uncited-claim: {score: 70}}`). `ibid claims --explain` shows what spoke for and against.
      """,
    examples: [
      RuleExample(
        "⟦Exercise reduces chronic pain in 40% of patients with arthritis.⟧",
        "this claim has no citation (score 96, priority high); cite a source or say whose view it is"),
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
    let found = article.judgements.indices.filter { isUncited($0, in: article, limit: settings.limit) }
    return surest(of: found, in: article).map { index in
      let sentence = article.article.sentences[index]
      let score = article.judgements[index].needsCitation
      let hundredths = Int((score * 100).rounded())
      let text = "score \(hundredths)"
      if hasCitedNeighbour(index, in: article), score < surely {
        let message = "this claim has no citation of its own (\(text), priority low); does the one beside it cover it?"
        return Remark(sentence.range, message, severity: .info, score: hundredths)
      }
      let priority = score < surely ? "medium" : "high"
      return Remark(
        sentence.range,
        "this claim has no citation (\(text), priority \(priority)); cite a source or say whose view it is",
        severity: score < surely ? .info : nil, score: hundredths)
    }
  }

  /// From this score on the finding is a warning of high priority.
  private static let surely = 0.87

  /// Whether a sentence is a claim that neither it nor one that gathers it up cites.
  private static func isUncited(_ index: Int, in article: LinkedArticle, limit: Int) -> Bool {
    let judgement = article.judgements[index]
    // What leads nowhere is told of by `marker-without-note` or `unresolved-terse-citation`.
    return mayBeClaim(judgement.kind) && [.uncited, .none].contains(article.statuses[index])
      && !article.namesSource[index]
      && judgement.needsCitation * 100 >= Double(max(1, limit)) && !article.isCoveredLater(index)
  }

  /// Whether a sentence of this kind may want a source at all; by default only a claim has the score.
  private static func mayBeClaim(_ kind: ClaimKind) -> Bool {
    switch kind {
    case .claim, .opinion, .experience, .definition, .other: true
    case .navigation, .heading, .question: false
    }
  }

  /// In the order of the text the surest of what was found: six a thousand words, eight in a shorter text.
  private static func surest(of found: [Int], in article: LinkedArticle) -> [Int] {
    let words = article.article.wordCount
    let most = words < 1000 ? 8 : words * 6 / 1000
    guard found.count > most else { return found }
    return found.sorted {
      (article.judgements[$1].needsCitation, $0) < (article.judgements[$0].needsCitation, $1)
    }.prefix(most).sorted()
  }

  /// Whether the sentence before or behind in the same block is cited.
  private static func hasCitedNeighbour(_ index: Int, in article: LinkedArticle) -> Bool {
    let sentences = article.article.sentences
    return [index - 1, index + 1].contains { other in
      sentences.indices.contains(other) && sentences[other].block == sentences[index].block
        && article.namesSource[other]
    }
  }
}
