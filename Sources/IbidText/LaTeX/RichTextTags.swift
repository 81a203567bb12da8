/// CSL's rich text taken apart: text, and tags that have their partners. A tag without one is text.
///
/// Source: citeproc-js manual, «HTML-like formatting tags».
package struct RichTextTags {
  /// What a pair of tags does with what stands between.
  package enum Kind: Sendable {
    case italic, bold, superscript, `subscript`, smallCapitals, noCase, other
  }

  /// A piece of the text.
  package enum Piece: Sendable {
    case text(Substring)
    case opening(Kind)
    case closing(Kind)
  }

  /// The pieces, in order.
  package var pieces: [Piece] = []

  package init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "<")) else {
      pieces = text.isEmpty ? [] : [.text(text[...])]
      return
    }
    let found = Self.tags(in: text)
    let partners = Self.partners(of: found)
    var start = text.startIndex
    for (number, tag) in found.enumerated() {
      guard let partner = partners[number] else { continue }
      if start < tag.range.lowerBound { pieces.append(.text(text[start..<tag.range.lowerBound])) }
      let kind = tag.isClosing ? found[partner].kind : tag.kind
      pieces.append(tag.isClosing ? .closing(kind) : .opening(kind))
      start = tag.range.upperBound
    }
    if start < text.endIndex { pieces.append(.text(text[start...])) }
  }

  private struct Tag {
    var range: Range<String.Index>
    var kind: Kind
    /// What the tags of a pair share: `i`, `span`.
    var name: String
    var isClosing: Bool
  }

  private static func tags(in text: String) -> [Tag] {
    var tags: [Tag] = []
    let bytes = text.utf8
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = bytes.index(after: start)
      for (spelling, name, kind) in spellings {
        for isClosing in [false, true] {
          let tag = isClosing ? "</\(name)>" : spelling
          guard bytes[start...].starts(with: tag.utf8) else { continue }
          let end = bytes.index(start, offsetBy: tag.utf8.count)
          if tags.last?.range.lowerBound != start {
            tags.append(Tag(range: start..<end, kind: kind, name: name, isClosing: isClosing))
          }
          index = end
        }
      }
    }
    return tags
  }

  /// The number of each tag's partner; nil where it has none. Pairs stand in each other and do not overlap.
  private static func partners(of tags: [Tag]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: tags.count)
    var open: [Int] = []
    var counts: [String: Int] = [:]
    for (number, tag) in tags.enumerated() {
      if !tag.isClosing {
        open.append(number)
        counts[tag.name, default: 0] += 1
        continue
      }
      guard counts[tag.name, default: 0] > 0 else { continue }
      while let last = open.popLast() {
        counts[tags[last].name, default: 1] -= 1
        guard tags[last].name == tag.name else { continue }
        partners[last] = number
        partners[number] = last
        break
      }
    }
    return partners
  }

  private static let spellings: [(spelling: String, name: String, kind: Kind)] = [
    ("<i>", "i", .italic), ("<b>", "b", .bold), ("<sup>", "sup", .superscript), ("<sub>", "sub", .subscript),
    ("<sc>", "sc", .smallCapitals), ("<span class=\"nocase\">", "span", .noCase),
    ("<span class='nocase'>", "span", .noCase), ("<span class=\"nodecor\">", "span", .other),
    ("<span style=\"font-variant:small-caps;\">", "span", .smallCapitals),
    ("<span style=\"font-variant: small-caps;\">", "span", .smallCapitals),
    ("<span style=\"text-decoration:underline;\">", "span", .other),
  ]
}
