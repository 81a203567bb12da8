import IbidModel

/// Pandoc's citations: `[see @weng2023, p. 33; -@cook2019]` and `@weng2023` in the text.
///
/// Source: pandoc's manual, «Citation syntax».
struct PandocCitation {
  let text: [UInt8]

  /// The citation that the brackets around `inside` make; nil where no key stands in them.
  func citation(inside: Range<Int>, extent: Range<Int>) -> ArticleDraft.Citation? {
    var citation = ArticleDraft.Citation(range: extent, markers: [])
    for segment in CitationParts.parts(of: text, inside) {
      let markers = cites(in: segment).compactMap { marker(in: $0, extent) }
      if markers.isEmpty { citation.hasPartWithoutKey = true }
      citation.markers += markers
    }
    return citation.markers.isEmpty ? nil : citation
  }

  /// The citation of a key in the sentence with what the brackets behind it hold: words on the work itself, further
  /// works, or both; nil where these brackets are no part of it.
  ///
  ///     @weng2023 [p. 33; see also @cook2019]
  func citation(of key: ArticleDraft.MarkerDraft, inside: Range<Int>, extent: Range<Int>) -> ArticleDraft.Citation? {
    guard inside.count < 2000, let first = text[inside].first, first != UInt8(ascii: "^"),
      extent.upperBound >= text.count || !"[(".utf8.contains(text[extent.upperBound])
    else { return nil }
    let parts = CitationParts.parts(of: text, inside)
    let markers = parts.map { part in cites(in: part).compactMap { marker(in: $0, extent) } }
    guard markers.dropFirst().allSatisfy({ !$0.isEmpty }) else { return nil }
    var key = key
    key.range = extent
    if markers[0].isEmpty {
      (key.locator, key.suffix) = locator(parts[0])
      key.words = String(decoding: text[parts[0]], as: UTF8.self)
    }
    return ArticleDraft.Citation(range: extent, isInText: true, markers: [key] + markers.joined())
  }

  /// A segment, or its parts where the semicolon between two keys was forgotten: `[@weng2023 @cook2019]`.
  private func cites(in segment: Range<Int>) -> [Range<Int>] {
    var starts: [Int] = []
    var index = segment.lowerBound
    var depth = 0
    while index < segment.upperBound {
      if text[index] == UInt8(ascii: "[") { depth += 1 }
      if text[index] == UInt8(ascii: "]") { depth -= 1 }
      // A key in brackets of its own is another citation.
      guard depth == 0, isCitationMark(index, from: segment.lowerBound),
        let found = key(at: index, to: segment.upperBound)
      else {
        index += 1
        continue
      }
      let isSuppressed = suppressesAuthor(index, from: segment.lowerBound)
      starts.append(isSuppressed ? index - 1 : index)
      index = found.end
    }
    guard starts.count > 1 else { return [segment] }
    let firsts = [segment.lowerBound] + starts.dropFirst()
    return zip(firsts, firsts.dropFirst() + [segment.upperBound]).map { start, end in
      start..<(end == segment.upperBound ? end : withoutJoiner(start..<end))
    }
  }

  /// Where a cite ends whose next one stands behind «and», «&» or a comma.
  private func withoutJoiner(_ range: Range<Int>) -> Int {
    var rest = text[range]
    while let last = rest.last, last.isASCIISpace || last == UInt8(ascii: ",") || last == UInt8(ascii: "&") {
      rest.removeLast()
    }
    if rest.count > 4, rest.suffix(4).elementsEqual(" and".utf8) { rest.removeLast(4) }
    return rest.endIndex
  }

  private func marker(in segment: Range<Int>, _ extent: Range<Int>) -> ArticleDraft.MarkerDraft? {
    guard let at = firstMark(in: segment), let found = key(at: at, to: segment.upperBound)
    else { return nil }
    let suppresses = suppressesAuthor(at, from: segment.lowerBound)
    let name = string(found.key)
    var marker = ArticleDraft.MarkerDraft(label: name, target: .key(name), style: .citationKey, range: extent)
    marker.suppressesAuthor = suppresses
    marker.prefix = trimmed(segment.lowerBound..<(suppresses ? at - 1 : at))
    (marker.locator, marker.suffix) = locator(found.end..<segment.upperBound)
    marker.words = string(found.end..<segment.upperBound)
    return marker
  }

  /// The first `@` outside brackets that may begin a key.
  private func firstMark(in segment: Range<Int>) -> Int? {
    var depth = 0
    for index in segment {
      if text[index] == UInt8(ascii: "[") { depth += 1 }
      if text[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0, isCitationMark(index, from: segment.lowerBound) { return index }
    }
    return nil
  }

  /// The bracket that opens right behind a key, or behind blanks and one line's end.
  func bracket(behind end: Int) -> Int? {
    var index = end
    var lines = 0
    while index < text.count, text[index].isASCIISpace {
      if text[index] == 0x0A { lines += 1 }
      index += 1
    }
    return index < text.count && lines < 2 && text[index] == UInt8(ascii: "[") ? index : nil
  }

  /// Whether the hyphen stands before the `@` at `index` that leaves out the author; one behind a word or another
  /// hyphen is the author's own.
  func suppressesAuthor(_ index: Int, from start: Int) -> Bool {
    guard index > start, text[index - 1] == UInt8(ascii: "-") else { return false }
    guard index - 1 > start else { return true }
    let before = text[index - 2]
    return !before.isASCIILetter && !before.isASCIIDigit && before < 0x80 && before != UInt8(ascii: "-")
  }

  /// Whether an `@` that no letter or digit precedes stands at `index`.
  func isCitationMark(_ index: Int, from start: Int) -> Bool {
    guard text[index] == UInt8(ascii: "@") else { return false }
    guard index > start else { return true }
    let before = text[index - 1]
    return !before.isASCIILetter && !before.isASCIIDigit && !"._\\".utf8.contains(before)
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
