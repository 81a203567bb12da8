import IbidText

/// The sentences of an article, each taken apart, and what the article does over all.
package struct RoleDocument {
  package let sentences: [RoleSentence]
  let readings: [SentenceReading]
  /// The terms of the headings, by the number of the section.
  let headings: [Int: Headings]
  private let paragraphOf: [Int]
  let paragraphs: [Range<Int>]
  private let citedCount: Int
  /// For each shape feature how many sentences have it.
  private var having: [Int]

  /// What the headings above a section's sentences say.
  struct Headings {
    /// Hashes of the headings' words, and of the innermost one's words again.
    var terms: [UInt32]
    /// The words of all headings, ascending.
    var words: [UInt32]
    /// For each kind of section whether the headings name it; then how many headings there are.
    var kinds: [Float]
  }

  /// Takes an article apart; its sentences come in their order.
  package init(_ sentences: [RoleSentence]) {
    self.sentences = sentences
    readings = sentences.map { SentenceReading($0.text) }
    var headings: [Int: Headings] = [:]
    var paragraphs: [Range<Int>] = []
    var paragraphOf: [Int] = []
    having = [Int](repeating: 0, count: ShapeFeature.allCases.count)
    for (index, sentence) in sentences.enumerated() {
      if headings[sentence.section] == nil { headings[sentence.section] = Self.headings(sentence.headings) }
      if index == 0 || sentences[index - 1].paragraph != sentence.paragraph { paragraphs.append(index..<index) }
      paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].lowerBound..<(index + 1)
      paragraphOf.append(paragraphs.count - 1)
      for (feature, value) in readings[index].shape.values.enumerated() where value > 0 { having[feature] += 1 }
    }
    self.headings = headings
    self.paragraphs = paragraphs
    self.paragraphOf = paragraphOf
    citedCount = sentences.count { $0.isCited }
  }

  private static func headings(_ titles: [String]) -> Headings {
    let readings = titles.map(SentenceReading.init)
    let words = Set(readings.flatMap(\.vocabulary)).sorted()
    let last = readings.last?.vocabulary ?? []
    let text = titles.joined(separator: " ").lowercased()
    var kinds: [Float] = sectionStems.map { stems in stems.contains { text.contains($0) } ? 1 : 0 }
    kinds.append(Float(titles.count))
    return Headings(
      terms: words.map(RoleTerms.Seed.heading.mixed) + last.map(RoleTerms.Seed.lastHeading.mixed), words: words,
      kinds: kinds)
  }

  private static let sectionStems = [
    ["introd", "background"], ["method", "procedure", "participants", "experimental", "materials"],
    ["result", "finding"], ["discussion", "limitation"], ["conclusion", "summary"],
  ]

  /// The sentence before in the same stretch and section; nil where there is none.
  @inline(__always)
  func before(_ index: Int) -> Int? { index > 0 && belong(index - 1, index) ? index - 1 : nil }

  /// The sentence behind in the same stretch and section; nil where there is none.
  @inline(__always)
  func behind(_ index: Int) -> Int? { index + 1 < sentences.count && belong(index, index + 1) ? index + 1 : nil }

  private func belong(_ first: Int, _ second: Int) -> Bool {
    sentences[first].stretch == sentences[second].stretch && sentences[first].section == sentences[second].section
  }

  /// Where a sentence stands in its paragraph.
  func place(_ index: Int) -> (fromStart: Int, fromEnd: Int, count: Int) {
    let paragraph = paragraphs[paragraphOf[index]]
    return (index - paragraph.lowerBound, paragraph.upperBound - 1 - index, paragraph.count)
  }

  /// The paragraph of a sentence.
  func paragraph(_ index: Int) -> Int { paragraphOf[index] }

  /// The share of the other sentences that cite.
  func shareCited(without index: Int) -> Float {
    Float(citedCount - (sentences[index].isCited ? 1 : 0)) / Float(max(1, sentences.count - 1))
  }

  /// The share of the other sentences in which something is counted.
  func share(of feature: ShapeFeature, without index: Int) -> Float {
    Float(having[feature.rawValue] - (readings[index].shape[feature] > 0 ? 1 : 0)) / Float(max(1, sentences.count - 1))
  }
}
