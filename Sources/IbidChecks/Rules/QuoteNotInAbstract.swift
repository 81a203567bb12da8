import IbidClaims
import IbidModel

extension Rule {
  static let quoteNotInAbstract = Rule(
    id: "quote-not-in-abstract", severity: .info,
    summary: "A quote that the abstract of its work does not have",
    explanation: """
      The note quotes a work whose abstract is in the library, and the words are not in it. They may stand in the full
      text, be altered, or come from elsewhere: compare. Ellipses, brackets, typographic marks and the case of the
      first letter are no alterations. Without an abstract nothing is said.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460

            ⟦“The moon is made of very old green cheese.”⟧
        """, records: [.engelWithAbstract]),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460

            “Our example abstract says … that models of [medicine] need care and thought.”
        """, records: [.engelWithAbstract]),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460

            “The moon is made of very old green cheese.”
        """, records: [.engel]),
    ]
  ) { article in
    zip(article.article.notes, article.notes).flatMap { note, link in
      note.quotes.compactMap { remark(on: $0, works: link.works, in: article) }
    }
  }

  private static func remark(on quote: Quote, works: [Int], in article: LinkedArticle) -> Remark? {
    let words = QuotedWords(quote.text)
    let own = works.map { article.works[$0].item }.filter { $0[.abstract] != nil }
    guard words.count >= 5, !own.isEmpty, !own.contains(where: { words.occur(in: $0[.abstract] ?? "") }) else {
      return nil
    }
    let other = article.works.first { words.occur(in: $0.item[.abstract] ?? "") }
    guard let other else {
      return Remark(quote.range, "the quote is not in the abstract of \(own[0].id); compare it with the full text")
    }
    return Remark(
      quote.range, "the quote is not in the abstract of \(own[0].id), but in that of \(other.item.id)",
      severity: .warning)
  }
}

extension Item {
  fileprivate static let engelWithAbstract: Item = {
    var item = Item.engel
    item[.abstract] = "Our example abstract says, among other things, that models of health need care and thought."
    return item
  }()
}
