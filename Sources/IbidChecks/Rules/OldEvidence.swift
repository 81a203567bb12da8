import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let oldEvidence = Rule(
    id: "old-evidence", severity: .info, limit: Limit(name: "years", standard: 20),
    summary: "A claim all of whose sources are old",
    explanation: """
      Every work behind the claim is older than the limit: 20 years, or what the configuration says
      (`rules: {old-evidence: {years: 10}}`). Old is not wrong; but somebody may have looked again since. A sentence
      that gives the year itself is left alone. Age is counted to the day of the check.
      """,
    examples: [
      RuleExample(
        """
        ⟦Medicine reduces pain in most patients.[^1]⟧ Exercise reduces pain too.[^2]

        [^1]: \(RuleExample.engelReference)

        [^2]: Weng Q, Goh SL, Wu J. Comparative efficacy of exercise therapy. Br J Sports Med. 2023 Jan. PubMed 36593092
        """, "the newest source of this claim is of 1977"),
      RuleExample(
        """
        In 1977 medicine needed a new model.[^1] Exercise reduces pain.[^2]

        [^1]: \(RuleExample.engelReference)

        [^2]: Weng Q, Goh SL, Wu J. Comparative efficacy of exercise therapy. Br J Sports Med. 2023 Jan. PubMed 36593092
        """),
    ]
  ) { article, settings in
    let newest = article.works.compactMap { $0.item[date: .issued]?.year }.max()
    guard let now = settings.year ?? newest else { return [] }
    return article.supportedClaims.compactMap { claim in
      let years = claim.works.compactMap { $0.item[date: .issued]?.year }
      guard years.count == claim.works.count, let last = years.max(), now - last > settings.limit,
        article.judgements[claim.index].kind == .claim,
        !years.contains(where: { claim.sentence.text.holds("\($0)") })
      else { return nil }
      return Remark(claim.sentence.range, "the newest source of this claim is of \(last)")
    }
  }
}
