import IbidClaims
import IbidModel

extension Rule {
  static let unknownIdentifier = Rule(
    id: "unknown-identifier", severity: .info,
    summary: "An identifier that no record has",
    explanation: """
      The records hold other works of the article, but none has this identifier: it is mistyped, or the record was
      not imported. Where the records hold nothing of the article nothing is said.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1] Sleep helps.[^2]

        [^1]: \(RuleExample.engelReference)

        [^2]: ⟦Low C, Moe D. Long lives and good health among the old. Aging. 2013;6(1):1–9. PubMed 33333333⟧
        """, "no record has PMID 33333333", records: [.engel]),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: \(RuleExample.engelReference)
        """, records: [.engel]),
      RuleExample(
        """
        Sleep helps.[^1]

        [^1]: Low C, Moe D. Long lives and good health among the old. Aging. 2013;6(1):1–9. PubMed 33333333
        """, records: [.engel]),
    ]
  ) { article in
    guard article.works.contains(where: \.isRecord) else { return [] }
    return article.notes.flatMap(\.references).compactMap { link in
      guard link.match == nil, link.conflicts.isEmpty,
        let identifier = link.reference.item.identifiers.first(where: { $0.kind != .isbn })
      else { return nil }
      return Remark(link.reference.range, "no record has \(identifier.kind.rawValue) \(identifier.value)")
    }
  }
}
