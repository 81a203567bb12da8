import IbidClaims
import IbidModel

extension Rule {
  static let quoteWithoutSource = Rule(
    id: "quote-without-source", severity: .info, limit: Limit(name: "words", standard: 10),
    summary: "A quote in the text without a citation",
    explanation: """
      Ten words or more (the number can be configured: `words`) stand in quotation marks, and neither the sentence nor
      one beside it in the paragraph is cited. Say where the words are from. Shorter ones are mostly no quotes. What
      somebody says in the text («said Dr. Lind», «she told us») has its source in the speaker.
      """,
    examples: [
      RuleExample(
        "⟦He wrote that “we shall have to think again about all the things that we thought we knew.”⟧\n",
        "a quote of 15 words has no source"),
      RuleExample(
        "He wrote that “we shall have to think again about all the things that we thought we knew.”[^1]\n\n[^1]: \(RuleExample.engelReference)\n"
      ),
      RuleExample("“I did not sleep at all that night, nor on the one before that,” says Mara Lind, a nurse.\n"),
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
      let isSpoken = [index - 1, index, index + 1].contains { other in
        sentences.indices.contains(other) && sentences[other].block == sentences[index].block
          && speech.occur(in: QuotedPassages(sentences[other].text).outside)
      }
      return isSourced || isSpoken ? nil : Remark(sentences[index].range, "a quote of \(longest) words has no source")
    }
  }

  /// Verbs by which a text gives the speech of a person, where the words of a text are written.
  private static let speech = Phrases([
    "said", "says", "say", "told", "tells", "asked", "asks", "recalled", "recalls", "explained", "explains", "added",
    "adds", "admitted", "admits", "joked", "jokes", "remembered", "remembers", "shouted", "whispered", "replied",
    "replies", "answered", "answers", "laughed", "laughs", "insisted", "insists", "warned", "warns",
  ])
}
