import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let contradictedClaim = Rule(
    id: "contradicted-claim", severity: .warning,
    summary: "A claim that the abstract of its source speaks against",
    explanation: """
      The library has the abstract of the one work that the sentence cites, and its sentence on the same matter says
      something else: another percentage or number of people, the other direction («lower» for «higher»), no effect
      where the claim has one, or another population. The abstract's sentence stands in the finding. An abstract that
      says nothing of the matter contradicts nothing: the full text may.
      """,
    examples: [
      .engel(
        claim: "⟦A daily walk in the evening reduced pain by 41% in older adults.[^1]⟧", .engel(abstract: abstract),
        finds: "the claim has 41 %, the abstract of engel1977: “\(sentence)”"),
      .engel(
        claim: "⟦A daily evening walk increased pain in older adults.[^1]⟧", .engel(abstract: abstract),
        finds: "the claim has “increased”, the abstract of engel1977 “reduced”: “\(sentence)”"),
      .engel(
        claim: "⟦A daily evening walk reduced pain in children.[^1]⟧", .engel(abstract: abstract),
        finds: "the claim is about children, the abstract of engel1977 about adults: “\(sentence)”"),
      .engel(
        claim: "A daily walk in the evening reduced pain by 14% in older adults.[^1]", .engel(abstract: abstract),
        finds: nil),
      .engel(
        claim: "A daily walk in the evening reduced falls by 41% in one town.[^1]", .engel(abstract: abstract),
        finds: nil),
      .engel(claim: "A daily evening walk increased pain in older adults.[^1]", .engel, finds: nil),
    ]
  ) { article in
    article.supportedClaims.compactMap { claim in
      guard claim.works.count == 1, let abstract = claim.works[0].item[.abstract],
        claim.sentence.setting == .paragraph || claim.sentence.setting == .listItem,
        let contradiction = Contradiction(claim.sentence.text, abstract: abstract)
      else { return nil }
      return Remark(claim.sentence.range, contradiction.message(work: claim.works[0].item.id))
    }
  }

  private static let sentence = "A daily walk in the evening reduced pain by 14% in older adults."
  private static let abstract = "We asked whether walking helps. \(sentence) More must be known."
}
