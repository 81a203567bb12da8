import IbidClaims
import IbidModel

extension Rule {
  static let evidenceTypeMismatch = Rule(
    id: "evidence-type-mismatch", severity: .warning,
    summary: "The text names another kind of study than its source is",
    explanation: """
      The sentence speaks of a trial and its only source is a review, or of a meta-analysis and its only source is a
      single trial, by PubMed's publication types. One of the two is wrong, or the source is cited at second hand.
      """,
    examples: [
      .engel(
        claim: "⟦A randomized trial found that exercise reduces pain.[^1]⟧", .engel(types: ["Review"]),
        finds: "the text speaks of a trial, but engel1977 is a review"),
      .engel(
        claim: "⟦A meta-analysis found that exercise reduces pain.[^1]⟧",
        .engel(types: ["Randomized Controlled Trial"]),
        finds: "the text speaks of a review, but engel1977 is a single trial"),
      .engel(
        claim: "A review of trials found that exercise reduces pain.[^1]", .engel(types: ["Systematic Review"]),
        finds: nil),
      .engel(
        claim: "A randomized trial found that exercise reduces pain.[^1]",
        .engel(types: ["Randomized Controlled Trial"]), finds: nil),
      .engel(claim: "Pain is a trial for anybody, and exercise reduces it.[^1]", .engel(types: ["Review"]), finds: nil),
    ]
  ) { article in
    article.supportedClaims.compactMap { claim in
      guard claim.works.count == 1 else { return nil }
      let types = claim.works[0].publicationTypes
      let text = claim.sentence.text
      let saysSynthesis = synthesisWords.occur(in: text)
      if trialWords.occur(in: text), !saysSynthesis, !types.isDisjoint(with: reviews),
        types.isDisjoint(with: trials)
      {
        return Remark(claim.sentence.range, "the text speaks of a trial, but \(claim.works[0].item.id) is a review")
      }
      if saysSynthesis, !types.isDisjoint(with: trials), types.isDisjoint(with: reviews) {
        return Remark(
          claim.sentence.range, "the text speaks of a review, but \(claim.works[0].item.id) is a single trial")
      }
      return nil
    }
  }

  private static let reviews: Set<String> = ["Review", "Systematic Review", "Meta-Analysis", "Scoping Review"]
  private static let trials: Set<String> = [
    "Clinical Trial", "Randomized Controlled Trial", "Controlled Clinical Trial", "Pragmatic Clinical Trial",
    "Clinical Trial, Phase I", "Clinical Trial, Phase II", "Clinical Trial, Phase III", "Clinical Trial, Phase IV",
    "Equivalence Trial", "Adaptive Clinical Trial",
  ]
  private static let trialWords = Phrases([
    "randomized trial", "randomised trial", "randomized controlled trial", "randomised controlled trial",
    "clinical trial", "controlled trial", "placebo controlled trial", "trial of", "trial found", "trial showed",
    "trial in", "trial with",
  ])
  private static let synthesisWords = Phrases([
    "meta analysis", "meta analyses", "systematic review", "systematic reviews", "review of", "reviews of",
    "reviewed", "pooled", "cochrane", "trials",
  ])
}
