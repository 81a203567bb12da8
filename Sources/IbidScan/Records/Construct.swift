import IbidModel

/// What begins with a `<`.
struct Construct: Equatable {
  /// A tag with the place of its name, or what is none.
  enum Kind: Equatable {
    case startTag(Range<Int>, isEmpty: Bool)
    case endTag(Range<Int>)
    /// A comment, CDATA, a processing instruction or a document type.
    case other
  }

  let kind: Kind
  /// The place behind it.
  let end: Int

  private init(_ kind: Kind, end: Int) {
    self.kind = kind
    self.end = end
  }

  /// What begins with the `<` at `open`; nil where its end is not among `bytes`.
  init?(in bytes: Span<UInt8>, at open: Int) {
    guard open + 1 < bytes.count, let construct = Self.read(bytes, open) else { return nil }
    self = construct
  }

  private static func read(_ bytes: Span<UInt8>, _ open: Int) -> Construct? {
    switch bytes[open + 1] {
    case UInt8(ascii: "?"): return other(end(of: "?>", in: bytes, from: open + 2))
    case UInt8(ascii: "!"):
      if bytes.has("<!--", at: open) { return other(end(of: "-->", in: bytes, from: open + 4)) }
      if bytes.has("<![CDATA[", at: open) { return other(end(of: "]]>", in: bytes, from: open + 9)) }
      // `<!` alone may be the beginning of any of them.
      guard open + 9 < bytes.count else { return nil }
      return other(endOfDeclaration(in: bytes, from: open + 2))
    case UInt8(ascii: "/"):
      guard let close = bytes.offset(of: UInt8(ascii: ">"), from: open) else { return nil }
      return Construct(.endTag(bytes.tagName(at: open + 2)), end: close + 1)
    default:
      guard let close = endOfTag(in: bytes, from: open + 1) else { return nil }
      let isEmpty = close > open + 2 && bytes[close - 2] == UInt8(ascii: "/")
      return Construct(.startTag(bytes.tagName(at: open + 1), isEmpty: isEmpty), end: close)
    }
  }

  private static func other(_ end: Int?) -> Construct? { end.map { Construct(.other, end: $0) } }

  /// The place behind the `>` that ends a tag, past those in quoted values. A `<` ends what is no tag.
  private static func endOfTag(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return index
      }
    }
    return nil
  }

  /// The place behind a document type, past its internal subset with its strings and comments.
  private static func endOfDeclaration(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    var isInSubset = false
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = bytes.offset(of: bytes[place], from: place + 1) else { return nil }
        place = close + 1
      case UInt8(ascii: "["):
        isInSubset = true
        place += 1
      case UInt8(ascii: "]"):
        isInSubset = false
        place += 1
      case UInt8(ascii: "<"):
        if bytes.has("<!--", at: place) {
          guard let end = end(of: "-->", in: bytes, from: place + 4) else { return nil }
          place = end
        } else if bytes.has("<?", at: place) {
          guard let end = end(of: "?>", in: bytes, from: place + 2) else { return nil }
          place = end
        } else {
          place += 1
        }
      case UInt8(ascii: ">"):
        place += 1
        if !isInSubset { return place }
      default: place += 1
      }
    }
    return nil
  }

  /// The place behind the next `mark`, which ends in `>`.
  private static func end(of mark: StaticString, in bytes: Span<UInt8>, from start: Int) -> Int? {
    let before = mark.utf8CodeUnitCount - 1
    var place = start + before
    while let close = bytes.offset(of: UInt8(ascii: ">"), from: place) {
      if bytes.has(mark, at: close - before) { return close + 1 }
      place = close + 1
    }
    return nil
  }
}
