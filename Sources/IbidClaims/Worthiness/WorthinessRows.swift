internal import Glibc
import IbidText

/// A sentence as the model of worthiness is given it.
package struct WorthinessSentence: Sendable {
  /// The text, without citation markers.
  package var text: String
  /// What its section does.
  package var section: SectionKind
  /// The number of its paragraph: equal numbers stand together.
  package var paragraph: Int
  /// Whether its author cited something in it. This is never told of the sentence itself, only of its neighbours.
  package var isCited: Bool

  /// A sentence.
  package init(text: String, section: SectionKind, paragraph: Int, isCited: Bool) {
    self.text = text
    self.section = section
    self.paragraph = paragraph
    self.isCited = isCited
  }
}

/// The features of an article's sentences, a row each.
package struct WorthinessRows {
  private let sentences: [WorthinessSentence]
  private let terms: [SentenceTerms]
  private let scores: [Double]
  private let chances: [Double]
  private var paragraphs: [Paragraph] = []
  private var paragraphOf: [Int] = []
  private var sums: [SectionKind: Sums] = [:]
  private var total = Sums()
  /// For each sentence the nearest that cites before and behind it in its paragraph; nil where there is none.
  private var citedBefore: [Int?]
  private var citedBehind: [Int?]

  /// The sentences of a paragraph and what they come to: an article may be one paragraph of a million.
  private struct Paragraph {
    var sentences: Range<Int>
    var score = 0.0
    var cited = 0
  }

  private struct Sums {
    var count = 0.0
    var cited = 0.0
    var score = 0.0
    var chance = 0.0

    mutating func add(_ isCited: Bool, _ score: Double, _ chance: Double) {
      count += 1
      cited += isCited ? 1 : 0
      self.score += score
      self.chance += chance
    }
  }

  /// Rows for these sentences, all of one article, whose words speak for a citation with these log odds.
  package init(_ sentences: [WorthinessSentence], terms: [SentenceTerms], scores: [Double]) {
    self.sentences = sentences
    self.terms = terms
    self.scores = scores
    chances = scores.map { 1 / (1 + exp(-$0)) }
    citedBefore = Array(repeating: nil, count: sentences.count)
    citedBehind = citedBefore
    for index in sentences.indices {
      if index == 0 || sentences[index].paragraph != sentences[index - 1].paragraph {
        paragraphs.append(Paragraph(sentences: index..<index))
      }
      let last = paragraphs.count - 1
      paragraphs[last].sentences = paragraphs[last].sentences.lowerBound..<(index + 1)
      paragraphs[last].score += scores[index]
      paragraphs[last].cited += sentences[index].isCited ? 1 : 0
      paragraphOf.append(last)
      sums[sentences[index].section, default: Sums()].add(sentences[index].isCited, scores[index], chances[index])
      total.add(sentences[index].isCited, scores[index], chances[index])
    }
    for paragraph in paragraphs.map(\.sentences) {
      for index in paragraph.dropFirst() {
        citedBefore[index] = sentences[index - 1].isCited ? index - 1 : citedBefore[index - 1]
      }
      for index in paragraph.dropLast().reversed() {
        citedBehind[index] = sentences[index + 1].isCited ? index + 1 : citedBehind[index + 1]
      }
    }
  }

  /// The row of a sentence, by `WorthinessFeature`.
  package func row(_ index: Int) -> [Float] {
    var row = [Float](repeating: 0, count: WorthinessFeature.allCases.count)
    func set(_ feature: WorthinessFeature, _ value: Double) { row[feature.rawValue] = Float(value) }
    let (paragraph, score) = (paragraphs[paragraphOf[index]].sentences, paragraphs[paragraphOf[index]].score)
    let place = index - paragraph.lowerBound
    let own = sums[sentences[index].section] ?? Sums()

    set(.words, scores[index])
    set(.wordsBefore, place > 0 ? scores[index - 1] : -9)
    set(.wordsBehind, index + 1 < paragraph.upperBound ? scores[index + 1] : -9)
    set(.wordsOfParagraph, score / Double(paragraph.count))
    set(.wordsOfArticle, total.score / total.count)
    set(.wordsOfSection, own.score / max(1, own.count))
    set(.section, Double(SectionKind.allCases.firstIndex(of: sentences[index].section) ?? 0))
    set(.placeInParagraph, Double(place))
    set(.placeFromEnd, Double(paragraph.upperBound - 1 - index))
    set(.paragraphLength, Double(paragraph.count))
    set(.placeInArticle, Double(index) / total.count)
    set(.placeInSection, placeInSection(index))
    setShape(of: index, &row)
    setContext(of: index, place, paragraph, own, &row)
    return row
  }

  /// How many sentences of the same section stand before, up to 40.
  private func placeInSection(_ index: Int) -> Double {
    var count = 0
    while count < 40, index - count - 1 >= 0, sentences[index - count - 1].section == sentences[index].section {
      count += 1
    }
    return Double(count)
  }

  private func setShape(of index: Int, _ row: inout [Float]) {
    func set(_ feature: WorthinessFeature, _ value: Int) { row[feature.rawValue] = Float(value) }
    let terms = terms[index]
    set(.length, terms.wordCount)
    set(.numbers, terms.numberCount)
    set(.years, terms.yearCount)
    set(.capitals, terms.capitalCount)
    var (parentheses, commas, characters) = (0, 0, 0)
    for byte in sentences[index].text.utf8 {
      if byte == UInt8(ascii: "(") { parentheses += 1 }
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte & 0xC0 != 0x80 { characters += 1 }
    }
    set(.parentheses, parentheses)
    set(.commas, commas)
    set(.characters, characters)
    set(.firstPerson, Self.firstPerson.contains { terms.contains($0) } ? 1 : 0)
    set(.pointsAtDisplay, Self.displays.contains { terms.contains($0) } ? 1 : 0)
  }

  private static let firstPerson = ["we", "our", "us", "i", "my"].map { UInt32(fnvOf: $0.utf8) }
  private static let displays = ["fig", "figure", "figures", "figs", "table", "tables", "supplementary", "additional"]
    .map { UInt32(fnvOf: $0.utf8) }

  private func setContext(
    of index: Int, _ place: Int, _ paragraph: Range<Int>, _ own: Sums, _ row: inout [Float]
  ) {
    func set(_ feature: WorthinessFeature, _ value: Double) { row[feature.rawValue] = Float(value) }
    func cited(_ other: Int) -> Double { paragraph.contains(other) ? (sentences[other].isCited ? 1 : 0) : -1 }
    func surprise(_ other: Int) -> Double { paragraph.contains(other) ? cited(other) - chances[other] : 0 }
    let self01 = sentences[index].isCited ? 1.0 : 0
    set(.citedBefore, cited(index - 1))
    set(.citedTwoBefore, cited(index - 2))
    set(.citedBehind, cited(index + 1))
    set(.citedTwoBehind, cited(index + 2))
    set(.surpriseBefore, surprise(index - 1))
    set(.surpriseBehind, surprise(index + 1))
    let others = Double(paragraphs[paragraphOf[index]].cited) - self01
    set(.citedInParagraph, others)
    set(.shareOfParagraph, paragraph.count > 1 ? others / Double(paragraph.count - 1) : -1)
    // Steps of 0.02: finer ones would tell the sentence's own citation to whoever knows the article.
    func step(_ value: Double) -> Double { (value * 50).rounded() / 50 }
    set(.shareOfArticle, step((total.cited - self01) / max(1, total.count - 1)))
    set(.shareOfSection, own.count > 1 ? step((own.cited - self01) / (own.count - 1)) : -1)
    set(.surpriseOfArticle, step((total.cited - self01 - total.chance + chances[index]) / max(1, total.count - 1)))
    set(.surpriseOfSection, step((own.cited - self01 - own.chance + chances[index]) / max(1, own.count - 1)))
    set(.shareOfParagraphBefore, share(of: paragraphOf[index] - 1))
    set(.shareOfParagraphBehind, share(of: paragraphOf[index] + 1))
    set(.distanceBefore, citedBefore[index].map { Double(index - $0) } ?? 99)
    set(.distanceBehind, citedBehind[index].map { Double($0 - index) } ?? 99)
  }

  private func share(of paragraph: Int) -> Double {
    guard paragraphs.indices.contains(paragraph) else { return -1 }
    return Double(paragraphs[paragraph].cited) / Double(paragraphs[paragraph].sentences.count)
  }
}

extension SentenceTerms {
  /// Whether a term of this hash occurs.
  func contains(_ hash: UInt32) -> Bool {
    let place = hashes.partitioningIndex { $0 >= hash }
    return place < hashes.count && hashes[place] == hash
  }
}
