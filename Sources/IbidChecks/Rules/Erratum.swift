import IbidClaims
import IbidModel

extension Rule {
  static let erratum = Rule(
    id: "erratum", severity: .info,
    summary: "A cited work that has been corrected",
    explanation: """
      An erratum was published. Most are small; read it, and see whether it touches what you cite the work for.
      """,
    examples: [
      .engel(.engel(relation: "ErratumIn"), finds: "the work has been corrected: Science. 1980;1:1 (PMID 1)"),
      .engel(.engel(types: ["Published Erratum"], relation: "ErratumFor"), finds: nil),
      .engel(.engel(relation: "CommentIn"), finds: nil),
    ]
  ) { article in
    article.citedPlaces.compactMap { place in
      let errata = place.work.relations(["ErratumIn"])
      guard !errata.isEmpty else { return nil }
      let count = errata.count > 1 ? " (\(errata.count) errata)" : ""
      return Remark(place.range, "the work has been corrected\(count)\(errata.aside)")
    }
  }
}
