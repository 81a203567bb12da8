import IbidModel

/// Pandoc's citations: `[see @weng2023, p. 33; -@cook2019]` and `@weng2023` in the text.
///
/// Source: pandoc's manual, «Citation syntax».
struct PandocCitation {
  let text: [UInt8]

  /// The citation that the brackets around `inside` make; nil where no key stands in them.
  func citation(inside: Range<Int>, extent: Range<Int>) -> ArticleDraft.Citation? {
    var markers: [ArticleDraft.MarkerDraft] = []
    for segment in segments(of: inside) {
      guard var marker = marker(in: segment) else { continue }
      marker.range = extent
      markers.append(marker)
    }
    return markers.isEmpty ? nil : ArticleDraft.Citation(range: extent, markers: markers)
  }

  /// The key that starts behind the `@` at `index`, and the offset behind it; nil where none does.
  func key(at index: Int, to end: Int) -> (key: Range<Int>, end: Int)? {
    guard index < end, text[index] == UInt8(ascii: "@") else { return nil }
    var start = index + 1
    if start < end, text[start] == UInt8(ascii: "{") {
      start += 1
      guard let close = (start..<min(end, start + 300)).first(where: { text[$0] == UInt8(ascii: "}") }), close > start
      else {
        return nil
      }
      return (start..<close, close + 1)
    }
    var stop = start
    while stop < end, isKeyByte(text[stop]) || stop > start && isInner(text[stop]) { stop += 1 }
    while stop > start, isInner(text[stop - 1]) { stop -= 1 }
    return stop > start ? (start..<stop, stop) : nil
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte >= 0xC3 || byte & 0xC0 == 0x80
  }

  private func isInner(_ byte: UInt8) -> Bool { ":.#$%&-+?<>~/".utf8.contains(byte) }

  private func segments(of range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text[index] == UInt8(ascii: ";") {
      segments.append(start..<index)
      start = index + 1
    }
    segments.append(start..<range.upperBound)
    return segments
  }

  private func marker(in segment: Range<Int>) -> ArticleDraft.MarkerDraft? {
    guard let at = segment.first(where: { isCitationMark($0, from: segment.lowerBound) }),
      let found = key(at: at, to: segment.upperBound)
    else { return nil }
    let suppresses = at > segment.lowerBound && text[at - 1] == UInt8(ascii: "-")
    let name = string(found.key)
    var marker = ArticleDraft.MarkerDraft(label: name, target: .key(name), style: .citationKey, range: segment)
    marker.suppressesAuthor = suppresses
    marker.prefix = trimmed(segment.lowerBound..<(suppresses ? at - 1 : at))
    (marker.locator, marker.suffix) = locator(found.end..<segment.upperBound)
    return marker
  }

  /// Whether an `@` that no letter or digit precedes stands at `index`.
  func isCitationMark(_ index: Int, from start: Int) -> Bool {
    guard text[index] == UInt8(ascii: "@") else { return false }
    guard index > start else { return true }
    let before = text[index - 1]
    return !before.isASCIILetter && !before.isASCIIDigit && before != UInt8(ascii: ".") && before != UInt8(ascii: "_")
  }

  /// A locator behind a comma, and what is left: «, pp. 33-35, and passim».
  func locator(_ range: Range<Int>) -> (locator: String?, suffix: String?) {
    var rest = text[range].trimmedASCII
    if rest.first == UInt8(ascii: ",") { rest = rest.dropFirst().trimmedASCII }
    guard let first = rest.first else { return (nil, nil) }
    if first == UInt8(ascii: "{"), let close = rest.firstIndex(of: UInt8(ascii: "}")) {
      return (string(rest[1..<close]), nonEmpty(Array(rest[(close + 1)...])))
    }
    let word = rest.prefix { $0.isASCIILetter || $0 == UInt8(ascii: ".") || $0 >= 0x80 }
    let isNamed = Self.locatorTerms.contains(String(decoding: Array(word).loweredASCII, as: UTF8.self))
    guard isNamed || first.isASCIIDigit else { return (nil, nonEmpty(rest)) }
    var end = word.endIndex
    while end < rest.endIndex, rest[end].isASCIISpace { end += 1 }
    let numbers = end
    while end < rest.endIndex,
      rest[end].isASCIIDigit || rest[end] == UInt8(ascii: "-") || rest[end] >= 0x80
        || "ivxlcIVXLC.:".utf8.contains(rest[end])
        || rest[end] == UInt8(ascii: ",") && end + 1 < rest.endIndex && rest[end + 1].isASCIIDigit
    {
      end += 1
    }
    guard end > numbers else { return (nil, nonEmpty(rest)) }
    return (string(rest[..<end]), nonEmpty(Array(rest[end...])))
  }

  private func nonEmpty(_ bytes: [UInt8]) -> String? {
    var bytes = bytes.trimmedASCII
    if bytes.first == UInt8(ascii: ",") { bytes = bytes.dropFirst().trimmedASCII }
    return bytes.isEmpty ? nil : string(bytes[...])
  }

  private func trimmed(_ range: Range<Int>) -> String? { nonEmpty(Array(text[range])) }
  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
  private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let locatorTerms: Set<String> = [
    "p.", "pp.", "p", "pp", "page", "pages", "ch.", "chap.", "chaps.", "chapter", "chapters", "sec.", "sect.",
    "section",
    "sections", "§", "§§", "vol.", "vols.", "volume", "fig.", "figs.", "figure", "para.", "paras.", "paragraph", "¶",
    "no.", "n.", "note", "l.", "ll.", "line", "lines", "v.", "vv.", "verse", "pt.", "part", "bk.", "book", "col.",
    "column", "fol.", "folio", "art.", "article", "app.", "appendix", "table", "tbl.", "eq.", "equation", "op.", "s.v.",
  ]
}
