import IbidClaims
import IbidModel

extension Rule {
  static let newerVersion = Rule(
    id: "newer-version", severity: .info,
    summary: "A cited work of which there is a newer version",
    explanation: """
      A review or a guideline was updated. Cite the update, unless the older version is what you speak of. A preprint
      that has been published has a rule of its own.
      """,
    examples: [
      .engel(
        .engel(types: ["Systematic Review"], relation: "UpdateIn"),
        finds: "there is a newer version of the work: Science. 1980;1:1 (PMID 1)"),
      .engel(.engel(types: ["Systematic Review"], relation: "UpdateOf"), finds: nil),
      .engel(.engel(types: ["Preprint"], relation: "UpdateIn"), finds: nil),
    ]
  ) { article in
    article.citedPlaces.compactMap { place in
      let newer = place.work.relations(["UpdateIn"])
      guard !newer.isEmpty, !place.work.publicationTypes.contains("Preprint") else { return nil }
      return Remark(place.range, "there is a newer version of the work\(newer.aside)")
    }
  }
}
