import IbidClaims
import IbidModel

extension Rule {
  static let alteredQuote = Rule(
    id: "altered-quote", severity: .warning,
    summary: "A quote that its work has in nearly these words",
    explanation: """
      The abstract has a passage very like the quote, but not the same: a word was changed, added or left out without
      a mark. Correct the quote, or mark what was changed with brackets and what was left out with an ellipsis. Quotes
      of notes are held against the works of their note, those of the text against what their sentence cites.
      """,
    examples: [
      .quoting(
        "⟦“Models of health always need much care and thought, among other things.”⟧", .engel(abstract: abstract),
        finds: "the abstract of engel1977 says “models of health need care and thought, among other things.”"),
      .engel(
        claim: "⟦Engel wrote that “models of wealth need care and thought.”[^1]⟧", .engel(abstract: abstract),
        finds: "the abstract of engel1977 says “models of health need care and thought,”"),
      .engel(
        claim: "Engel wrote that “models of health need care and thought.”[^1]", .engel(abstract: abstract), finds: nil),
      .quoting("“models of health need care and thought … among other things”", .engel(abstract: abstract), finds: nil),
      .quoting("“The moon is made of very old green cheese.”", .engel(abstract: abstract), finds: nil),
    ]
  ) { article in
    QuotedWork.all(in: article).compactMap { quoted in
      guard !quoted.occurs, let (work, passage) = quoted.altered else { return nil }
      return Remark(quoted.quote.range, "the abstract of \(work.id) says “\(passage)”")
    }
  }

  private static let abstract =
    "We find that models of health need care and thought, among other things. We say more of it elsewhere."
}
