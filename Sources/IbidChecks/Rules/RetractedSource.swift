import IbidClaims
import IbidModel

extension Rule {
  static let retractedSource = Rule(
    id: "retracted-source", severity: .error,
    summary: "A cited work that has been retracted",
    explanation: """
      The library's PubMed record of the work says that it was retracted. Take the citation out, or say in the text
      that the work was retracted and why you cite it all the same. The notice of a retraction is no retracted work,
      and one that was retracted and republished has a rule of its own. Where every sentence that cites the work speaks
      of the retraction, the finding is only information.
      """,
    examples: [
      .engel(
        .engel(types: ["Retracted Publication"], relation: "RetractionIn"),
        finds: "the work was retracted: Science. 1980;1:1 (PMID 1); do not rest a claim on it"),
      RuleExample(
        "Medicine needs a new model ⟦[@engel1977]⟧.", "the work was retracted; do not rest a claim on it",
        records: [.engel(types: ["Retracted Publication"])]),
      RuleExample(
        "The paper was withdrawn in 1980 ⟦[@engel1977]⟧.", "the work was retracted, as the text says", severity: .info,
        records: [.engel(types: ["Retracted Publication"])]),
      .engel(.engel, finds: nil),
      .engel(.engel(types: ["Retraction of Publication"], relation: "RetractionOf"), finds: nil),
      .engel(.engel(relation: "RetractedandRepublishedIn"), finds: nil),
    ]
  ) { article in
    let places = article.citedPlaces.filter(\.work.isRetractedForGood)
    guard !places.isEmpty else { return [] }
    let claims = article.supportedClaims
    return places.map { place in
      let citing = claims.filter { claim in claim.works.contains { $0.item.id == place.work.item.id } }
      if !citing.isEmpty, citing.allSatisfy({ RetractionWords.occur(in: $0.sentence.text) }) {
        return Remark(place.range, "the work was retracted, as the text says", severity: .info)
      }
      let notice = place.work.relations(["RetractionIn"]).aside
      return Remark(place.range, "the work was retracted\(notice); do not rest a claim on it")
    }
  }
}
