import IbidModel

/// Markup of JATS, MathML and HTML in a value, as publishers deliver it to Crossref: what CSL has a tag for gets it, all
/// other tags go, and what they hold stays.
///
/// Source: NISO JATS 1.3, face markup; MathML 3, token elements.
enum ForeignTags {
  /// The text with CSL's tags alone. A `<` that begins no tag of these languages stays.
  static func asRichText(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = tag(in: bytes, at: index) else {
        text.append(bytes[index])
        index += 1
        continue
      }
      switch meaning(of: tag.name, hasPrefix: tag.hasPrefix) {
      case .own: text += bytes[index..<tag.end]
      case .tag(let name): text += (tag.isEnd ? "</\(name)>" : "<\(name)>").utf8
      case .smallCapitals: text += (tag.isEnd ? "</span>" : "<span style=\"font-variant:small-caps;\">").utf8
      case .block: text.append(0x0A)
      case .none: break
      }
      index = tag.end
    }
    return text
  }

  private enum Meaning {
    /// A tag of CSL's, or none of these languages'.
    case own
    case tag(String)
    case smallCapitals
    /// A paragraph, a heading or a line's end.
    case block
    case none
  }

  private static func meaning(of name: String, hasPrefix: Bool) -> Meaning {
    switch name {
    case "i", "b", "sup", "sub", "sc", "span": hasPrefix ? .tag(name) : .own
    case "italic", "em": .tag("i")
    case "bold", "strong": .tag("b")
    case "scp": .smallCapitals
    case "p", "title", "sec", "br", "list", "list-item", "label", "div", "li", "ul", "ol", "h1", "h2", "h3",
      "blockquote":
      .block
    default: hasPrefix || plainElements.contains(name) ? .none : .own
    }
  }

  /// Elements without a prefix whose tags say nothing in a value.
  private static let plainElements: Set<String> = [
    "u", "tt", "font", "a", "small", "abstract", "inline-formula", "alternatives", "tex-math", "named-content",
    "styled-content", "xref", "ext-link", "underline", "roman", "monospace", "math", "mi", "mn", "mo", "mrow", "msub",
    "msup", "mtext", "mover", "munder", "msubsup", "mfrac", "msqrt", "mspace", "mstyle", "mfenced",
  ]

  private static func tag(
    in bytes: [UInt8], at start: Int
  ) -> (name: String, hasPrefix: Bool, isEnd: Bool, end: Int)? {
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 30,
      bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: "-")
        || bytes[index] == UInt8(ascii: ":")
    {
      index += 1
    }
    guard index > nameStart, bytes[nameStart].isASCIILetter else { return nil }
    let limit = min(bytes.count, index + 500)
    guard index < limit,
      bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
        || bytes[index].isASCIISpace, let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: ">")),
      !bytes[index..<close].contains(UInt8(ascii: "<"))
    else { return nil }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    let colon = name.lastIndex(of: ":")
    // `mml:mi` and `jats:p`, whose letters may be of any case.
    let local = colon.map { String(name[name.index(after: $0)...]) } ?? name
    return (local, colon != nil, isEnd, close + 1)
  }
}
