import IbidClaims
import IbidModel

extension Rule {
  static let expressionOfConcern = Rule(
    id: "expression-of-concern", severity: .warning,
    summary: "A cited work of which its journal has expressed concern",
    explanation: """
      The journal doubts the work and has not decided yet. It is no retraction: say in the text that the work is in
      doubt, or rest the claim on another.
      """,
    examples: [
      .engel(
        .engel(relation: "ExpressionOfConcernIn"),
        finds: "the journal has expressed concern about the work: Science. 1980;1:1 (PMID 1)"),
      .engel(.engel(types: ["Expression of Concern"], relation: "ExpressionOfConcernFor"), finds: nil),
      .engel(.engel(relation: "ErratumIn"), finds: nil),
    ]
  ) { article in
    article.citedPlaces.compactMap { place in
      let notices = place.work.relations(["ExpressionOfConcernIn"])
      guard !notices.isEmpty, !place.work.isRetractedForGood else { return nil }
      return Remark(place.range, "the journal has expressed concern about the work\(notices.aside)")
    }
  }
}
