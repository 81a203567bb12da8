import IbidClaims
import IbidModel

extension Rule {
  static let recordMismatch = Rule(
    id: "record-mismatch", severity: .warning,
    summary: "A reference and the record of the same work disagree",
    explanation: """
      The library has a record of the work, and the reference in the article says something else: another year,
      volume, page, author, journal or title, or an identifier that is another work's. One of the two is wrong, mostly
      the one that was typed. A year of electronic publication and one of print are both right; so are a journal's
      title and its abbreviation. Identifiers that disagree among themselves have a rule of their own.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: ⟦Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1978 Apr;196(4286):129–36. PubMed 847460⟧
        """, "the record says otherwise: year “1978”, record “1977”", records: [.engel]),
      RuleExample(
        """
        Sleep helps.[^1]

        [^1]: ⟦Roe J, Doe A. A study of sleep and its effects on the young. Sleep. 2010;3(2):10–12. PubMed 847460⟧
        """, "the PMID is that of another work, engel1977", records: [.engel]),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
        """, records: [.engel]),
    ]
  ) { article in
    article.notes.flatMap(\.references).flatMap { link -> [Remark] in
      let disagree = link.disagreeingIdentifiers != nil
      let strangers = (disagree ? [] : link.conflicts).map { conflict in
        Remark(
          link.reference.range,
          "the \(conflict.reasons.joined(separator: " and ")) is that of another work, \(conflict.record.id)")
      }
      guard link.match != nil else { return strangers }
      let differences = RecordComparison(
        written: link.reference.item, record: article.works[link.work], comparesIdentifiers: !disagree
      ).differences
      guard !differences.isEmpty else { return strangers }
      return strangers
        + [Remark(link.reference.range, "the record says otherwise: " + differences.joined(separator: "; "))]
    }
  }
}
