import IbidText

/// A short ASCII word in lower case, packed into one number so that it is compared at once.
struct PackedWord: Hashable, ExpressibleByStringLiteral {
  let bits: UInt64

  /// The word of at most eight ASCII bytes; 0 for longer and other words.
  init(_ token: Token, _ bytes: [UInt8]) {
    guard token.end - token.start <= 8 else {
      bits = 0
      return
    }
    var packed: UInt64 = 0
    for index in token.start..<token.end {
      let byte = bytes[index]
      guard byte < 0x80 else {
        bits = 0
        return
      }
      packed = packed << 8 | UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
    bits = packed
  }

  init(stringLiteral value: StaticString) {
    bits = value.withUTF8Buffer { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
  }
}

/// A small table of packed words with a number for each, which is read at once.
struct PackedWords: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let shift: UInt64

  /// Words, separated by blanks, by their numbers; 0 is no number.
  init(_ words: KeyValuePairs<UInt8, StaticString>) {
    let all = words.map { number, list in
      list.withUTF8Buffer {
        $0.split(separator: 0x20).map { word in (word.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, number) }
      }
    }.joined()
    var bits: UInt64 = 4
    while 1 << bits < all.count * 4 { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << bits)
    values = Array(repeating: 0, count: 1 << bits)
    for (key, value) in all {
      var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// The word's number; 0 for words that are not in the table.
  subscript(word: PackedWord) -> UInt8 {
    guard word.bits != 0 else { return 0 }
    var slot = Int((word.bits &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != 0 {
      if keys[slot] == word.bits { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }
}
