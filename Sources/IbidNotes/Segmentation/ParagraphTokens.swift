package import IbidText

/// What the segmenter sees of each token of a paragraph.
package struct ParagraphTokens: Sendable {
  let bytes: [UInt8]
  package let tokens: [Token]
  /// `TokenShape`; addresses of pages differ from other identifiers.
  let shapes: [UInt8]
  /// Hash of the word in lower case; of numbers and marks what kind they are.
  let words: [UInt32]
  /// Whether a line of the file starts with the token.
  let startsLine: [Bool]

  /// The tokens of a paragraph.
  package init(_ text: ReferenceText) {
    bytes = text.bytes
    tokens = text.tokens
    var shapes = text.tokens.map { TokenShape.shape(of: $0, text.bytes) }
    TokenAttributes.tellAddresses(in: &shapes, text)
    self.shapes = shapes
    words = zip(text.tokens, shapes).map { Self.hash($0, $1, text.bytes) }
    startsLine = text.tokens.enumerated().map { index, token in
      index > 0 && token.followsSpace
        && text.bytes[text.tokens[index - 1].end..<token.start].contains { $0 == 0x0A || $0 == 0x0D }
    }
  }

  var count: Int { tokens.count }

  private static func hash(_ token: Token, _ shape: UInt8, _ bytes: [UInt8]) -> UInt32 {
    guard token.isWord else { return 0x5000_0000 | UInt32(shape) }
    return token.range.reduce(UInt32.fnvBasis) { hash, offset in
      let byte = bytes[offset]
      return hash.fnv(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
  }

  /// The shape of a token, with a blank before it as the bit above; 0 beyond the paragraph's ends.
  func shape(_ index: Int) -> UInt32 {
    guard index >= 0, index < count else { return 0 }
    return UInt32(shapes[index]) | (tokens[index].followsSpace ? 64 : 0)
  }

  /// The word of a token; other numbers before the paragraph and behind it.
  func word(_ index: Int) -> UInt32 { index < 0 ? 1 : index >= count ? 2 : words[index] }

  /// The first byte of a mark; 0 where there is none.
  func mark(_ index: Int) -> UInt8 {
    index >= 0 && index < count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }
}
