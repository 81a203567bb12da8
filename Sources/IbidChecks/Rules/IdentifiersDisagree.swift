import IbidClaims
import IbidModel

extension Rule {
  static let identifiersDisagree = Rule(
    id: "identifiers-disagree", severity: .error,
    summary: "Two identifiers of one reference that name different works",
    explanation: """
      The reference gives, say, a PMID and a DOI, and by the records they are not of the same work. One was pasted
      into the wrong reference: a reader who follows it lands elsewhere.
      """,
    examples: [
      RuleExample(
        "Medicine needs a new model.[^1]\n\n[^1]: ⟦\(RuleExample.engelReference) doi: 10.1234/sleep.2010⟧\n",
        "the identifiers name different works: DOI 10.1234/sleep.2010 is of roe2010, PMID 847460 is of engel1977",
        records: [.engel, .sleep]),
      RuleExample(
        "Medicine needs a new model.[^1]\n\n[^1]: \(RuleExample.engelReference) doi: 10.1126/science.847460\n",
        records: [.engel, .sleep]),
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Roe J. A study of sleep and its effects on the young. Sleep. 2010;3(2):10–12. doi: 10.1234/sleep.2010\n",
        records: [.engel, .sleep]),
    ]
  ) { article in
    article.notes.flatMap(\.references).compactMap { link in
      guard let others = link.disagreeingIdentifiers, !others.isEmpty else { return nil }
      return Remark(link.reference.range, "the identifiers name different works: " + others.joined(separator: ", "))
    }
  }
}
