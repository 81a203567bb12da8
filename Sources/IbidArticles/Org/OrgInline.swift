import IbidModel
import IbidText

/// Reads the inside of one block of Org.
///
/// Source: «Org Syntax», «Objects».
struct OrgInline {
  private let pairs: BracketPairs

  /// Appends the text of a block to `writer`.
  static func append(_ pieces: [Range<Int>], of file: [UInt8], to writer: inout DraftWriter) {
    var scanner = InlineScanner(pieces, of: file)
    let inline = OrgInline(pairs: BracketPairs(scanner.text, hasEscapes: false))
    scanner.scan(into: &writer, isSpecial: special) { inline.read(&$0) }
  }

  private static let special = InlineScanner.specials("[]*/_+=~\\$<{@:")

  private func read(_ scanner: inout InlineScanner) {
    switch scanner.text[scanner.index] {
    case UInt8(ascii: "["): readBracket(&scanner)
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"): readEmphasis(&scanner)
    case UInt8(ascii: "="), UInt8(ascii: "~"): readCode(&scanner)
    case UInt8(ascii: "\\"): readCommand(&scanner)
    case UInt8(ascii: "$"): readFormula(&scanner)
    case UInt8(ascii: "<"): readAngle(&scanner)
    case UInt8(ascii: "{"): readMacro(&scanner)
    case UInt8(ascii: "@"): readSnippet(&scanner)
    case UInt8(ascii: ":"): readPlainLink(&scanner)
    default: scanner.emitOne()
    }
  }

  // MARK: Emphasis and code

  /// Whether a mark may open here: behind a blank or an opening sign, before a word.
  private func opens(_ scanner: InlineScanner, at index: Int) -> Bool {
    let before = index == 0 ? 0x20 : scanner.text[index - 1]
    let after = scanner.byte(at: index + 1)
    return (before.isASCIISpace || "-({'\"[*/_+".utf8.contains(before)) && after != 0 && !after.isASCIISpace
  }

  /// Whether a mark may close here: behind a word, before a blank or a sign.
  private func closes(_ scanner: InlineScanner, at index: Int) -> Bool {
    guard index > 0, !scanner.text[index - 1].isASCIISpace else { return false }
    let after = index + 1 < scanner.text.count ? scanner.text[index + 1] : 0x20
    return after.isASCIISpace || "-.,;:!?'\")}[]*/_+\\".utf8.contains(after)
  }

  private func readEmphasis(_ scanner: inout InlineScanner) {
    if opens(scanner, at: scanner.index) || closes(scanner, at: scanner.index) {
      scanner.index += 1
    } else {
      scanner.emitOne()
    }
  }

  /// `=code=` or `~code~`, within three lines.
  private func readCode(_ scanner: inout InlineScanner) {
    let mark = scanner.text[scanner.index]
    guard opens(scanner, at: scanner.index) else { return scanner.emitOne() }
    var end = scanner.index + 2
    let limit = min(scanner.text.count, scanner.index + 400)
    while end < limit, scanner.text[end] != mark || !closes(scanner, at: end) { end += 1 }
    guard end < limit else { return scanner.emitOne() }
    scanner.emitVerbatim(scanner.index + 1..<end, resume: end + 1)
  }

  /// `$x$`, as Org takes it for a formula: not behind a word, nor with blanks inside its ends.
  private func readFormula(_ scanner: inout InlineScanner) {
    let start = scanner.index
    let isDisplay = scanner.has("$$", at: start)
    let inside = start + (isDisplay ? 2 : 1)
    guard let end = scanner.first(UInt8(ascii: "$"), from: inside, limit: 500), end > inside,
      isDisplay
        || !scanner.text[inside].isASCIISpace && !scanner.text[end - 1].isASCIISpace
          && !scanner.byte(at: end + 1).isASCIIDigit
    else { return scanner.emitOne() }
    let resume = min(scanner.text.count, end + (isDisplay ? 2 : 1))
    scanner.emitVerbatim(start..<resume, resume: resume)
  }

  // MARK: Commands

