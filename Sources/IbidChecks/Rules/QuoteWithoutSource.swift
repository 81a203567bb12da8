import IbidClaims
import IbidModel

extension Rule {
  static let quoteWithoutSource = Rule(
    id: "quote-without-source", severity: .info, limit: Limit(name: "words", standard: 10),
    summary: "A quote in the text without a citation",
    explanation: """
      Ten words or more (the number can be configured: `words`) stand in quotation marks, and neither the sentence nor
      one beside it in the paragraph is cited. Say where the words are from. Shorter ones are mostly no quotes.
      """,
    examples: [
      RuleExample(
        "⟦He wrote that “we shall have to think again about all the things that we thought we knew.”⟧\n",
        "a quote of 15 words has no source"),
      RuleExample(
        "He wrote that “we shall have to think again about all the things that we thought we knew.”[^1]\n\n[^1]: \(RuleExample.engelReference)\n"
      ),
      RuleExample("It is a “nuclear option” for “those who can.”\n"),
    ]
  ) { article, settings in
    let sentences = article.article.sentences
    return sentences.indices.compactMap { index in
      guard sentences[index].setting == .paragraph || sentences[index].setting == .listItem,
        sentences[index].text.utf8.contains(UInt8(ascii: "\""))
          || !sentences[index].text.utf8.allSatisfy({ $0 < 0x80 }),
        article.judgements[index].kind != .navigation
      else { return nil }
      let longest = QuotedPassages(sentences[index].text).quotes.map { $0.split(separator: " ").count }.max() ?? 0
      guard longest >= max(1, settings.limit) else { return nil }
      let isSourced = [index - 1, index, index + 1].contains { other in
        sentences.indices.contains(other) && sentences[other].block == sentences[index].block
          && (article.statuses[other] == .cited || !sentences[other].markers.isEmpty)
      }
      return isSourced ? nil : Remark(sentences[index].range, "a quote of \(longest) words has no source")
    }
  }
}
