import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let citesRetractionNotice = Rule(
    id: "cites-retraction-notice", severity: .warning,
    summary: "The notice of a retraction cited as a source",
    explanation: """
      The reference leads to the notice that withdraws a work, not to a study. Where the text speaks of the retraction
      that is right; where it claims something about health it is a mix-up.
      """,
    examples: [
      .engel(
        .engel(types: ["Retraction of Publication"], relation: "RetractionOf"),
        finds: "this is the notice of a retraction, not a study: Science. 1980;1:1 (PMID 1)"),
      .engel(.engel(types: ["Retraction Notice"]), finds: "this is the notice of a retraction, not a study"),
      RuleExample(
        "The paper was retracted.[^1]\n\n[^1]: \(RuleExample.engelReference)\n",
        records: [.engel(types: ["Retraction of Publication"])]),
      .engel(.engel(types: ["Retracted Publication"], relation: "RetractionIn"), finds: nil),
    ]
  ) { article in
    let notices = article.citedPlaces.filter { place in
      let types = place.work.publicationTypes
      return types.contains("Retraction of Publication") || types.contains("Retraction Notice")
        || !place.work.relations(["RetractionOf"]).isEmpty
    }
    guard !notices.isEmpty else { return [] }
    let spoken = article.supportedClaims.filter { RetractionWords.occur(in: $0.sentence.text) }.flatMap(\.works).map(
      \.item.id)
    return notices.filter { !spoken.contains($0.work.item.id) }.map {
      Remark($0.range, "this is the notice of a retraction, not a study\($0.work.relations(["RetractionOf"]).aside)")
    }
  }
}