  /// An entity, a formula, or a citation in LaTeX.
  private func readCommand(_ scanner: inout InlineScanner) {
    let start = scanner.index
    if scanner.has("\\\\", at: start) {
      scanner.emit(" ", for: start..<start + 2)
      return
    }
    if scanner.has("\\(", at: start) { return readLaTeXFormula(&scanner, closing: UInt8(ascii: ")")) }
    if scanner.has("\\[", at: start) { return readLaTeXFormula(&scanner, closing: UInt8(ascii: "]")) }
    let end = scanner.end(from: start + 1) { $0.isASCIILetter }
    let name = scanner.string(start + 1..<end)
    if let kind = LaTeXCitation(command: name) { return readLaTeX(kind, from: start, end: end, &scanner) }
    guard let symbol = LaTeXCharacters.symbol(name) ?? Self.entities[name] else { return scanner.emitOne() }
    scanner.emit(symbol, for: start..<end + (scanner.has("{}", at: end) ? 2 : 0))
  }

  /// `\(x\)` or `\[x\]`
  private func readLaTeXFormula(_ scanner: inout InlineScanner, closing: UInt8) {
    let start = scanner.index
    var index = start + 2
    while let end = scanner.first(closing, from: index, limit: 400), end - start < 2000 {
      index = end + 1
      if scanner.text[end - 1] == UInt8(ascii: "\\") { return scanner.emitVerbatim(start..<index, resume: index) }
    }
    scanner.emitOne()
  }

  private static let entities = ["ndash": "–", "mdash": "—", "nbsp": "\u{A0}", "hellip": "…", "deg": "°"]

  /// `\citep[see][p. 3]{a,b}`
  private func readLaTeX(_ kind: LaTeXCitation, from start: Int, end: Int, _ scanner: inout InlineScanner) {
    var options: [Range<Int>] = []
    var index = end + (scanner.byte(at: end) == UInt8(ascii: "*") ? 1 : 0)
    while options.count < 2, let close = pairs.close(of: index) {
      options.append(index + 1..<close)
      index = close + 1
    }
    guard scanner.byte(at: index) == UInt8(ascii: "{"),
      let close = scanner.first(UInt8(ascii: "}"), from: index, limit: 2000)
    else { return scanner.emitOne() }
    var markers = OrgCitation.keys(scanner.text, index + 1..<close, separator: UInt8(ascii: ","))
    guard !markers.isEmpty else { return scanner.emitOne() }
    for marker in markers.indices { markers[marker].suppressesAuthor = kind.suppressesAuthor }
    if let option = options.last {
      let last = markers.count - 1
      (markers[last].locator, markers[last].suffix) = PandocCitation(text: scanner.text).locator(option)
    }
    if options.count == 2, !options[0].isEmpty { markers[0].prefix = scanner.string(options[0]) }
    scanner.cite(start..<close + 1, isInText: kind.isInText, markers)
  }

  /// `<https://…>`, and `<<targets>>`, which are not shown.
  private func readAngle(_ scanner: inout InlineScanner) {
    let start = scanner.index
    guard let end = scanner.first(UInt8(ascii: ">"), from: start, limit: 400) else { return scanner.emitOne() }
    if scanner.has("<<", at: start) {
      let close = scanner.end(from: end) { $0 == UInt8(ascii: ">") }
      if scanner.has("<<<", at: start) { scanner.emit(start + 3..<end) }
      scanner.index = close
    } else if scanner.text[start + 1..<end].contains(UInt8(ascii: ":")), !scanner.text[start..<end].contains(0x20) {
      scanner.link(start + 1..<end, address: scanner.string(start + 1..<end), resume: end + 1)
    } else {
      scanner.emitOne()
    }
  }

  /// `{{{macro(…)}}}`
  private func readMacro(_ scanner: inout InlineScanner) {
    guard scanner.has("{{{", at: scanner.index) else { return scanner.emitOne() }
    let limit = min(scanner.text.count, scanner.index + 400)
    guard let end = (scanner.index..<limit).first(where: { scanner.has("}}}", at: $0) }) else {
      return scanner.emitOne()
    }
    scanner.index = end + 3
  }

