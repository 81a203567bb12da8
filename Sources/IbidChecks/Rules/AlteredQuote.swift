import IbidClaims
import IbidModel

extension Rule {
  static let alteredQuote = Rule(
    id: "altered-quote", severity: .warning,
    summary: "A quote that its work has in nearly these words",
    explanation: """
      The abstract has a passage very like the quote, but not the same: a word was changed, added or left out without
      a mark. Correct the quote, or mark what was changed with brackets and what was left out with an ellipsis.
      """,
    examples: [
      .quoting(
        "⟦“Models of health always need much care and thought, among other things.”⟧", .engel(abstract: abstract),
        finds: "the abstract of engel1977 says nearly this, in other words"),
      .quoting("“models of health need care and thought … among other things”", .engel(abstract: abstract), finds: nil),
      .quoting("“The moon is made of very old green cheese.”", .engel(abstract: abstract), finds: nil),
    ]
  ) { article in
    QuotedWork.all(in: article).filter { !$0.occurs && $0.isAltered }.map {
      Remark($0.quote.range, "the abstract of \($0.works[0].id) says nearly this, in other words")
    }
  }

  private static let abstract =
    "We find that models of health need care and thought, among other things. We say more of it elsewhere."
}
