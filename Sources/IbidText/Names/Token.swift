/// A word, a number or a mark of a text, as a place in its UTF-8 bytes.
package struct Token: Sendable, Hashable {
  /// What a token is made of.
  package enum Kind: UInt8, Sendable {
    /// Starts with a lower-case letter: `pain`, `iPhone`.
    case lower
    /// An upper-case letter, then a lower-case one: `Pain`, `McAuley`.
    case capitalized
    /// Upper-case letters alone, or one: `BMJ`, `A`.
    case upper
    /// Starts with two upper-case letters and has lower-case ones too: `DNAse`.
    case mixed
    /// Letters of a script without case.
    case caseless
    /// ASCII digits.
    case number
    /// One punctuation mark or symbol.
    case mark
    /// A whole identifier, which a scanner has read already.
    case identifier
  }

  /// Half-open range of UTF-8 offsets.
  package var start: Int
  /// The end of the range.
  package var end: Int
  /// What it is made of.
  package var kind: Kind
  /// Whether white space, or the start of the text, stands before it.
  package var followsSpace: Bool
  /// Letters, or for other tokens the bytes; never more than 255.
  package var length: UInt8

  /// Half-open range of UTF-8 offsets.
  package var range: Range<Int> { start..<end }

  /// Whether this is a word of any kind.
  package var isWord: Bool { kind.rawValue <= Kind.caseless.rawValue }

  /// Whether this word starts with an upper-case letter.
  package var startsUpper: Bool { kind == .capitalized || kind == .upper || kind == .mixed }

  /// Makes a token.
  package init(start: Int, end: Int, kind: Kind, followsSpace: Bool, length: UInt8) {
    self.start = start
    self.end = end
    self.kind = kind
    self.followsSpace = followsSpace
    self.length = length
  }
}