  /// `@@html:<br>@@`, text for one output only.
  private func readSnippet(_ scanner: inout InlineScanner) {
    guard scanner.has("@@", at: scanner.index) else { return scanner.emitOne() }
    let limit = min(scanner.text.count, scanner.index + 400)
    guard let end = (scanner.index + 2..<max(scanner.index + 2, limit)).first(where: { scanner.has("@@", at: $0) })
    else {
      return scanner.emitOne()
    }
    scanner.index = end + 2
  }

  // MARK: Links, citations and footnotes

  private func readBracket(_ scanner: inout InlineScanner) {
    let start = scanner.index
    guard let close = pairs.close(of: start) else { return scanner.emitOne() }
    if scanner.has("[fn:", at: start) { return readFootnote(&scanner, close) }
    if scanner.has("[cite", at: start), let citation = OrgCitation(scanner.text, start..<close + 1) {
      if citation.isSilent {
        scanner.index = close + 1
      } else {
        scanner.cite(start..<close + 1, isInText: citation.isInText, citation.markers)
      }
      return
    }
    if scanner.has("[[", at: start), let target = pairs.close(of: start + 1) {
      return readLink(&scanner, target: start + 2..<target, close: close)
    }
    // What counts the done tasks: `[1/3]`, `[33%]`.
    let inside = scanner.text[start + 1..<close]
    let isCount = !inside.isEmpty && inside.allSatisfy { $0.isASCIIDigit || $0 == 0x2F || $0 == 0x25 }
    if isCount, inside.contains(where: { !$0.isASCIIDigit }) {
      scanner.index = close + 1
    } else {
      scanner.emitOne()
    }
  }

  /// `[fn:1]`, `[fn:: text]`, `[fn:label: text]`
  private func readFootnote(_ scanner: inout InlineScanner, _ close: Int) {
    let start = scanner.index
    let syntax = OrgLineSyntax(text: [])
    let end = scanner.end(from: start + 4) { syntax.isLabelByte($0) }
    let label = end > start + 4 ? scanner.string(start + 4..<end) : nil
    if end == close, let label {
      scanner.mark(start..<close + 1, label: label)
    } else if scanner.byte(at: end) == UInt8(ascii: ":"), end < close {
      scanner.openNote(start..<end + 1, close: close, label: label)
    } else {
      scanner.emitOne()
    }
  }

  /// `[[target]]` or `[[target][words]]`
  private func readLink(_ scanner: inout InlineScanner, target: Range<Int>, close: Int) {
    let start = scanner.index
    if let citation = OrgRefCitation(scanner.text, target) {
      return scanner.cite(start..<close + 1, isInText: citation.isInText, citation.markers)
    }
    let address = scanner.string(target)
    let words = target.upperBound + 1
    if scanner.byte(at: words) == UInt8(ascii: "["), let end = pairs.close(of: words), end + 1 == close {
      scanner.openLink(words: words + 1, close: end, address: address, resume: close + 1)
    } else if scanner.text[target].starts(with: "http".utf8) || scanner.text[target].starts(with: "doi:".utf8) {
      scanner.link(target, address: address, resume: close + 1)
    } else {
      // A picture, or a place within the document.
      if !scanner.text[target].starts(with: "file:".utf8), !scanner.text[target].starts(with: "./".utf8) {
        scanner.emit(target)
      }
      scanner.index = close + 1
    }
  }

  /// `cite:key1,key2` without brackets, at the colon.
  private func readPlainLink(_ scanner: inout InlineScanner) {
    var start = scanner.index
    while start > 0, scanner.index - start < 20, scanner.text[start - 1].isASCIILetter { start -= 1 }
    guard LaTeXCitation(command: scanner.string(start..<scanner.index)) != nil else { return scanner.emitOne() }
    var end = scanner.end(from: scanner.index + 1) { !$0.isASCIISpace && !"[]()<>\"'".utf8.contains($0) }
    while end > scanner.index, ".,;:!?*/_=~".utf8.contains(scanner.text[end - 1]) { end -= 1 }
    guard end > scanner.index + 1, start < scanner.index,
      start == 0 || !scanner.text[start - 1].isASCIIDigit && scanner.text[start - 1] < 0x80,
      let citation = OrgRefCitation(scanner.text, start..<end)
    else { return scanner.emitOne() }
    scanner.takeBack(scanner.index - start)
    scanner.cite(start..<end, isInText: citation.isInText, citation.markers)
  }
}
