import IbidClaims
import IbidModel

extension Rule {
  static let retractedAndRepublished = Rule(
    id: "retracted-and-republished", severity: .warning,
    summary: "A cited work that was retracted and published anew",
    explanation: """
      The first version was withdrawn, mostly for an error that its authors found, and a corrected one took its place.
      Cite the corrected one, and see whether it still says what you cite it for.
      """,
    examples: [
      .engel(
        .engel(relation: "RetractedandRepublishedIn"),
        finds: "the work was withdrawn and published anew: Science. 1980;1:1 (PMID 1); cite the new version"),
      .engel(
        .engel(relation: "CorrectedandRepublishedIn"),
        finds: "the work was withdrawn and published anew: Science. 1980;1:1 (PMID 1); cite the new version"),
      .engel(.engel(types: ["Retracted Publication"], relation: "RetractionIn"), finds: nil),
      .engel(
        .engel(types: ["Corrected and Republished Article"], relation: "CorrectedandRepublishedFrom"), finds: nil),
    ]
  ) { article in
    article.citedPlaces.compactMap { place in
      let newer = place.work.relations(["RetractedandRepublishedIn", "CorrectedandRepublishedIn"])
      guard !newer.isEmpty else { return nil }
      return Remark(place.range, "the work was withdrawn and published anew\(newer.aside); cite the new version")
    }
  }
}
