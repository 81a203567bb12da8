import IbidClaims
import IbidModel

extension Rule {
  static let quoteNotInAbstract = Rule(
    id: "quote-not-in-abstract", severity: .info,
    summary: "A quote that the abstract of its work does not have",
    explanation: """
      The note, or the sentence, quotes a work whose abstract is in the library, and the words are not in it. They may stand in the full
      text, be altered, or come from elsewhere: compare. Where another record of the article has them, it is named.
      Ellipses, brackets, typographic marks and the case of the first letter are no alterations. Without an abstract
      nothing is said: it is not known.
      """,
    examples: [
      .quoting(
        "⟦“The moon is made of very old green cheese.”⟧", .engel(abstract: abstract),
        finds: "the quote is not in the abstract of engel1977; compare it with the full text"),
      .quoting(
        "“Our example abstract says … that models of [medicine] need care and thought.”", .engel(abstract: abstract),
        finds: nil),
      .quoting("“The moon is made of very old green cheese.”", .engel, finds: nil),
    ]
  ) { article in
    QuotedWork.all(in: article).compactMap { quoted in
      guard !quoted.occurs, quoted.altered == nil else { return nil }
      let other = article.works.first { quoted.words.occur(in: $0.item[.abstract] ?? "") }
      guard let other else {
        return Remark(
          quoted.quote.range,
          "the quote is not in the abstract of \(quoted.works[0].id); compare it with the full text")
      }
      return Remark(
        quoted.quote.range,
        "the quote is not in the abstract of \(quoted.works[0].id), but in that of \(other.item.id)",
        severity: .warning)
    }
  }

  private static let abstract =
    "Our example abstract says, among other things, that models of health need care and thought."
}
