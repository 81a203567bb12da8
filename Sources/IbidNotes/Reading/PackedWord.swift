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
