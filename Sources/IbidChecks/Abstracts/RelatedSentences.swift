import IbidModel
import IbidText

/// The sentences of an abstract that speak of what a claim speaks of.
struct RelatedSentences {
  /// A sentence, and how much of the claim's words it has.
  struct Related {
    let text: String
    /// 0…1.
    let share: Double
  }

  /// Those that have two fifths of the claim's words, and three at least; the nearest first.
  let all: [Related]

  /// - Parameter claim: the claim's words that carry its meaning.
  init(to claim: ContentWords, in abstract: String) {
    guard claim.stems.count >= 3 else {
      all = []
      return
    }
    let bytes = Array(abstract.utf8)
    let related = SentenceSplitter.sentences(in: bytes, of: bytes.indices).map { range in
      let text = String(decoding: bytes[range], as: UTF8.self)
      return Related(text: text, share: claim.share(in: ContentWords(text)))
    }.filter { $0.share >= 0.4 && $0.share * Double(claim.stems.count) >= 3 }
    // Sorting is not stable by contract; of equals the first counts.
    all = related.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
  }
}
