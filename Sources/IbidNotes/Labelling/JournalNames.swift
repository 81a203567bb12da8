import IbidText

/// Names of journals, in full and abbreviated, as hashes of their words: told in a text without a list in memory.
package struct JournalNames: Sendable {
  /// Sorted hashes.
  private let hashes: ResourceArray<UInt32>
  /// The first place of each of the 4,096 upper parts of a hash.
  private let starts: ResourceArray<UInt32>

  /// No names.
  package static let none = JournalNames(hashes: ResourceArray([]), starts: ResourceArray([]))

  init(hashes: ResourceArray<UInt32>, starts: ResourceArray<UInt32>) {
    self.hashes = hashes
    self.starts = starts
  }

  /// The names of sorted hashes, as `hash` makes them.
  package init(sorted: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: 4097)
    for hash in sorted { starts[Int(hash >> 20) + 1] += 1 }
    for index in 1...4096 { starts[index] += starts[index - 1] }
    self.init(hashes: ResourceArray(sorted), starts: ResourceArray(starts))
  }

  /// Names from their bytes: how many, the 4,097 starts, the hashes; nil where the bytes are none.
  init?(_ bytes: ResourceArray<UInt8>) {
    guard bytes.count >= 4 else { return nil }
    let count = Int(bytes.number(at: 0, as: UInt32.self))
    guard bytes.count >= 4 + 4 * (4097 + count) else { return nil }
    (starts, hashes) = bytes.withBase { base in
      let numbers = base.assumingMemoryBound(to: UInt8.self)
      return (
        ResourceArray(constants: numbers + 4, count: 4097),
        ResourceArray(constants: numbers + 4 + 4 * 4097, count: count)
      )
    }
    guard (0..<4096).allSatisfy({ starts[$0] <= starts[$0 + 1] }), Int(starts[4096]) == count else { return nil }
  }

  /// Names from bytes that were just written; nil where they are none.
  package init?(bytes: [UInt8]) {
    let copy = ResourceArray(bytes)
    let numbers = stride(from: 4, to: bytes.count - 3, by: 4).map { copy.number(at: $0, as: UInt32.self) }
    guard numbers.count >= 4097 else { return nil }
    self.init(hashes: ResourceArray(Array(numbers[4097...])), starts: ResourceArray(Array(numbers[..<4097])))
  }

  /// The hash of a name; nil for names of no or too many words.
  package static func hash(of name: String) -> UInt32? {
    let text = ReferenceText(name)
    let words = TokenAttributes(text, journals: .none).words
    var hash = seed
    var count = 0
    for (index, token) in text.tokens.enumerated() where token.isWord || token.kind == .number {
      hash = mixed(hash, words[index])
      count += 1
    }
    return count > 0 && count <= longest ? hash : nil
  }

  /// For each token 0, or for one of a known name: 1 its first word, 2 an inner one, 3 its last, 4 a name of one word;
  /// 4 more for names of three words and longer.
  func matches(words: [UInt32], tokens: [Token], shapes: [UInt8]) -> [UInt8] {
    var matches = [UInt8](repeating: 0, count: tokens.count)
    guard hashes.count > 0 else { return matches }
    var index = 0
    while index < tokens.count {
      guard tokens[index].startsUpper, index == 0 || !tokens[index - 1].isWord,
        let end = end(of: index, words, tokens)
      else {
        index += 1
        continue
      }
      let named = (index..<end).filter { tokens[$0].isWord || tokens[$0].kind == .number }
      let isLong: UInt8 = named.count > 2 ? 4 : 0
      for place in index..<end { matches[place] = 2 + isLong }
      matches[index] = named.count == 1 ? 4 : 1 + isLong
      if named.count > 1, let last = named.last { matches[last] = 3 + isLong }
      index = end
    }
    return matches
  }

  /// The end of the longest name that starts at a token and is not followed by another word.
  private func end(of start: Int, _ words: [UInt32], _ tokens: [Token]) -> Int? {
    var hash = Self.seed
    var count = 0
    var found: Int?
    var index = start
    while index < tokens.count, count < Self.longest {
      let token = tokens[index]
      if token.isWord || token.kind == .number {
        hash = Self.mixed(hash, words[index])
        count += 1
        let isEnd = index + 1 == tokens.count || !tokens[index + 1].isWord
        if isEnd, contains(hash) { found = index + 1 }
      } else if token.kind == .identifier {
        break
      }
      index += 1
    }
    return found
  }

  private func contains(_ hash: UInt32) -> Bool {
    let bucket = Int(starts[Int(hash >> 20)])..<Int(starts[Int(hash >> 20) + 1])
    let place = bucket.partitioningIndex { hashes[$0] >= hash }
    return place < bucket.upperBound && hashes[place] == hash
  }

  private static let longest = 14
  private static let seed: UInt32 = 0x2545_F491

  @inline(__always)
  private static func mixed(_ hash: UInt32, _ word: UInt32) -> UInt32 {
    let mixed = (hash ^ word) &* 0x85EB_CA6B
    return mixed ^ (mixed >> 13)
  }
}
