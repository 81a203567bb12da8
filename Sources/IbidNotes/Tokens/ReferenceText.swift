package import IbidText

/// A stretch of text that is read as a reference: its tokens, an identifier being one of them.
package struct ReferenceText: Sendable {
  /// The bytes that the offsets count in.
  package let bytes: [UInt8]
  /// The stretch.
  package let range: Range<Int>
  /// The list's number or bullet before the reference; nil where it has none.
  package private(set) var listLabel: Range<Int>?
  /// Its tokens, in order, without those of the list's number.
  package private(set) var tokens: [Token]
  /// Its identifiers, in order.
  package private(set) var identifiers: [IdentifierSpan]
  /// What it says by fixed words, in order; their tokens are not among `tokens`.
  package private(set) var asides: [Aside] = []

  /// Cuts a stretch of UTF-8 bytes that is a reference.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    self = ReferenceText(paragraph: bytes, in: range).reference
  }

  /// The whole paragraph as a reference: without the words of links behind it, and what it says by fixed words.
  var reference: ReferenceText {
    var text = self
    let links = LinkLabel.count(bytes, tokens)
    if tokens.count - links > Self.least { text.tokens.removeLast(links) }
    text.takeOutAsides()
    return text
  }

  /// Cuts a stretch of UTF-8 bytes that references are still to be found in: all that it says is among `tokens`.
  package init(paragraph bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range.clamped(to: 0..<bytes.count)
    tokens = Self.withoutEmphasis(Tokenizer.tokens(of: bytes, in: self.range), bytes)
    identifiers = IdentifierScanner(bytes, tokens).spans
    let sites = SiteNumbers.spans(bytes, tokens, beside: identifiers)
    if !sites.isEmpty {
      identifiers += sites
      identifiers.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    merge()
    let labels = ReferenceLabel.count(bytes, tokens)
    if labels > 0 {
      listLabel = tokens[0].start..<tokens[labels - 1].end
      tokens.removeFirst(labels)
    }
  }

  /// Fewer tokens are no reference that links could stand behind.
  private static let least = 5

  /// A text of its own.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, in: 0..<bytes.count)
  }

  private mutating func takeOutAsides() {
    asides = AsideScanner(bytes, tokens).asides
    guard !asides.isEmpty else { return }
    var next = 0
    var followsSpace = false
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    for var token in tokens {
      while next < asides.count, asides[next].range.upperBound <= token.start { next += 1 }
      if next < asides.count, asides[next].range.lowerBound <= token.start {
        followsSpace = followsSpace || token.followsSpace
      } else {
        token.followsSpace = token.followsSpace || followsSpace && token.kind != .mark
        followsSpace = false
        kept.append(token)
      }
    }
    tokens = kept
  }

  /// Puts one token in place of those of each identifier.
  private mutating func merge() {
    guard !identifiers.isEmpty else { return }
    var merged: [Token] = []
    merged.reserveCapacity(tokens.count)
    var next = 0
    var index = 0
    while index < tokens.count {
      while next < identifiers.count, identifiers[next].range.upperBound <= tokens[index].start { next += 1 }
      guard next < identifiers.count, tokens[index].start >= identifiers[next].range.lowerBound else {
        merged.append(tokens[index])
        index += 1
        continue
      }
      let span = identifiers[next].range
      merged.append(
        Token(
          start: span.lowerBound, end: span.upperBound, kind: .identifier, followsSpace: tokens[index].followsSpace,
          length: UInt8(min(255, span.count))))
      while index < tokens.count, tokens[index].start < span.upperBound { index += 1 }
    }
    tokens = merged
  }

  /// Without the `*` and `_` of Markdown's emphasis, which say nothing of the fields.
  static func withoutEmphasis(_ tokens: [Token], _ bytes: [UInt8]) -> [Token] {
    func isEmphasis(_ token: Token) -> Bool {
      token.kind == .mark && (bytes[token.start] == UInt8(ascii: "*") || bytes[token.start] == UInt8(ascii: "_"))
    }
    guard tokens.contains(where: isEmphasis) else { return tokens }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var followsSpace = false
    for var token in tokens {
      if isEmphasis(token) {
        followsSpace = followsSpace || token.followsSpace
      } else {
        token.followsSpace = token.followsSpace || followsSpace
        followsSpace = false
        kept.append(token)
      }
    }
    return kept
  }
}
