import IbidClaims
import IbidModel

extension Rule {
  static let opinionAsEvidence = Rule(
    id: "opinion-as-evidence", severity: .info,
    summary: "A claim that rests on an editorial, a letter or a comment alone",
    explanation: """
      PubMed calls the work an editorial, a letter, a comment or news: what somebody thinks, not what somebody
      measured. Say whose view it is, or cite what the view rests on.
      """,
    examples: [
      .engel(
        claim: "⟦Exercise reduces chronic pain in 40% of patients.[^1]⟧", .engel(types: ["Editorial"]),
        finds: "the claim rests on opinion alone (editorial)"),
      .engel(
        claim: "As an editorial argued, exercise reduces chronic pain in patients.[^1]", .engel(types: ["Editorial"]),
        finds: nil),
      .engel(
        claim: "Exercise reduces chronic pain in 40% of patients.[^1]", .engel(types: ["Letter", "Clinical Trial"]),
        finds: nil),
      .engel(
        claim: "Exercise reduces chronic pain in 40% of patients.[^1]", .engel(types: ["Journal Article"]), finds: nil),
    ]
  ) { article in
    article.supportedClaims.compactMap { claim in
      guard claim.works.allSatisfy(isOpinion), article.judgements[claim.index].kind == .claim,
        !saidSo.occur(in: claim.sentence.text)
      else { return nil }
      let kinds = opinions.intersection(claim.works[0].publicationTypes).sorted().joined(separator: ", ").lowercased()
      return Remark(claim.sentence.range, "the claim rests on opinion alone (\(kinds))")
    }
  }

  private static let opinions: Set<String> = ["Editorial", "Letter", "Comment", "News", "Newspaper Article"]
  private static let evidence: Set<String> = [
    "Clinical Trial", "Randomized Controlled Trial", "Meta-Analysis", "Systematic Review", "Observational Study",
    "Case Reports", "Comparative Study", "Multicenter Study",
  ]
  private static let saidSo = Phrases([
    "editorial", "letter", "comment", "argue", "argues", "argued", "opinion", "believe", "believes", "wrote",
    "according to", "view", "commentary", "suggested that",
  ])

  private static func isOpinion(_ work: Work) -> Bool {
    let types = work.publicationTypes
    return !types.isDisjoint(with: opinions) && types.isDisjoint(with: evidence)
  }
}
