import FoundationEssentials
import Glibc
import IbidClaims

/// A linear model of a sentence's terms, and of its section, which is not kept.
struct WordModel {
  /// The terms that tell the most, by hash, ascending.
  var hashes: [UInt32]
  /// Log odds of each term, then of each section, then of none.
  var weights: [Double]

  /// How many terms are kept.
  static let termLimit = 5000

  private static let passes = 6
  private static let rate = 0.08
  private static let decay = 3e-6

  /// Learns from these articles.
  init(_ articles: [TrainingArticle]) {
    hashes = Self.tellingTerms(of: articles)
    weights = []
    let position = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($1, $0) })
    var examples: [(features: [Int32], isCited: Bool)] = []
    for article in articles {
      for (sentence, terms) in zip(article.sentences, article.terms) {
        let known = terms.hashes.compactMap { position[$0].map(Int32.init) }
        let section = Int32(hashes.count + (SectionKind.allCases.firstIndex(of: sentence.section) ?? 0))
        examples.append((known + [section], sentence.isCited))
      }
    }
    learn(examples)
  }

  /// Gradient descent with a rate for each feature (AdaGrad), the examples in a fixed order of chance; the weights
  /// are the mean of the last passes.
  private mutating func learn(_ examples: [(features: [Int32], isCited: Bool)]) {
    let count = hashes.count + SectionKind.allCases.count + 1
    var current = [Double](repeating: 0, count: count)
    var squares = [Double](repeating: 1e-4, count: count)
    var sum = [Double](repeating: 0, count: count)
    var order = Array(examples.indices)
    var chance = Chance(seed: 7)
    for pass in 0..<Self.passes {
      order.shuffle(using: &chance)
      for index in order {
        let example = examples[index]
        let odds = example.features.reduce(current[count - 1]) { $0 + current[Int($1)] }
        let slope = 1 / (1 + exp(-odds)) - (example.isCited ? 1 : 0)
        for feature in example.features.map(Int.init) + [count - 1] {
          let gradient = slope + Self.decay * 1000 * current[feature]
          squares[feature] += gradient * gradient
          current[feature] -= Self.rate * gradient / squares[feature].squareRoot()
        }
      }
      if pass >= Self.passes / 2 { for index in sum.indices { sum[index] += current[index] } }
    }
    weights = sum.map { $0 / Double(Self.passes - Self.passes / 2) }
  }

  /// The terms whose sentences are cited more or less often than others, by the likelihood ratio.
  private static func tellingTerms(of articles: [TrainingArticle]) -> [UInt32] {
    var counts: [UInt32: (all: Double, cited: Double)] = [:]
    var all = 0.0
    var cited = 0.0
    for article in articles {
      for (sentence, terms) in zip(article.sentences, article.terms) {
        all += 1
        cited += sentence.isCited ? 1 : 0
        for hash in terms.hashes {
          counts[hash, default: (0, 0)].all += 1
          if sentence.isCited { counts[hash, default: (0, 0)].cited += 1 }
        }
      }
    }
    let share = cited / all
    let ranked = counts.filter { $0.value.all >= 15 }.map { hash, count in
      (hash, ratio(count.cited, count.all - count.cited, share))
    }
    return ranked.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(termLimit).map(\.0).sorted()
  }

  private static func ratio(_ cited: Double, _ uncited: Double, _ share: Double) -> Double {
    let all = cited + uncited
    func part(_ found: Double, _ expected: Double) -> Double { found > 0 ? found * log(found / expected) : 0 }
    return part(cited, all * share) + part(uncited, all * (1 - share))
  }

  /// The kept weights: in 1/1024, the words only.
  var quantized: (weights: [Int16], bias: Int16) {
    func number(_ value: Double) -> Int16 { Int16(max(-32000, min(32000, (value * 1024).rounded()))) }
    return (weights.prefix(hashes.count).map(number), number(weights.last ?? 0))
  }

  /// What the words of each sentence say, as the kept model would.
  func scores(of article: TrainingArticle) -> [Double] {
    let kept = quantized
    let empty = BoostedTrees(cuts: [], trees: [], base: 0)
    let model = WorthinessModel(
      hashes: hashes, weights: kept.weights, bias: kept.bias, texts: [], citing: empty, plain: empty)
    return article.terms.map(model.score)
  }
}

/// A stream of numbers that is the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
