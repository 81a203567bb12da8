/// Letters that are written as two where a keyboard lacks them: `Müller` as `Mueller`, `Bjørnå` as `Bjoernaa`.
package enum SpelledOutLetters {
  /// The text with such letters as two; nil where it has none.
  package static func spelledOut(_ text: String) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard text.unicodeScalars.contains(where: { letters[$0] != nil }) else { return nil }
    return text.unicodeScalars.map { letters[$0] ?? String($0) }.joined()
  }

  /// The text with such pairs as one letter; nil where it has none.
  package static func joined(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let (a, e, o, u) = (UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u"))
      switch (bytes.last.map { $0 | 0x20 }, byte | 0x20) {
      case (a, e), (o, e), (u, e), (a, a): continue
      default: bytes.append(byte)
      }
    }
    return bytes.count == text.utf8.count ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static let letters: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa",
    "æ": "ae", "Æ": "Ae", "\u{308}": "e", "\u{30A}": "a",
  ]
}
