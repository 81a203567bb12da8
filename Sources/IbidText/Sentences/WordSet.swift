import IbidModel

/// A fixed set of short words, asked about stretches of UTF-8 bytes without making strings of them.
struct WordSet: Sendable {
  private let keys: Set<UInt64>

  /// The words of a list with blanks between.
  init(_ words: StaticString) {
    let list = words.withUTF8Buffer { Array($0) }
    keys = Set(list.split(separator: UInt8(ascii: " ")).map { Self.key(Array($0), 0..<$0.count, folding: false) })
  }

  /// Whether the bytes of this range are one of the words.
  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 20 && keys.contains(Self.key(text, range, folding: false))
  }

  /// Whether the bytes of this range, in lower case, are one of the words.
  func containsFolded(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 20 && keys.contains(Self.key(text, range, folding: true))
  }

  /// FNV-1a over the bytes. A collision of two short words is as good as impossible.
  private static func key(_ text: [UInt8], _ range: Range<Int>, folding: Bool) -> UInt64 {
    var hash = UInt64.fnvBasis
    for index in range {
      var byte = text[index]
      if folding, byte >= 65, byte <= 90 { byte |= 0x20 }
      hash = hash.fnv(byte)
    }
    return hash
  }
}
