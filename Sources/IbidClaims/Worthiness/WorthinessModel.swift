internal import CIbidResources
internal import Glibc

/// Tells how likely the authors of research articles are to cite something in a sentence.
///
/// A linear model looks at the words; trees look at its answer, the sentence's place and its neighbours.
package struct WorthinessModel: Sendable {
  /// Terms by their hashes, ascending.
  package var hashes: [UInt32]
  /// What each term adds to the log odds, in 1/1024.
  package var weights: [Int16]
  /// Log odds of no words, in 1/1024.
  package var bias: Int16
  /// The text of each term, in the order of the hashes.
  package var texts: [String]
  /// Trees for an article that cites: they see where.
  package var citing: BoostedTrees
  /// Trees for an article without a single citation.
  package var plain: BoostedTrees

  /// A model of these parts.
  package init(
    hashes: [UInt32], weights: [Int16], bias: Int16, texts: [String], citing: BoostedTrees, plain: BoostedTrees
  ) {
    self.hashes = hashes
    self.weights = weights
    self.bias = bias
    self.texts = texts
    self.citing = citing
    self.plain = plain
  }

  /// The model that the command carries in itself; nil where its bytes are none.
  package static let bundled: WorthinessModel? = {
    var index = 0
    while let resource = ibid_resource_at(index) {
      if strcmp(resource.pointee.name, "claims/worthiness.bin") == 0 {
        return WorthinessModel(
          bytes: Array(UnsafeBufferPointer(start: resource.pointee.bytes, count: resource.pointee.count)))
      }
      index += 1
    }
    return nil
  }()

  /// What the words alone say, in log odds.
  package func score(of terms: SentenceTerms) -> Double {
    var sum = Int(bias)
    forEachKnownTerm(of: terms) { sum += Int(weights[$0]) }
    return Double(sum) / 1024
  }

  /// The heaviest known terms of a sentence, with what each adds to the log odds.
  package func heaviestTerms(of terms: SentenceTerms, limit: Int) -> [(text: String, weight: Double)] {
    // The heaviest so far, in order; terms come by their places, so that of two alike the first stays before.
    var heaviest: [Int] = []
    forEachKnownTerm(of: terms) { term in
      let weight = weights[term].magnitude
      if heaviest.count == limit, let last = heaviest.last, weights[last].magnitude >= weight { return }
      if heaviest.count == limit { heaviest.removeLast() }
      heaviest.insert(term, at: heaviest.firstIndex { weights[$0].magnitude < weight } ?? heaviest.count)
    }
    return heaviest.map { (texts[$0], Double(weights[$0]) / 1024) }
  }

  private func forEachKnownTerm(of terms: SentenceTerms, _ body: (Int) -> Void) {
    for hash in terms.hashes {
      var low = 0
      var high = hashes.count
      while low < high {
        let middle = (low + high) / 2
        if hashes[middle] < hash { low = middle + 1 } else { high = middle }
      }
      if low < hashes.count, hashes[low] == hash { body(low) }
    }
  }

  /// The log odds of each sentence of an article, and what each feature added to them.
  package func logOdds(of sentences: [WorthinessSentence]) -> [(sum: Double, parts: [Double])] {
    let terms = sentences.map { SentenceTerms($0.text) }
    let rows = WorthinessRows(sentences, terms: terms, scores: terms.map(score))
    let trees = sentences.contains { $0.isCited } ? citing : plain
    return sentences.indices.map { trees.logOdds(of: rows.row($0)) }
  }
}
