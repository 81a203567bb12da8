internal import IbidModel

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
    /// Text, by its place in the bytes.
    case text(Range<Int>)
    case opening(Kind)
    case closing(Kind)
  }

  /// The pieces, in order.
  package var pieces: [Piece] = []

  package init(_ bytes: [UInt8]) {
    let found = bytes.contains(UInt8(ascii: "<")) ? Self.tags(in: bytes) : []
    let partners = Self.partners(of: found)
    var start = 0
    for (number, tag) in found.enumerated() {
      guard let partner = partners[number] else { continue }
      if start < tag.range.lowerBound { pieces.append(.text(start..<tag.range.lowerBound)) }
      pieces.append(tag.isClosing ? .closing(found[partner].kind) : .opening(tag.kind))
      start = tag.range.upperBound
    }
    if start < bytes.count { pieces.append(.text(start..<bytes.count)) }
  }

  private struct Tag {
    var range: Range<Int>
    var kind: Kind
    /// What the tags of a pair share, as its place in the list of names.
    var name: Int
    var isClosing: Bool
  }

  private static func tags(in bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = tag(at: index, in: bytes) else {
        index += 1
        continue
      }
      tags.append(tag)
      index = tag.range.upperBound
    }
    return tags
  }

  private static func tag(at start: Int, in bytes: [UInt8]) -> Tag? {
    let rest = bytes[start...]
    if bytes[start + 1] == UInt8(ascii: "/") {
      for (number, name) in closings.enumerated() where rest.starts(with: name) {
        return Tag(range: start..<start + name.count, kind: .other, name: number, isClosing: true)
      }
      return nil
    }
    for (spelling, name, kind) in openings where rest.starts(with: spelling) {
      return Tag(range: start..<start + spelling.count, kind: kind, name: name, isClosing: false)
    }
    return nil
  }

  /// The number of each tag's partner; nil where it has none. Pairs stand in each other and do not overlap.
  private static func partners(of tags: [Tag]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: tags.count)
    var open: [Int] = []
    var counts = [Int](repeating: 0, count: closings.count)
    for (number, tag) in tags.enumerated() {
      if !tag.isClosing {
        open.append(number)
        counts[tag.name] += 1
        continue
      }
      guard counts[tag.name] > 0 else { continue }
      while let last = open.popLast() {
        counts[tags[last].name] -= 1
        guard tags[last].name == tag.name else { continue }
        partners[last] = number
        partners[number] = last
        break
      }
    }
    return partners
  }

  private static let closings = ["</i>", "</b>", "</sup>", "</sub>", "</sc>", "</span>"].map { Array($0.utf8) }

  private static let openings = spellings.map { spelling, name, kind in (Array(spelling.utf8), name, kind) }

  private static let spellings: [(String, Int, Kind)] = [
    ("<i>", 0, .italic), ("<b>", 1, .bold), ("<sup>", 2, .superscript), ("<sub>", 3, .subscript),
    ("<sc>", 4, .smallCapitals), ("<span class=\"nocase\">", 5, .noCase), ("<span class='nocase'>", 5, .noCase),
    ("<span class=\"nodecor\">", 5, .other), ("<span style=\"font-variant:small-caps;\">", 5, .smallCapitals),
    ("<span style=\"font-variant: small-caps;\">", 5, .smallCapitals),
    ("<span style=\"text-decoration:underline;\">", 5, .other),
  ]
}
