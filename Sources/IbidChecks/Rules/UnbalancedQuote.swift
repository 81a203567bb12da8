import IbidClaims
import IbidModel

extension Rule {
  static let unbalancedQuote = Rule(
    id: "unbalanced-quote", severity: .warning,
    summary: "A quotation mark without its partner",
    explanation: """
      A quote is opened and never closed in its paragraph, or closed without having been opened, so that nobody can
      tell where it ends. A quote of several paragraphs, each of which opens it again, is in order; so are inches.
      """,
    examples: [
      RuleExample("⟦He said “sleep helps.⟧ And then he slept.\n", "a quote is opened here and not closed"),
      RuleExample("Then he slept. ⟦Sleep helps,” he said.⟧\n", "a quote is closed here that was not opened"),
      RuleExample("He said “sleep helps.” And then he slept on a 60\" bed.\n"),
      RuleExample("He said: “Sleep helps.\n\n“It helps a lot.”\n"),
    ]
  ) { article in
    let sentences = article.article.sentences.filter { $0.setting == .paragraph || $0.setting == .listItem }
    var remarks: [Remark] = []
    var start = 0
    while start < sentences.count {
      var end = start
      while end < sentences.count, sentences[end].block == sentences[start].block { end += 1 }
      let paragraph = sentences[start..<end]
      let whole = QuotedPassages(paragraph.map(\.text).joined(separator: " "))
      let goesOn = end < sentences.count && startsQuote(sentences[end].text)
      if whole.isOpen && !goesOn || whole.hasStrayClosing {
        let place = paragraph.first { sentence in
          let marks = QuotedPassages(sentence.text)
          return whole.isOpen ? marks.isOpen : marks.hasStrayClosing
        }
        remarks.append(
          Remark(
            (place ?? paragraph[start]).range,
            whole.isOpen ? "a quote is opened here and not closed" : "a quote is closed here that was not opened"))
      }
      start = end
    }
    return remarks
  }

  private static func startsQuote(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "“«„\"".unicodeScalars.contains($0) } ?? false
  }
}
