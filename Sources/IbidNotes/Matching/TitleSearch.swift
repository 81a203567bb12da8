/// Finds works by the rarest words of their titles, and weighs words by how rare they are.
struct TitleSearch {
  private let index: any WorkIndex
  private let logCount: Float
  private let words: MatchWords

  /// - Parameter words: the words of the whole reference.
  init(_ index: any WorkIndex, for words: MatchWords) throws {
    self.index = index
    self.words = words
    // Few titles do not make a word common.
    logCount = Self.log2(Float(max(1024, try index.size())))
  }

  /// Bits that each word of a title tells, at least half a one; a word of no title tells as much as the rarest.
  func weights(of title: MatchWords) throws -> [Float] {
    try title.keys.indices.map { place in
      let count = try index.titles(with: title.keys[place]) { title.spelling(place) }.count
      return count == 0 ? logCount : max(0.5, logCount - Self.log2(Float(count)))
    }
  }

  /// Works whose titles share the reference's rarest words, most shared first.
  func candidates() throws -> [Int] {
    var rarest: [(postings: TitlePostings, word: UInt64)] = []
    for (place, word) in words.keys.prefix(Self.wordsRead).enumerated() {
      let postings = try index.titles(with: word) { words.spelling(place) }
      guard !postings.numbers.isEmpty else { continue }
      if rarest.count == Self.wordsLookedUp, let last = rarest.last, postings.count >= last.postings.count { continue }
      if rarest.contains(where: { $0.word == word }) { continue }
      if rarest.count == Self.wordsLookedUp { rarest.removeLast() }
      let at = rarest.firstIndex { $0.postings.count > postings.count } ?? rarest.count
      rarest.insert((postings, word), at: at)
    }
    // Every title with the rarest word is looked at; a common one only counts for those that are found already.
    var counted: [Int: Int] = [:]
    for (postings, _) in rarest {
      let onlyCounts = !counted.isEmpty && postings.count > Self.rare
      for number in postings.numbers {
        if let known = counted[number] {
          counted[number] = known + 1
        } else if !onlyCounts, counted.count < TitlePostings.limit {
          counted[number] = 1
        }
      }
    }
    let shared = counted.map { (number: $0.key, count: $0.value) }
      .sorted { ($0.count, $1.number) > ($1.count, $0.number) }
    return shared.prefix(Self.candidatesKept).map(\.number)
  }

  private static let wordsRead = 400
  private static let wordsLookedUp = 5
  private static let rare = 25
  private static let candidatesKept = 6

  /// The binary logarithm to two decimals, without a C library.
  private static func log2(_ value: Float) -> Float {
    // The mantissa's line through both ends, bent towards the curve.
    let mantissa = value.significand - 1
    return Float(value.exponent) + mantissa + 0.33 * mantissa * (1 - mantissa)
  }
}
