import IbidModel
import IbidText

/// Reads the inside of one Markdown block: markup is left out, citations and notes are kept with their places.
///
/// Source: CommonMark 0.31, «Inlines»; pandoc's manual, «Footnotes» and «Citation syntax». One pass without recursion:
/// what a closing bracket ends is noted at its opening.
struct MarkdownInline {
  private let text: [UInt8]
  private let map: SourceMap
  private let definitions: MarkdownDefinitions
  private let brackets: MarkdownBrackets
  private let pandoc: PandocCitation
  private var writer: DraftWriter
  private var index = 0
  /// What to do at a closing bracket: where to go on, and the inline note that it ends.
  private var closings: [Int: Closing] = [:]

  private struct Closing {
    var resume: Int
    var note: Int?
    /// Where the words of a link start in the draft's text, and where it leads.
    var link: Int?
    var address: String?
  }

  /// Where raised text under way starts in the draft's text.
  private var raisedStart: Int?

  /// Starts of inline notes in the draft's text.
  private var noteStarts: [Int] = []

  /// Appends the text of a block to `writer`.
  ///
  /// - Parameters:
  ///   - pieces: the block's stretches of `file`, a line each.
  ///   - definitions: what labels mean in the whole text.
  static func append(
    _ pieces: [Range<Int>], of file: [UInt8], definitions: MarkdownDefinitions, to writer: inout DraftWriter
  ) {
    var inline = MarkdownInline(pieces, of: file, definitions: definitions, writer: writer)
    writer.draft = ArticleDraft(text: [])
    inline.scan()
    writer = inline.writer
  }

  private init(_ pieces: [Range<Int>], of file: [UInt8], definitions: MarkdownDefinitions, writer: DraftWriter) {
    let lines = JoinedLines(pieces, of: file)
    text = lines.text
    map = lines.map
    self.definitions = definitions
    self.writer = writer
    brackets = MarkdownBrackets(text)
    pandoc = PandocCitation(text: text)
  }

  private mutating func scan() {
    while index < text.count {
      if let closing = closings[index] {
        close(closing)
        continue
      }
      let start = index
      while index < text.count, !Self.isSpecial[Int(text[index])] { index += 1 }
      if index > start {
        emit(start..<index)
      } else {
        readSpecial()
      }
    }
  }

  private static let isSpecial: [Bool] = (0..<256).map { byte in "\\`*_~^<![]{@-&$\n".utf8.contains(UInt8(byte)) }

