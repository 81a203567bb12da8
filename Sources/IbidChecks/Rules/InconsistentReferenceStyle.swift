import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let inconsistentReferenceStyle = Rule(
    id: "inconsistent-reference-style", severity: .info,
    summary: "A reference written in another manner than the others",
    explanation: """
      Most references of the article have the year in parentheses, or their DOI as an address, and this one has not;
      or the other way round. Four references at least to works of one type, of which three of four agree, make a manner:
      styles write books in another manner than articles, and footnotes in another than a bibliography. `ibid format`
      writes all of them in one style.
      """,
    examples: [
      RuleExample(
        """
        One.[^1] Two.[^2] Three.[^3] Four.[^4]

        [^1]: Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12. PubMed 11111111

        [^2]: Doe A. Rest and the heart. Heart. 2011;4(1):20–30. PubMed 22222222

        [^3]: Poe B. Long life. Aging. 2012;5(1):1–9. PubMed 33333333

        [^4]: ⟦Low, C. (2013). Long lives and good health. Aging, 6(1), 1–9.⟧
        """, "this reference has the year in parentheses; most others have not"),
      RuleExample(
        """
        One.[^1] Two.[^2]

        [^1]: Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12. PubMed 11111111

        [^2]: Low, C. (2013). Long lives and good health. Aging, 6(1), 1–9.
        """),
    ]
  ) { article in
    let entries = article.entriesBesideNotes
    let references = article.article.notes.enumerated().flatMap { index, note in
      note.references.filter { $0.item[.title] != nil }.map {
        (Peers(type: $0.item.type, areEntries: entries.contains(index)), $0)
      }
    }
    let odd = Dictionary(grouping: references, by: \.0).values.flatMap { remarks(among: $0.map(\.1)) }
    return odd.sorted { $0.range.position < $1.range.position }
  }

  /// What references have in common that one style writes in one manner.
  private struct Peers: Hashable {
    var type: ItemType
    var areEntries: Bool
  }

  private static func remarks(among references: [Reference]) -> [Remark] {
    let years = odd(references) { reference in
      reference.item[date: .issued]?.year.flatMap { year in
        guard reference.text.holds("\(year)") else { return nil }
        return reference.text.holds("(\(year)") ? "the year in parentheses" : "the year without parentheses"
      }
    }
    let addresses = odd(references) { reference in
      guard reference.item[.DOI] != nil else { return nil }
      return reference.text.holds("doi.org/") ? "the DOI as an address" : "the DOI not as an address"
    }
    return (years + addresses).map { Remark($0.range, "this reference has \($0.manner); most others have not") }
  }

  private static func odd(
    _ references: [Reference], _ manner: (Reference) -> String?
  ) -> [(range: SourceRange, manner: String)] {
    let manners = references.compactMap { reference in manner(reference).map { (reference.range, $0) } }
    let counts = Dictionary(grouping: manners, by: { $0.1 }).mapValues(\.count)
    guard manners.count >= 4, let most = counts.values.max(), most * 4 >= manners.count * 3 else { return [] }
    return manners.filter { counts[$0.1] != most }
  }
}
