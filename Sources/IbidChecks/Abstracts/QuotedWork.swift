import IbidClaims
import IbidModel

/// A quote of a note or of the text, and the works, with an abstract at hand, that it may be from.
struct QuotedWork {
  let quote: Quote
  let words: QuotedWords
  let works: [Item]

  private init?(_ quote: Quote, works: [Item]) {
    self.quote = quote
    self.works = works.filter { $0[.abstract] != nil }
    words = QuotedWords(quote.text)
    guard !self.works.isEmpty, words.count >= 5 else { return nil }
  }

  /// Every quote of five words or more that can be held against an abstract: those of notes against the works of the
  /// note, those of the text against the works that the sentence cites.
  static func all(in article: LinkedArticle) -> [QuotedWork] {
    let inNotes = zip(article.article.notes, article.notes).flatMap { note, link in
      let works = link.works.map { article.works[$0].item }
      return works.isEmpty ? [] : note.quotes.compactMap { QuotedWork($0, works: works) }
    }
    let inText = article.supportedClaims.flatMap { claim in
      QuotedPassages(claim.sentence.text).quotes.compactMap {
        QuotedWork(Quote(text: $0, range: claim.sentence.range), works: claim.works.map(\.item))
      }
    }
    return inNotes + inText
  }

  /// Whether one of the abstracts has the quote.
  var occurs: Bool { works.contains { words.occur(in: $0[.abstract] ?? "") } }

  /// The work whose abstract has nearly the quote, three words of four in their order, and what it has there.
  var altered: (work: Item, passage: String)? {
    works.lazy.map { (work: $0, overlap: WordOverlap(of: quote.text, in: $0[.abstract] ?? "")) }
      .first { $0.overlap.share >= 0.75 }.map { ($0.work, $0.overlap.passage) }
  }
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
