import IbidText

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
  package static let bundled: WorthinessModel? = Resource(named: "claims/worthiness.bin").flatMap {
    WorthinessModel(bytes: $0.bytes)
  }

  /// What the words alone say, in log odds.
  package func score(of terms: SentenceTerms) -> Double { score(known: known(terms)) }

  /// The same of the terms of a sentence that are known.
  func score(known terms: [Int]) -> Double { Double(terms.reduce(Int(bias)) { $0 + Int(weights[$1]) }) / 1024 }

  /// The terms of a sentence that the model knows, by their places in `hashes`, ascending.
  func known(_ terms: SentenceTerms) -> [Int] {
    var known: [Int] = []
    var low = 0
    for hash in terms.hashes {
      low = hashes[low...].partitioningIndex { $0 >= hash }
      if low < hashes.count, hashes[low] == hash { known.append(low) }
    }
    return known
  }

  /// The log odds of each sentence of an article, what each feature added to them, and the terms that are known.
  package func logOdds(of sentences: [WorthinessSentence]) -> [(sum: Double, parts: [Double], terms: [Int])] {
    let terms = sentences.map { SentenceTerms($0.text) }
    let known = terms.map(known)
    let rows = WorthinessRows(sentences, terms: terms, scores: known.map(score(known:)))
    let trees = sentences.contains { $0.isCited } ? citing : plain
    return sentences.indices.map { index in
      let (sum, parts) = trees.logOdds(of: rows.row(index))
      return (sum, parts, known[index])
    }
  }
}
