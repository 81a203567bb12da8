import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let lostList = Rule(
    id: "lost-list", severity: .warning,
    summary: "A colon that leads up to a list, and no list",
    explanation: """
      The paragraph ends in a colon, and what follows is a heading, the end, or a paragraph that goes on from a list
      that is not there. Lists are lost when a page is copied as text; their citations are lost with them. A formula,
      a picture, a table or a program behind the colon is what it leads up to, and formats that mark their lists lose
      none: only plain text and Markdown are looked at.
      """,
    examples: [
      RuleExample(
        "# Ice\n\n⟦Ice stands out for two reasons:⟧\n\nSo while it does little, it is of use.\n",
        "the list behind this colon is missing"),
      RuleExample(
        "# Ice\n\n⟦Here are the best practices in plain words:⟧\n\n# Heat\n\nHeat is warm.\n",
        "the list behind this colon is missing"),
      RuleExample("# Ice\n\nIce stands out for two reasons:\n\n- It is cold.\n- It is cheap.\n\nSo use it.\n"),
      RuleExample("# Ice\n\nAs my doctor said:\n\n> Use ice.\n\nSo I did.\n"),
      RuleExample("# Ice\n\nIce stands out for one reason:\n\nIt is cheap.\n"),
      RuleExample("# Ice\n\nIt melts as this says:\n\n```\nmelt(ice)\n```\n\nThis takes long.\n"),
    ]
  ) { article in
    guard ["plain-text", "markdown"].contains(article.article.format) else { return [] }
    let sentences = article.article.sentences.filter { $0.setting != .metadata }
    return sentences.indices.compactMap { index in
      let sentence = sentences[index]
      guard sentence.setting == .paragraph, sentence.text.hasSuffix(":") else { return nil }
      guard index + 1 < sentences.count else {
        return article.article.notes.isEmpty ? nil : Remark(sentence.range, "the list behind this colon is missing")
      }
      let next = sentences[index + 1]
      guard next.block == sentence.block + 1, isNothing(between: sentence.range, next.range) else { return nil }
      let goesOn = next.setting == .paragraph && connectives.contains(SearchKey.words(of: next.text).first ?? "")
      guard next.setting == .heading || goesOn else { return nil }
      return Remark(sentence.range, "the list behind this colon is missing")
    }
  }

  /// Whether no more than line breaks and a heading's mark stand between two blocks.
  private static func isNothing(between first: SourceRange, _ second: SourceRange) -> Bool {
    second.position - first.positions.upperBound <= 8
  }

  private static let connectives: Set<String> = [
    "so", "but", "and", "however", "therefore", "thus", "nevertheless", "still", "also", "this", "these", "those",
  ]
}
