import IbidClaims
import IbidModel

extension Rule {
  static let referenceWithoutIdentifier = Rule(
    id: "reference-without-identifier", severity: .info,
    summary: "A reference without DOI, PMID, PMCID, ISBN or URL",
    explanation: """
      An identifier is how a reader, and a program, finds the work in one step. Where the library's record of the
      work has one, the message gives it.

      Some styles print none at all: where most of an article's references lack one, four at least, the first of them
      carries one finding that counts them all.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: ⟦Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36.⟧
        """, "the reference has no identifier"),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
        """),
      RuleExample(
        """
        One.[^1] Two.[^2] Three.[^3] Four.[^4] Five.[^5]

        [^1]: Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12. PubMed 11111111

        [^2]: ⟦Doe A. Rest and the heart. Heart. 2011;4(1):20–30.⟧

        [^3]: Poe B. Long life. Aging. 2012;5(1):1–9.

        [^4]: Low C. Long lives and good health. Aging. 2013;6(1):1–9.

        [^5]: Kay D. Short naps and long nights. Sleep. 2014;7(3):31–40.
        """, "4 of 5 references have no identifier: those of notes 2, 3, 4 and others"),
      RuleExample(
        """
        One.[^1] Two.[^2] Three.[^3]

        [^1]: Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12. PubMed 11111111

        [^2]: ⟦Doe A. Rest and the heart. Heart. 2011;4(1):20–30.⟧

        [^3]: ⟦Poe B. Long life. Aging. 2012;5(1):1–9.⟧
        """, "the reference has no identifier", "the reference has no identifier"),
    ]
  ) { article in
    let references = zip(article.article.notes, article.notes).flatMap { note, link in
      link.references.map { (label: note.label, link: $0) }
    }
    let missing = references.filter {
      $0.link.reference.item.identifiers.isEmpty && $0.link.reference.item[.URL] == nil
    }
    guard let first = missing.first else { return [] }
    if missing.count >= 4, missing.count * 2 > references.count {
      let message = summary(of: missing, among: references.count)
      return [Remark(first.link.reference.range, message)]
    }
    return missing.map { _, link in
      let known = link.match?.record.identifiers.first.map { "; the record has \($0.kind.rawValue) \($0.value)" } ?? ""
      return Remark(link.reference.range, "the reference has no identifier" + known)
    }
  }

  /// «180 of 200 references have no identifier: those of notes 1, 2, 3 and others; the records of 12 have one».
  private static func summary(of missing: [(label: String, link: LinkedReference)], among count: Int) -> String {
    var labels: [String] = []
    for (label, _) in missing where !labels.contains(label) && labels.count < 4 { labels.append(label) }
    let few = labels.prefix(3).joined(separator: ", ") + (labels.count > 3 ? " and others" : "")
    let known = missing.count { $0.link.match?.record.identifiers.isEmpty == false }
    return "\(missing.count) of \(count) references have no identifier: those of notes \(few)"
      + (known > 0 ? "; the records of \(known) have one" : "")
  }
}
