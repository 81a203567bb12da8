import IbidModel
import IbidText

/// What the labeller sees of each token, computed once for a reference.
package struct TokenAttributes: Sendable {
  let count: Int
  /// `TokenShape`, with a blank before the token as the bit above.
  private(set) var shapes: [UInt8]
  /// Hash of the word in lower case; of numbers and marks what kind they are.
  private(set) var words: [UInt32]
  private(set) var prefixes: [UInt32]
  private(set) var suffixes: [UInt32]
  /// 0 outside of known journals' names; else first, inner or last word, and how long the name is.
  private(set) var journals: [UInt8]
  private(set) var chunks: ChunkAttributes
  /// The make of the whole reference, in few bits.
  private(set) var manner: UInt32 = 0
  /// Whether double quotation marks stand around the token.
  private(set) var quoted: [Bool]
  /// Brackets open at the token, at most 3.
  private(set) var depths: [UInt8]
  /// Years before the token, at most 3, and tokens to the next and from the last one, in steps.
  private(set) var years: [UInt8]
  private(set) var yearDistances: [UInt8]

  /// The attributes of a reference's tokens; `journals` are the names that are known.
  package init(_ text: ReferenceText, journals list: JournalNames) {
    let tokens = text.tokens
    let bytes = text.bytes
    count = tokens.count
    shapes = tokens.map { TokenShape.shape(of: $0, bytes) }
    if !text.identifiers.isEmpty { Self.tellAddresses(in: &shapes, text) }
    words = Array(repeating: 0, count: count)
    prefixes = words
    suffixes = words
    quoted = Array(repeating: false, count: count)
    depths = Array(repeating: 0, count: count)
    years = depths
    yearDistances = depths
    journals = depths
    chunks = ChunkAttributes(shapes: shapes, tokens: [], words: [])
    for index in 0..<count { hash(tokens[index], bytes, index) }
    journals = list.matches(words: words, tokens: tokens, shapes: shapes)
    chunks = ChunkAttributes(shapes: shapes, tokens: tokens, words: words)
    surround()
    manner = mannerOfReference()
    for index in 0..<count where tokens[index].followsSpace { shapes[index] |= 64 }
  }

  static func tellAddresses(in shapes: inout [UInt8], _ text: ReferenceText) {
    var next = 0
    for (index, token) in text.tokens.enumerated() where token.kind == .identifier {
      while next < text.identifiers.count, text.identifiers[next].range.upperBound <= token.start { next += 1 }
      if next < text.identifiers.count, text.identifiers[next].kind == .url { shapes[index] = TokenShape.address }
    }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8, _ previous: UInt8) -> UInt8 {
    if byte < 0x80 { return byte &- 65 < 26 ? byte | 0x20 : byte }
    // Latin letters with accents: U+00C0…U+00DE to lower case.
    return previous == 0xC3 && byte < 0x9F ? byte | 0x20 : byte
  }

  private mutating func hash(_ token: Token, _ bytes: [UInt8], _ index: Int) {
    guard token.isWord else {
      words[index] = 0x5000_0000 | UInt32(shapes[index])
      return
    }
    var hash = UInt32.fnvBasis
    var previous: UInt8 = 0
    var suffix: UInt32 = 0
    var prefix: UInt32 = 0
    for offset in token.start..<token.end {
      let byte = bytes[offset]
      let low = Self.folded(byte, previous)
      previous = byte
      hash = hash.fnv(low)
      suffix = suffix << 8 | UInt32(low)
      if offset - token.start == 2 { prefix = hash }
    }
    words[index] = hash
    prefixes[index] = prefix
    suffixes[index] = suffix & 0xFF_FFFF
  }

  /// Quotation marks, brackets and years around each token.
  private mutating func surround() {
    var isQuoted = false
    var depth: UInt8 = 0
    var yearCount: UInt8 = 0
    var lastYear = -100
    for index in 0..<count {
      switch shapes[index] {
      case TokenShape.openQuote: isQuoted = true
      case TokenShape.closeQuote: isQuoted = false
      case TokenShape.quote: isQuoted.toggle()
      case TokenShape.openRound, TokenShape.openSquare: depth = min(3, depth + 1)
      case TokenShape.closeRound, TokenShape.closeSquare: depth = depth == 0 ? 0 : depth - 1
      case TokenShape.year:
        yearCount = min(3, yearCount + 1)
        lastYear = index
      default: break
      }
      quoted[index] = isQuoted
      depths[index] = depth
      years[index] = yearCount
      yearDistances[index] = Self.step(index - lastYear)
    }
    var nextYear = count + 100
    for index in stride(from: count - 1, through: 0, by: -1) {
      if shapes[index] == TokenShape.year { nextYear = index }
      yearDistances[index] = yearDistances[index] &* 8 &+ Self.step(nextYear - index)
    }
  }

  private static func step(_ distance: Int) -> UInt8 {
    switch distance {
    case 0...3: UInt8(distance)
    case 4...7: 4
    case 8...20: 5
    case 21...90: 6
    default: 7
    }
  }

  /// Where the first year stands, quotes, an «In» before a book, volume with pages, and how the first name is written.
  private func mannerOfReference() -> UInt32 {
    var manner: UInt32 = 0
    if let year = shapes.firstIndex(of: TokenShape.year) {
      let place: UInt32 = year * 10 < count * 4 ? 1 : year * 10 < count * 7 ? 2 : 3
      manner |= place
    }
    if quoted.contains(true) { manner |= 4 }
    for index in 1..<max(1, count) {
      if shapes[index] == 37, shapes[index - 1] <= TokenShape.closeQuote || shapes[index - 1] == TokenShape.question {
        manner |= 8
      }
      if index + 2 < count, shapes[index] > TokenShape.year, shapes[index] <= 23,
        shapes[index + 1] == TokenShape.openRound || shapes[index + 1] == TokenShape.colon,
        (19...23).contains(shapes[index + 2])
      {
        manner |= 16
      }
      if shapes[index] == 40 { manner |= 32 }
    }
    guard count > 2 else { return manner }
    let second = shapes[1]
    let author: UInt32 =
      second == TokenShape.comma
      ? 1
      : second == TokenShape.initial || second == TokenShape.fewCapitals
        ? 2
        : shapes[0] == TokenShape.initial ? 3 : 0
    return manner | author << 6
  }
}
