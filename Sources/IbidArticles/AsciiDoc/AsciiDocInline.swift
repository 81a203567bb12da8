import IbidModel

/// Reads the inside of one block of AsciiDoc.
///
/// Source: the AsciiDoc Language documentation, «Text Formatting», «Macros», «Cross References».
struct AsciiDocInline {
  private let pairs: BracketPairs
  /// The keys of the bibliography's entries.
  private let keys: Set<String>

  /// Appends the text of a block to `writer`.
  static func append(_ pieces: [Range<Int>], of file: [UInt8], keys: Set<String>, to writer: inout DraftWriter) {
    var scanner = InlineScanner(pieces, of: file)
    let inline = AsciiDocInline(pairs: BracketPairs(scanner.text, hasEscapes: true), keys: keys)
    scanner.scan(into: &writer, isSpecial: special) { inline.read(&$0) }
  }

  private static let special = InlineScanner.specials("\\*_`#^~+<[]:(\"'-{")

  private func read(_ scanner: inout InlineScanner) {
    switch scanner.text[scanner.index] {
    case UInt8(ascii: "\\"): readEscape(&scanner)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"): readEmphasis(&scanner)
    case UInt8(ascii: "`"): readCode(&scanner)
    case UInt8(ascii: "^"), UInt8(ascii: "~"): readRaised(&scanner)
    case UInt8(ascii: "+"): readPassed(&scanner)
    case UInt8(ascii: "<"): readReference(&scanner)
    case UInt8(ascii: "["): readBracket(&scanner)
    case UInt8(ascii: ":"): readMacro(&scanner)
    case UInt8(ascii: "("): readIndexTerm(&scanner)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuote(&scanner)
    case UInt8(ascii: "-"): readDash(&scanner)
    default: scanner.emitOne()
    }
  }

  // MARK: Characters

