import IbidClaims

/// Learns from research articles whether a sentence's words are cited, and in which section they are said.
enum ResearchTraining {
  private static let leastCount = 20
  private static let termLimit = 24_000
  private static let sections: [SectionKind] = [.intro, .methods, .results, .discussion, .conclusion]

  static func weights(of articles: [TrainingArticle]) -> TermWeights {
    let sentences = articles.flatMap(\.sentences)
    let words = sentences.map { RoleModel.words(of: $0.text) }
    let hashes = frequent(words)
    var places: [UInt32: Int32] = [:]
    for (index, hash) in hashes.enumerated() { places[hash] = Int32(index) }
    let known = words.map { words in words.compactMap { places[$0] } + [Int32(hashes.count)] }
    let cited = learn(known, sentences.map { $0.isCited ? 1 : 0 }, answers: 2, columns: hashes.count + 1)
    let sectionLabels = sentences.map { sections.firstIndex(of: $0.section) }
    let told = sectionLabels.indices.filter { sectionLabels[$0] != nil }
    let section = learn(
      told.map { known[$0] }, told.compactMap { sectionLabels[$0] }, answers: sections.count,
      columns: hashes.count + 1)
    var weights: [Int16] = []
    for column in 0...hashes.count {
      weights.append(TermWeights.weight(cited[2 * column + 1] - cited[2 * column]))
      let row = section[(column * sections.count)..<((column + 1) * sections.count)]
      let mean = row.reduce(0, +) / Double(sections.count)
      weights += row.map { TermWeights.weight($0 - mean) }
    }
    return TermWeights(answers: RoleModel.researchAnswers, hashes: hashes, weights: weights)
  }

  private static func learn(_ rows: [[Int32]], _ labels: [Int], answers: Int, columns: Int) -> [Double] {
    var sparse = SparseRows()
    for row in rows { sparse.append(row.map { ($0, 1) }) }
    return SoftmaxTrainer(answers: answers, columnCount: columns, penalty: 12, iterations: 45)
      .learn(sparse, labels, importance: [Double](repeating: 1, count: rows.count))
  }

  /// The terms of many sentences, the commonest, ascending.
  private static func frequent(_ words: [[UInt32]]) -> [UInt32] {
    var counts: [UInt32: Int] = [:]
    for word in words.joined() { counts[word, default: 0] += 1 }
    let ranked = counts.filter { $0.value >= leastCount }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return ranked.prefix(termLimit).map(\.key).sorted()
  }
}

extension TermWeights {
  /// A weight as it is kept.
  static func weight(_ value: Double) -> Int16 { Int16(max(-32_000, min(32_000, (value / Double(unit)).rounded()))) }
}
