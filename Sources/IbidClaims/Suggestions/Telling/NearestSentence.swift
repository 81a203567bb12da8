import IbidText

/// The sentence of an abstract that says most of what a claim says.
package struct NearestSentence: Sendable, Hashable {
  /// The sentence.
  package let text: String
  /// Words of the claim that the work has too, the rarest first.
  package let words: [String]
  /// How much of the claim the sentence says, 0…1: of its words that the library knows, weighed by their rarity.
  package let coverage: Double

  /// More of the words that are shared is not told.
  private static let mostWords = 5

  /// The nearest sentence of an abstract; the title's words count among those shared. Nil where there is no abstract.
  ///
  /// - Parameter claim: the claim's words.
  package init?(to claim: [TextIndex.Word], in abstract: String, title: String, of index: TextIndex) {
    let bytes = Array(abstract.utf8)
    let stems = Set(claim.map(\.stem))
    let total = stems.reduce(0) { $0 + index.rarity(of: $1) }
    var best: (value: Float, sum: Float, text: String)?
    var shared = stems.intersection(index.words(of: title).map(\.stem))
    for range in SentenceSplitter.sentences(in: bytes, of: 0..<bytes.count) {
      let text = String(decoding: bytes[range], as: UTF8.self)
      let words = index.words(of: text)
      let common = stems.intersection(words.map(\.stem))
      shared.formUnion(common)
      // In the order of the stems: sums of floating numbers depend on it.
      let sum = common.sorted().reduce(0) { $0 + index.rarity(of: $1) }
      // A long sentence has more of any words.
      let value = sum / (Float(words.count) + 8).squareRoot()
      if value > best?.value ?? -1 { best = (value, sum, text) }
    }
    guard let best else { return nil }
    text = best.text
    coverage = total > 0 ? Double(best.sum / total) : 0
    words = Self.rarest(of: claim.filter { shared.contains($0.stem) }, in: index)
  }

  /// The words of a claim that a text has too, the rarest first.
  package static func shared(_ claim: [TextIndex.Word], with text: String, in index: TextIndex) -> [String] {
    let stems = Set(index.words(of: text).map(\.stem))
    return rarest(of: claim.filter { stems.contains($0.stem) }, in: index)
  }

  /// The rarest of these words, each stem once.
  private static func rarest(of words: [TextIndex.Word], in index: TextIndex) -> [String] {
    var seen: Set<Int> = []
    let each = words.filter { seen.insert($0.stem).inserted }
    let order = each.indices.sorted {
      (index.rarity(of: each[$1].stem), $0) < (index.rarity(of: each[$0].stem), $1)
    }
    return order.prefix(mostWords).map { each[$0].text }
  }
}