  /// A backslash keeps what follows from being markup.
  private func readEscape(_ scanner: inout InlineScanner) {
    let next = scanner.byte(at: scanner.index + 1)
    guard next > 0x20, next < 0x80, !next.isASCIILetter, !next.isASCIIDigit else {
      // `\footnote:[…]`
      if next.isASCIILetter { scanner.index += 1 } else { scanner.emitOne() }
      return
    }
    scanner.emit(String(UnicodeScalar(next)), for: scanner.index..<scanner.index + 2)
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  private func readEmphasis(_ scanner: inout InlineScanner) {
    let end = scanner.end(from: scanner.index) { $0 == scanner.text[scanner.index] }
    let before = scanner.index == 0 ? 0x20 : scanner.text[scanner.index - 1]
    let after = end == scanner.text.count ? 0x20 : scanner.text[end]
    let isSingle = end - scanner.index == 1
    let isText =
      before.isASCIISpace && after.isASCIISpace || isSingle && isWord(before) && isWord(after)
      || end - scanner.index > 2
    if isText { scanner.emit(scanner.index..<end) }
    scanner.index = end
  }

  /// Code between one or two backquotes; with quotation marks around them they are quotation marks too.
  private func readCode(_ scanner: inout InlineScanner) {
    let start = scanner.index
    if scanner.has("`\"", at: start) || scanner.has("`'", at: start) {
      scanner.emit(scanner.has("`\"", at: start) ? "”" : "’", for: start..<start + 2)
      return
    }
    let open = scanner.end(from: start) { $0 == UInt8(ascii: "`") }
    guard open - start <= 2, let close = scanner.first(UInt8(ascii: "`"), from: open, limit: 500), close > open else {
      return scanner.emit("", for: start..<open)
    }
    scanner.emitVerbatim(open..<close, resume: scanner.end(from: close) { $0 == UInt8(ascii: "`") })
  }

  /// `"`quoted`"`
  private func readQuote(_ scanner: inout InlineScanner) {
    guard scanner.byte(at: scanner.index + 1) == UInt8(ascii: "`") else { return scanner.emitOne() }
    let isDouble = scanner.text[scanner.index] == UInt8(ascii: "\"")
    scanner.emit(isDouble ? "“" : "‘", for: scanner.index..<scanner.index + 2)
  }

  /// `^raised^` and `~lowered~`, whose marks are left out.
  private func readRaised(_ scanner: inout InlineScanner) {
    let mark = scanner.text[scanner.index]
    let next = scanner.end(from: scanner.index + 1) { $0 != mark && !$0.isASCIISpace }
    if scanner.byte(at: next) == mark, next > scanner.index + 1, next - scanner.index < 60 {
      scanner.emit(scanner.index + 1..<next)
      scanner.index = next + 1
    } else {
      scanner.emitOne()
    }
  }

  /// `+text+`, `++text++`, `+++text+++`: no markup.
  private func readPassed(_ scanner: inout InlineScanner) {
    let start = scanner.index
    let open = scanner.end(from: start) { $0 == UInt8(ascii: "+") }
    let before = start == 0 ? 0x20 : scanner.text[start - 1]
    guard open - start <= 3, !isWord(before) || open - start > 1, !scanner.byte(at: open).isASCIISpace,
      let close = scanner.first(UInt8(ascii: "+"), from: open, limit: 500), close > open
    else {
      scanner.emit(start..<open)
      scanner.index = open
      return
    }
    scanner.emitVerbatim(open..<close, resume: scanner.end(from: close) { $0 == UInt8(ascii: "+") })
  }

  private func readDash(_ scanner: inout InlineScanner) {
    let isAlone = scanner.has("--", at: scanner.index) && scanner.byte(at: scanner.index + 2) != UInt8(ascii: "-")
    if isAlone { scanner.emit("—", for: scanner.index..<scanner.index + 2) } else { scanner.emitOne() }
  }

  /// `((shown))` and `(((hidden)))`, terms of an index.
  private func readIndexTerm(_ scanner: inout InlineScanner) {
    let start = scanner.index
    let isHidden = scanner.has("(((", at: start)
    guard scanner.has("((", at: start), let close = scanner.first(UInt8(ascii: ")"), from: start, limit: 200),
      isHidden ? scanner.has(")))", at: close) : scanner.has("))", at: close)
    else { return scanner.emitOne() }
    if !isHidden { scanner.emit(start + 2..<close) }
    scanner.index = close + (isHidden ? 3 : 2)
  }

  // MARK: References and brackets

  /// `<<key>>`, `<<key,words>>`: a citation where the bibliography has the key, else another part of the document.
  private func readReference(_ scanner: inout InlineScanner) {
    let start = scanner.index
    guard scanner.has("<<", at: start), let close = scanner.first(UInt8(ascii: ">"), from: start, limit: 300),
      scanner.has(">>", at: close), close > start + 2
    else { return scanner.emitOne() }
    let inside = start + 2..<close
    let comma = inside.first { scanner.text[$0] == UInt8(ascii: ",") }
    refer(
      &scanner, to: inside.lowerBound..<(comma ?? inside.upperBound), words: comma.map { $0 + 1..<close },
      resume: close + 2)
  }

  private func refer(_ scanner: inout InlineScanner, to target: Range<Int>, words: Range<Int>?, resume: Int) {
    let key = scanner.string(target).drop { $0 == "#" }.trimmedASCII
    if keys.contains(key) {
      let extent = scanner.index..<resume
      var marker = ArticleDraft.MarkerDraft(label: key, target: .note(key), style: .citationKey, range: extent)
      // The words stand where the label would; some write where in the work.
      if let words { marker.locator = PandocCitation(text: scanner.text).locator(words).locator }
      scanner.cite(extent, [marker])
    } else {
      scanner.emit(scanner.text.trimmedASCII(words ?? target))
      scanner.index = resume
    }
  }

  /// `[[anchor]]` and `[.role]#text#` show nothing; the other brackets are text.
  private func readBracket(_ scanner: inout InlineScanner) {
    let start = scanner.index
    guard let close = pairs.close(of: start) else { return scanner.emitOne() }
    if scanner.has("[[", at: start), pairs.close(of: start + 1) == close - 1, close - start < 100 {
      scanner.index = close + 1
    } else if scanner.has("[.", at: start), scanner.byte(at: close + 1) == UInt8(ascii: "#") {
      scanner.index = close + 1
    } else {
      scanner.emitOne()
    }
  }

  // MARK: Macros

  /// `name:target[text]`, at the colon.
  private func readMacro(_ scanner: inout InlineScanner) {
    var start = scanner.index
    while start > 0, scanner.index - start < 20, scanner.text[start - 1].isASCIILetter { start -= 1 }
    let name = scanner.string(start..<scanner.index)
    let isCitation = AsciiDocCitation(macro: name) != nil
    let isEscaped = start > 0 && scanner.text[start - 1] == UInt8(ascii: "\\")
    guard !isEscaped, isCitation || Self.macros.contains(name) else { return scanner.emitOne() }
    // Words before a citation may have blanks between them: `cite:see also[weng2023]`.
    let target = scanner.index + 1
    let bracket = scanner.end(from: target, limit: isCitation ? 100 : 500) {
      $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") && (isCitation ? $0 != 0x0A : !$0.isASCIISpace)
    }
    guard let close = pairs.close(of: bracket) ?? firstClose(scanner, from: bracket) else { return scanner.emitOne() }
    scanner.takeBack(scanner.index - start)
    scanner.index = start
    run(&scanner, name, target: target..<bracket, inside: bracket + 1..<close)
  }

  /// The first bracket behind `[` that closes and no backslash keeps from it, where pairs do not tell.
  private func firstClose(_ scanner: InlineScanner, from open: Int) -> Int? {
    guard scanner.byte(at: open) == UInt8(ascii: "[") else { return nil }
    return (open..<min(scanner.text.count, open + 500)).first {
      scanner.text[$0] == UInt8(ascii: "]") && scanner.text[$0 - 1] != UInt8(ascii: "\\")
    }
  }

  private func run(_ scanner: inout InlineScanner, _ name: String, target: Range<Int>, inside: Range<Int>) {
    let extent = scanner.index..<inside.upperBound + 1
    if let citation = AsciiDocCitation(macro: name) {
      let markers = citation.markers(scanner.text, inside, prefix: target)
      return scanner.cite(extent, isInText: citation.isInText, markers)
    }
    switch name {
    case "footnote":
      let label = target.isEmpty ? nil : scanner.string(target)
      if let label, inside.isEmpty { return scanner.mark(extent, label: label) }
      scanner.openNote(extent.lowerBound..<inside.lowerBound, close: inside.upperBound, label: label)
    case "footnoteref": readOldFootnote(&scanner, inside)
    case "xref": refer(&scanner, to: target, words: inside.isEmpty ? nil : inside, resume: extent.upperBound)
    case "link", "http", "https", "mailto":
      let address = name == "link" || name == "mailto" ? target : extent.lowerBound..<target.upperBound
      if inside.isEmpty {
        scanner.link(address, address: scanner.string(address), resume: extent.upperBound)
      } else {
        scanner.openLink(
          words: inside.lowerBound, close: inside.upperBound, address: scanner.string(address),
          resume: extent.upperBound)
      }
    case "stem", "latexmath", "asciimath", "pass", "kbd": scanner.emitVerbatim(inside, resume: extent.upperBound)
    case "doi": scanner.link(target, address: "https://doi.org/" + scanner.string(target), resume: extent.upperBound)
    default: scanner.index = extent.upperBound
    }
  }

  /// `footnoteref:[id,text]`, and `footnoteref:[id]` for another mark.
  private func readOldFootnote(_ scanner: inout InlineScanner, _ inside: Range<Int>) {
    let comma = inside.first { scanner.text[$0] == UInt8(ascii: ",") }
    let label = scanner.string(inside.lowerBound..<(comma ?? inside.upperBound)).trimmedASCII
    guard let comma else { return scanner.mark(scanner.index..<inside.upperBound + 1, label: label) }
    scanner.openNote(scanner.index..<comma + 1, close: inside.upperBound, label: label)
  }

  private static let macros: Set<String> = [
    "footnote", "footnoteref", "xref", "link", "http", "https", "mailto", "stem", "latexmath", "asciimath", "pass",
    "kbd", "btn", "menu", "icon", "image", "anchor", "indexterm", "doi",
  ]
}