  /// Reads what the special byte at `index` begins, and moves past it.
  private mutating func readSpecial() {
    switch text[index] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readEmphasis()
    case UInt8(ascii: "^"): readCaret()
    case UInt8(ascii: "<"): readTag()
    case UInt8(ascii: "!") where index + 1 < text.count && isLink(index + 1): index += 1
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "{"): readRole()
    case UInt8(ascii: "@"): readKey(at: index)
    case UInt8(ascii: "-") where index + 1 < text.count && pandoc.isCitationMark(index + 1, from: index + 1):
      if pandoc.suppressesAuthor(index + 1, from: 0) { readKey(at: index + 1) } else { emitOne() }
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: "$"): readFormula()
    default: emitOne()
    }
  }

  // MARK: Text

  /// Appends a stretch as it stands; line breaks inside it are no part of one run.
  private mutating func emit(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end] != 0x0A { end += 1 }
      if end < range.upperBound { end += 1 }
      writer.append(text[start..<end], source: map.source(of: start))
      start = end
    }
  }

  private mutating func emitOne() {
    emit(index..<index + 1)
    index += 1
  }

  private mutating func readEscape() {
    guard index + 1 < text.count else { return emitOne() }
    let next = text[index + 1]
    if next == 0x0A {
      index += 1
    } else if next.isASCIILetter || next.isASCIIDigit || next >= 0x80 || next == 0x20 {
      emitOne()
    } else {
      let source = map.source(of: index..<index + 2)
      writer.append(String(UnicodeScalar(next)), source: source)
      index += 2
    }
  }

  private mutating func readCode() {
    var open = index
    while open < text.count, text[open] == UInt8(ascii: "`") { open += 1 }
    if let end = brackets.codeEnd[index] {
      let start = writer.offset
      emit(open..<end)
      writer.draft.verbatim.append(start..<writer.offset)
      index = end + open - index
    } else {
      emit(index..<open)
      index = open
    }
  }

  /// `$…$` and `$$…$$`: nothing in it is markup or a citation.
  private mutating func readFormula() {
    guard let end = brackets.formulaEnd[index] else { return emitOne() }
    let start = writer.offset
    emit(index..<end)
    writer.draft.verbatim.append(start..<writer.offset)
    index = end
  }

  private mutating func readEmphasis() {
    var end = index
    while end < text.count, text[end] == text[index] { end += 1 }
    let before = index == 0 ? 0x20 : text[index - 1]
    let after = end == text.count ? 0x20 : text[end]
    let isLoose = before.isASCIISpace && after.isASCIISpace
    let isInWord = isWord(before) && isWord(after)
    let isMarkup: Bool
    switch text[index] {
    case UInt8(ascii: "*"): isMarkup = !isLoose
    case UInt8(ascii: "_"): isMarkup = !isLoose && !isInWord
    default: isMarkup = end - index == 2 && !isLoose
    }
    if !isMarkup { emit(index..<end) }
    index = end
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  private mutating func readEntity() {
    guard let entity = EntityReference.read(text, at: index) else { return emitOne() }
    writer.append(String(entity.scalar), source: map.source(of: index..<entity.end))
    index = entity.end
  }

  // MARK: Tags and raised text

  /// Leaves tags and comments out; `<https://…>` is text.
  private mutating func readTag() {
    let next = index + 1 < text.count ? text[index + 1] : 0
    if next == UInt8(ascii: "!"), let end = commentEnd() {
      index = end
    } else if next.isASCIILetter || next == UInt8(ascii: "/"), let end = tagEnd() {
      let inside = index + 1..<end - 1
      if text[inside].elementsEqual("sup".utf8) { raisedStart = writer.offset }
      if text[inside].elementsEqual("/sup".utf8) { endRaised() }
      if inside.contains(where: { text[$0] == UInt8(ascii: ":") }), !inside.contains(where: { text[$0] == 0x20 }) {
        emit(inside)
      }
      index = end
    } else {
      emitOne()
    }
  }

  private func commentEnd() -> Int? {
    guard text[index...].starts(with: Array("<!--".utf8)) else { return nil }
    var end = index + 4
    while end + 2 < text.count {
      if text[end] == UInt8(ascii: "-"), text[end + 1] == UInt8(ascii: "-"), text[end + 2] == UInt8(ascii: ">") {
        return end + 3
      }
      end += 1
    }
    return text.count
  }

  /// Behind the `>` that ends a tag, at most 1,000 bytes on.
  private func tagEnd() -> Int? {
    let limit = min(text.count, index + 1000)
    return (index..<limit).first { text[$0] == UInt8(ascii: ">") }.map { $0 + 1 }
  }

  /// `^[inline note]`, or pandoc's `^raised^` text, whose carets are left out.
  private mutating func readCaret() {
    if index + 1 < text.count, text[index + 1] == UInt8(ascii: "["), brackets.close[index + 1] >= 0 {
      let close = Int(brackets.close[index + 1])
      noteStarts.append(writer.offset)
      closings[close] = Closing(resume: close + 1, note: noteStarts.count - 1)
      emit(index..<index + 2)
      index += 2
    } else if isRaised {
      if raisedStart == nil { raisedStart = writer.offset } else { endRaised() }
      index += 1
    } else {
      emitOne()
    }
  }

  private mutating func endRaised() {
    if let start = raisedStart, start < writer.offset { writer.draft.raised.append(start..<writer.offset) }
    raisedStart = nil
  }

  /// Whether another caret stands nearby before or behind, with no blank between.
  private var isRaised: Bool {
    for next in index + 1..<min(text.count, index + 40) {
      if text[next] == UInt8(ascii: "^") { return next > index + 1 }
      if text[next].isASCIISpace { break }
    }
    for previous in (max(0, index - 40)..<index).reversed() {
      if text[previous] == UInt8(ascii: "^") { return previous < index - 1 }
      if text[previous].isASCIISpace { break }
    }
    return false
  }

  private mutating func close(_ closing: Closing) {
    if let note = closing.note {
      emit(index..<index + 1)
      let label = "inline:\(writer.draft.notes.count + 1)"
      let range = noteStarts[note]..<writer.offset
      writer.draft.notes.append(
        .init(label: label, range: range, paragraphs: [.init(range: range.lowerBound + 2..<range.upperBound - 1)]))
      let marker = ArticleDraft.MarkerDraft(label: label, target: .note(label), style: .footnote, range: range)
      writer.draft.citations.append(.init(range: range, markers: [marker]))
    }
    if let start = closing.link, let address = closing.address {
      writer.draft.links.append(.init(range: start..<writer.offset, address: address))
    }
    index = closing.resume
  }

  // MARK: Brackets

  private mutating func readBracket() {
    let close = Int(brackets.close[index])
    guard close > index + 1 else { return emitOne() }
    let inside = index + 1..<close
    if text[index + 1] == UInt8(ascii: "^") {
      readFootnoteMarker(close)
    } else if let citation = definitions.citation(text, brackets, at: index) {
      append(citation.citation, extent: index..<citation.end)
    } else if text[index + 1] != UInt8(ascii: "@") || isFollowed(close, by: UInt8(ascii: "(")),
      let link = linkEnd(close)
    {
      closings[close] = Closing(resume: link.end, link: writer.offset, address: link.address)
      index += 1
    } else if inside.count < 4000, let citation = pandoc.citation(inside: inside, extent: index..<close + 1) {
      append(definitions.resolved(citation), extent: index..<close + 1)
    } else if inside.count == 1, [UInt8(ascii: "x"), UInt8(ascii: "X"), 0x20].contains(text[index + 1]), index == 0 {
      index = close + 1
    } else {
      emitOne()
    }
  }

  private func isFollowed(_ close: Int, by byte: UInt8) -> Bool { close + 1 < text.count && text[close + 1] == byte }

  private mutating func readFootnoteMarker(_ close: Int) {
    let inside = index + 2..<close
    let start = writer.offset
    emit(index..<close + 1)
    index = close + 1
    guard !inside.isEmpty, inside.count < 200, !inside.contains(where: { text[$0].isASCIISpace }) else { return }
    let label = String(decoding: text[inside], as: UTF8.self)
    let range = start..<writer.offset
    let marker = ArticleDraft.MarkerDraft(label: label, target: .note(label), style: .footnote, range: range)
    writer.draft.citations.append(.init(range: range, markers: [marker]))
  }

  private func isLink(_ open: Int) -> Bool {
    guard text[open] == UInt8(ascii: "["), brackets.close[open] >= 0 else { return false }
    return linkEnd(Int(brackets.close[open]), from: open) != nil
  }

  /// Where the text goes on behind a link whose words end at `close`, and where the link leads, if that is said; nil
  /// where the brackets are no link's.
  private func linkEnd(_ close: Int, from open: Int? = nil) -> (end: Int, address: String?)? {
    let open = open ?? index
    let next = close + 1
    if next < text.count, text[next] == UInt8(ascii: "(") {
      return addressEnd(next).map { ($0, MarkdownDefinitions.address(text, next + 1..<$0 - 1)) }
    }
    if next < text.count, text[next] == UInt8(ascii: "{"), let end = attributesEnd(next) { return (end, nil) }
    if next < text.count, text[next] == UInt8(ascii: "["), brackets.close[next] >= 0 {
      let end = Int(brackets.close[next])
      let label = end == next + 1 ? open + 1..<close : next + 1..<end
      return definitions.address(text, label).map { (end + 1, $0) }
    }
    return definitions.address(text, open + 1..<close).map { (next, $0) }
  }

  /// Behind the parenthesis that ends a link's address, at most 2,000 bytes on.
  private func addressEnd(_ open: Int) -> Int? {
    var depth = 0
    for end in open..<min(text.count, open + 2000) {
      if text[end] == UInt8(ascii: "(") { depth += 1 }
      if text[end] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return end + 1 }
      }
    }
    return nil
  }

  private func attributesEnd(_ open: Int) -> Int? {
    (open..<min(text.count, open + 200)).first { text[$0] == UInt8(ascii: "}") }.map { $0 + 1 }
  }

  // MARK: Citations

  /// `@key` or `-@key` in the text, with a locator in brackets behind it.
  private mutating func readKey(at mark: Int) {
    guard pandoc.isCitationMark(mark, from: mark > index ? mark : 0), let found = pandoc.key(at: mark, to: text.count)
    else { return emitOne() }
    let name = String(decoding: text[found.key], as: UTF8.self)
    var extent = index..<found.end
    var marker = ArticleDraft.MarkerDraft(label: name, target: .key(name), style: .citationKey, range: extent)
    marker.suppressesAuthor = mark > index
    var citation = ArticleDraft.Citation(range: extent, isInText: true, markers: [marker])
    if let open = pandoc.bracket(behind: found.end), brackets.close[open] > 0, !isLink(open) {
      let close = Int(brackets.close[open])
      let whole = index..<close + 1
      if let found = pandoc.citation(of: marker, inside: open + 1..<close, extent: whole) {
        (citation, extent) = (found, whole)
      }
    }
    append(definitions.resolved(citation), extent: extent)
  }

  /// MyST's ``{cite}`key` ``.
  private mutating func readRole() {
    guard let role = CitationRole(text, at: index), let close = brackets.codeEnd[role.end], close > role.end + 1,
      text[role.end + 1] != UInt8(ascii: "`"), let citation = role.citation(text, role.end + 1..<close)
    else { return emitOne() }
    append(citation, extent: index..<close + 1)
  }

  /// Appends the citation's own text, and the citation with its ranges moved there.
  private mutating func append(_ citation: ArticleDraft.Citation, extent: Range<Int>) {
    let start = writer.offset
    emit(extent)
    index = extent.upperBound
    var citation = citation
    citation.range = start..<writer.offset
    for marker in citation.markers.indices { citation.markers[marker].range = citation.range }
    writer.draft.citations.append(citation)
  }
}
