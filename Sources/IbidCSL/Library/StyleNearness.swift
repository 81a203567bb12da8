import IbidText

/// How near a style's names are to what somebody wrote: by edits of the whole name, and word by word, so that
/// «vancuver», «J Clin Invest» and «medical jama» find what they mean.
struct StyleNearness {
  private let query: [UInt8]
  private let words: [[UInt8]]
  /// The letters of the query, and of each of its words.
  private let letters: UInt64
  private let wordLetters: [UInt64]

  /// - Parameter query: a name as somebody wrote it.
  init(_ query: String) {
    self.query = Array(SearchKey.folded(query).utf8.prefix(Self.limit))
    words = Self.words(of: self.query)
    letters = Self.letters(of: self.query)
    wordLetters = words.map(Self.letters)
  }

  /// 1 for the name itself, 0 for a name that has nothing in common with the query.
  func score(_ name: String) -> Double { score(key: Array(SearchKey.folded(name).utf8)) }

  /// The score of a name that is folded already.
  func score(key: [UInt8]) -> Double {
    guard !words.isEmpty else { return 0 }
    let name = Array(key.prefix(Self.limit))
    guard !name.isEmpty else { return 0 }
    return max(likeness(query, name), wordScore(Self.words(of: name)))
  }

  // MARK: A quick look

  /// Whether a folded name can have a score above 0; most names are dismissed by their letters, of which an edit
  /// changes two at most.
  func mayBeNear(_ key: ArraySlice<UInt8>) -> Bool {
    let name = key.prefix(Self.limit)
    guard !words.isEmpty, !name.isEmpty else { return false }
    var (all, own) = (0 as UInt64, 0 as UInt64)
    var start = name.startIndex
    for index in name.startIndex...name.endIndex {
      if index < name.endIndex, name[index] != 0x20 {
        own |= Self.letter(name[index])
        continue
      }
      if index > start, mayBeAWord(name[start..<index], own) { return true }
      all |= own
      own = 0
      start = index + 1
    }
    return Self.mayBeLike(query.count, letters & ~Self.letter(0x20), name.count, all)
  }

  private func mayBeAWord(_ word: ArraySlice<UInt8>, _ letters: UInt64) -> Bool {
    for (other, otherLetters) in zip(words, wordLetters) {
      if otherLetters & ~letters == 0, word.starts(with: other) { return true }
      guard max(word.count, other.count) > 3 else { continue }
      if Self.mayBeLike(other.count, otherLetters, word.count, letters) { return true }
    }
    return false
  }

  private static func mayBeLike(_ count: Int, _ letters: UInt64, _ otherCount: Int, _ otherLetters: UInt64) -> Bool {
    let (shorter, longer) = (min(count, otherCount), max(count, otherCount))
    return 3 * (longer - shorter) <= longer && 3 * (letters ^ otherLetters).nonzeroBitCount <= 2 * longer
  }

  private static func letter(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

  private static func letters(of word: [UInt8]) -> UInt64 { word.reduce(0) { $0 | letter($1) } }

  // MARK: Scores

  /// Longer names are no names that somebody spells out.
  private static let limit = 120
  /// Words that tell no journals apart.
  private static let smallWords = Set(
    ["the", "of", "and", "for", "in", "on", "a", "de", "der", "la"].map { Array($0.utf8) })

  private static func words(of key: [UInt8]) -> [[UInt8]] {
    let words = key.split(separator: 0x20).map(Array.init)
    let large = words.filter { !smallWords.contains($0) }
    return large.isEmpty ? words : large
  }

  /// How much of the query's words the name has, less for words of the name that the query lacks.
  private func wordScore(_ others: [[UInt8]]) -> Double {
    var left = others
    var (found, asked, met) = (0.0, 0, 0)
    for word in words {
      asked += word.count
      let scored = left.indices.map { (score: Self.wordScore(word, left[$0]), place: $0) }
      guard let best = scored.max(by: { ($0.score, $1.place) < ($1.score, $0.place) }), best.score > 0 else { continue }
      found += best.score * Double(word.count)
      met += left.remove(at: best.place).count
    }
    let total = others.reduce(0) { $0 + $1.count }
    guard asked > 0, total > 0 else { return 0 }
    return found / Double(asked) * (0.75 + 0.25 * Double(met) / Double(total))
  }

  private static func wordScore(_ word: [UInt8], _ other: [UInt8]) -> Double {
    if word == other { return 1 }
    // «Clin» for «Clinical»; one letter stands for too many words.
    if word.count > 1, other.starts(with: word) { return 0.9 }
    let (shorter, longer) = (min(word.count, other.count), max(word.count, other.count))
    // A third of the letters at most may differ.
    guard longer > 3, 3 * (longer - shorter) <= longer else { return 0 }
    let distance = distance(word, other)
    return 3 * distance <= longer ? 0.95 - Double(distance) / Double(longer) : 0
  }

  private func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let (shorter, longer) = (min(left.count, right.count), max(left.count, right.count))
    guard 3 * (longer - shorter) <= longer else { return 0 }
    let distance = Self.distance(left, right)
    return 3 * distance <= longer ? 1 - Double(distance) / Double(longer) : 0
  }

  /// Levenshtein's distance, with two letters that changed places as one edit.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var row = Array(0...right.count)
    for (line, byte) in left.enumerated() {
      var next = [Int](repeating: line + 1, count: right.count + 1)
      for (column, other) in right.enumerated() {
        let change = row[column] + (byte == other ? 0 : 1)
        next[column + 1] = min(row[column + 1] + 1, next[column] + 1, change)
        if line > 0, column > 0, byte == right[column - 1], left[line - 1] == other {
          next[column + 1] = min(next[column + 1], before[column - 1] + 1)
        }
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
