/// Finds titles by their rarest words.
struct TitleIndex: Sendable {
  /// Titles by the keys of their words; a word that stands in more titles than `postingsLimit` is not listed.
  private var postings: [UInt64: [Int32]] = [:]
  private var counts: [UInt64: Int32] = [:]
  private let logCount: Float

  private static let postingsLimit = 400
  private static let wordsLookedUp = 5
  private static let rare = 25
  private static let candidatesKept = 6

  init(_ titles: [[UInt64]]) {
    for (number, title) in titles.enumerated() {
      for word in Set(title) {
        counts[word, default: 0] += 1
        if counts[word, default: 0] <= Self.postingsLimit { postings[word, default: []].append(Int32(number)) }
      }
    }
    // Few titles do not make a word common.
    logCount = Self.log2(Float(max(1024, titles.count)))
    for (word, count) in counts where count > Self.postingsLimit { postings[word] = nil }
  }

  /// Bits that a word tells of a title, at least half a one; a word of no title tells as much as the rarest.
  func weight(of word: UInt64) -> Float {
    guard let count = counts[word] else { return logCount }
    return max(0.5, logCount - Self.log2(Float(count)))
  }

  /// Titles that share the text's rarest words, most shared first.
  func candidates(for words: [UInt64]) -> [Int32] {
    var rarest: [(count: Int32, word: UInt64)] = []
    for word in words.prefix(400) {
      guard let count = counts[word], count <= Self.postingsLimit else { continue }
      if rarest.count == Self.wordsLookedUp, let last = rarest.last, count >= last.count { continue }
      if rarest.contains(where: { $0.word == word }) { continue }
      if rarest.count == Self.wordsLookedUp { rarest.removeLast() }
      let place = rarest.firstIndex { $0.count > count } ?? rarest.count
      rarest.insert((count, word), at: place)
    }
    // Every title with the rarest word is looked at; a common one only counts for those that are found already.
    var counted: [Int32: Int] = [:]
    for (count, word) in rarest {
      let onlyCounts = !counted.isEmpty && count > Self.rare
      for number in postings[word, default: []] {
        if let known = counted[number] {
          counted[number] = known + 1
        } else if !onlyCounts, counted.count < 400 {
          counted[number] = 1
        }
      }
    }
    let shared = counted.map { (number: $0.key, count: $0.value) }
      .sorted { ($0.count, $1.number) > ($1.count, $0.number) }
    return shared.prefix(Self.candidatesKept).map(\.number)
  }

  /// The binary logarithm to two decimals, without a C library.
  private static func log2(_ value: Float) -> Float {
    // The mantissa's line through both ends, bent towards the curve.
    let mantissa = value.significand - 1
    return Float(value.exponent) + mantissa + 0.33 * mantissa * (1 - mantissa)
  }
}
