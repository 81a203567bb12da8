import IbidText

/// A work's abstract and title, cut into sentences and words once for all claims that look at them.
package struct Abstract: Sendable {
  private let sentences: [(text: String, stems: Set<Int>, count: Int)]
  /// The stems of all of it.
  private let stems: Set<Int>

  /// An abstract, empty where there is none, and the title above it.
  package init(_ text: String, title: String, in index: TextIndex) {
    let bytes = Array(text.utf8)
    sentences = SentenceSplitter.sentences(in: bytes, of: 0..<bytes.count).map { range in
      let text = String(decoding: bytes[range], as: UTF8.self)
      let stems = index.stems(of: text)
      return (text, Set(stems), stems.count)
    }
    stems = sentences.reduce(into: Set(index.stems(of: title))) { $0.formUnion($1.stems) }
  }

  /// The sentence that says most of what a claim of these words says; nil where there is no abstract.
  package func nearestSentence(to claim: [TextIndex.Word], in index: TextIndex) -> NearestSentence? {
    // In the order of the stems: sums of floating numbers depend on it.
    let wanted = Set(claim.map(\.stem)).sorted()
    let total = wanted.reduce(0) { $0 + index.rarity(of: $1) }
    var best: (value: Float, sum: Float, text: String)?
    for sentence in sentences {
      let sum = wanted.reduce(Float(0)) { $0 + (sentence.stems.contains($1) ? index.rarity(of: $1) : 0) }
      // A long sentence has more of any words.
      let value = sum / Float(sentence.count + Self.usualRest).squareRoot()
      if value > best?.value ?? -1 { best = (value, sum, sentence.text) }
    }
    return best.map { NearestSentence(text: $0.text, coverage: total > 0 ? Double($0.sum / total) : 0) }
  }

  /// The words of a claim that it has too, the rarest first, each stem once; no more than five.
  package func shared(_ claim: [TextIndex.Word], in index: TextIndex) -> [String] {
    var seen: Set<Int> = []
    let each = claim.filter { stems.contains($0.stem) && seen.insert($0.stem).inserted }
    let order = each.indices.sorted {
      (index.rarity(of: each[$1].stem), $0) < (index.rarity(of: each[$0].stem), $1)
    }
    return order.prefix(Self.mostShared).map { each[$0].text }
  }

  /// So many words are taken to be no part of what a sentence says, in every sentence.
  private static let usualRest = 8
  private static let mostShared = 5
}

/// The sentence of an abstract that says most of what a claim says.
package struct NearestSentence: Sendable, Hashable {
  /// The sentence.
  package let text: String
  /// How much of the claim the sentence says, 0…1: of its words that the library knows, weighed by their rarity.
  package let coverage: Double
}
