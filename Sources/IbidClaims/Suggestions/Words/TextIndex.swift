import Glibc
import IbidModel

/// Texts that are found by their words, in memory: for each stem the texts that have it, and what it says for each.
///
/// Source: S. Robertson, H. Zaragoza, «The Probabilistic Relevance Framework: BM25 and Beyond», Foundations and Trends
/// in Information Retrieval 3 (2009), 333–389; the logarithm of a word's rarity as Lucene has it, which is never below 0.
package struct TextIndex: Sendable {
  /// How many texts there are.
  package let count: Int
  private let stems: StemTable
  /// How rare each stem is, by its number.
  private let rarities: [Float]
  /// Where each stem's texts begin in `texts` and `weights`, and behind the last where they end.
  private let starts: [Int]
  private let texts: [UInt32]
  private let weights: [Float]

  /// A word of a question, and the number of its stem.
  package struct Word: Hashable {
    package let text: String
    package let stem: Int
  }

  /// A text longer than the usual one is found less by each of its words (0…1), as lengths go.
  private static let lengthWeight: Float = 0.75
  /// How much a word says more where it stands more often.
  private static let saturation: Float = 1.5
  /// So many texts that have none of the words are thought beside those that there are: among three works that all are
  /// of rice «rice» tells something, too.
  private static let otherTexts = 50

  /// The words of `text` that some text of the index has, in order.
  package func words(of text: String) -> [Word] { stems.known(text).map { Word(text: $0.word, stem: $0.number) } }

  /// The stems of those words, in order.
  package func stems(of text: String) -> [Int] { stems.numbers(text) }

  /// How rare a stem is: 0 where all texts have it.
  package func rarity(of stem: Int) -> Float { rarities[stem] }

  /// Adds to each text's score what these stems say for it, times `weight`.
  package func add(_ stems: Set<Int>, weight: Float, to scores: inout [Float]) {
    // In the order of their numbers: sums of floating numbers depend on it.
    for stem in stems.sorted() {
      for place in starts[stem]..<starts[stem + 1] { scores[Int(texts[place])] += weight * weights[place] }
    }
  }

  /// Gathers texts for an index.
  package struct Builder {
    private var stems = StemTable()
    private var room: [UInt8] = []
    /// The stems of all texts, those of one behind those of the other, and how often each stands there.
    private var numbers: [UInt32] = []
    private var counts: [Float] = []
    private var ends: [Int] = []
    private var lengths: [Float] = []
    /// How often each stem stands in the text under way.
    private var current: [Float] = []

    package init() {}

    /// Adds a text of several parts, each with what a word in it counts.
    package mutating func add(_ parts: [(text: String, weight: Float)]) {
      let start = numbers.count
      var length: Float = 0
      for part in parts {
        var found: [Int] = []
        stems.number(part.text, room: &room) { found.append($0) }
        if current.count < stems.count {
          current += [Float](repeating: 0, count: max(4096, stems.count * 2) - current.count)
        }
        for number in found {
          if current[number] == 0 { numbers.append(UInt32(number)) }
          current[number] += part.weight
        }
        length += part.weight * Float(found.count)
      }
      for place in start..<numbers.count {
        counts.append(current[Int(numbers[place])])
        current[Int(numbers[place])] = 0
      }
      ends.append(numbers.count)
      lengths.append(length)
    }

    /// The index of the texts.
    package func index() -> TextIndex { TextIndex(self) }

    fileprivate var parts: (StemTable, [UInt32], [Float], [Int], [Float]) { (stems, numbers, counts, ends, lengths) }
  }

  private init(_ builder: Builder) {
    let (stems, numbers, counts, ends, lengths) = builder.parts
    self.stems = stems
    count = ends.count
    var starts = [Int](repeating: 0, count: stems.count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    let all = Float(ends.count + Self.otherTexts)
    let rarities = (0..<stems.count).map { (stem) -> Float in
      let having = Float(starts[stem + 1])
      let odds: Float = (all - having + 0.5) / (having + 0.5)
      return log(odds + 1)
    }
    for stem in 0..<stems.count { starts[stem + 1] += starts[stem] }
    var next = starts
    var texts = [UInt32](repeating: 0, count: numbers.count)
    var weights = [Float](repeating: 0, count: numbers.count)
    let usualLength = max(1, lengths.reduce(0, +) / Float(max(1, lengths.count)))
    var place = 0
    for text in ends.indices {
      let drag = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * lengths[text] / usualLength)
      while place < ends[text] {
        let stem = Int(numbers[place])
        texts[next[stem]] = UInt32(text)
        weights[next[stem]] = rarities[stem] * counts[place] * (Self.saturation + 1) / (counts[place] + drag)
        next[stem] += 1
        place += 1
      }
    }
    (self.starts, self.texts, self.weights, self.rarities) = (starts, texts, weights, rarities)
  }
}
