import IbidClaims
import IbidModel

extension Rule {
  static let preprintPublished = Rule(
    id: "preprint-published", severity: .info,
    summary: "A cited preprint that has been published since",
    explanation: """
      The preprint went through review and was published. Cite that version: it may say something else.
      """,
    examples: [
      .engel(
        .engel(types: ["Preprint"], relation: "UpdateIn"),
        finds: "the preprint has been published: Science. 1980;1:1 (PMID 1)"),
      .engel(.engel(types: ["Preprint"]), finds: nil),
      .engel(.engel(types: ["Journal Article"], relation: "UpdateOf"), finds: nil),
    ]
  ) { article in
    article.citedPlaces.compactMap { place in
      let published = place.work.relations(["UpdateIn"])
      guard !published.isEmpty, place.work.publicationTypes.contains("Preprint") else { return nil }
      return Remark(place.range, "the preprint has been published\(published.aside)")
    }
  }
}
