import IbidClaims
import IbidModel

extension Rule {
  static let referenceWithoutIdentifier = Rule(
    id: "reference-without-identifier", severity: .info,
    summary: "A reference without DOI, PMID, PMCID, ISBN or URL",
    explanation: """
      An identifier is how a reader, and a program, finds the work in one step. Where the library's record of the
      work has one, the message gives it.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: ⟦Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36.⟧
        """),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
        """),
    ]
  ) { article in
    article.notes.flatMap(\.references).compactMap { link in
      let written = link.reference.item
      guard written.identifiers.isEmpty, written[.URL] == nil else { return nil }
      let known = link.match?.record.identifiers.first.map { "; the record has \($0.kind.rawValue) \($0.value)" } ?? ""
      return Remark(link.reference.range, "the reference has no identifier" + known)
    }
  }
}
