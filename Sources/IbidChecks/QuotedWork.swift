import IbidClaims
import IbidModel

/// A note's quote and the works, with an abstract at hand, that it may be from.
struct QuotedWork {
  let quote: Quote
  let words: QuotedWords
  let works: [Item]

  /// Every quote of five words or more that can be held against an abstract.
  static func all(in article: LinkedArticle) -> [QuotedWork] {
    zip(article.article.notes, article.notes).flatMap { note, link in
      let works = link.works.map { article.works[$0].item }.filter { $0[.abstract] != nil }
      guard !works.isEmpty else { return [QuotedWork]() }
      return note.quotes.compactMap { quote in
        let words = QuotedWords(quote.text)
        return words.count >= 5 ? QuotedWork(quote: quote, words: words, works: works) : nil
      }
    }
  }

  /// Whether one of the abstracts has the quote.
  var occurs: Bool { works.contains { words.occur(in: $0[.abstract] ?? "") } }

  /// Whether one of the abstracts has nearly the quote: three words of four, in their order.
  var isAltered: Bool { works.contains { WordOverlap.share(of: quote.text, in: $0[.abstract] ?? "") >= 0.75 } }
}

extension RuleExample {
  /// A note that holds Engel's reference and a quote, marked where it is found with this message.
  static func quoting(_ quote: String, _ record: Item, finds message: String?) -> RuleExample {
    let text = "Medicine needs a new model.[^1]\n\n[^1]: \(engelReference)\n\n    \(quote)\n"
    return if let message { RuleExample(text, message, records: [record]) } else {
      RuleExample(text, records: [record])
    }
  }
}
