import IbidModel

/// Cuts Markdown into blocks, line by line.
///
/// Lists and quotations are followed by their indentation and marks, not kept as a tree, so that no nesting costs
/// stack.
struct MarkdownBlocks {
  private let syntax: MarkdownLineSyntax
  private(set) var blocks: [MarkdownBlock] = []
  private(set) var footnotes: [MarkdownFootnote] = []
  /// What labels in brackets mean.
  private(set) var definitions = MarkdownDefinitions()
  /// Where the marks of divisions stand: `::: {#refs}`, a line each.
  private(set) var divisions: [Range<Int>] = []

  /// The paragraph under way, whose next line may still join it.
  private var open: MarkdownBlock?
  /// The columns at which the text of the lists stands that are open.
  private var contentColumns: [Int] = []
  private var isBehindBlank = true
  private var fence: (byte: UInt8, length: Int)?
  /// Where the environment of LaTeX that is open ends.
  private var environmentEnd: Int?
  /// Environments that nothing closes any more.
  private var unclosed: Set<String> = []
  /// Where the displayed formula ends that a line of the paragraph under way leaves open.
  private var formulaEnd: Int?
  private var isInComment = false
  /// Lines that belong to the footnote under way.
  private var note: (label: Range<Int>, start: Int, lines: [MarkdownLine])?

  private var text: [UInt8] { syntax.text }

  /// Reads the lines of `text` from `start` on.
  init(_ text: [UInt8], lines: [MarkdownLine]) {
    syntax = MarkdownLineSyntax(text: text)
    for line in lines where !takesIntoNote(line) { add(line, isQuoted: false) }
    closeNote()
    close()
  }

  /// The blocks of a footnote.
  private init(_ syntax: MarkdownLineSyntax, lines: [MarkdownLine]) {
    self.syntax = syntax
    for line in lines { add(line, isQuoted: false) }
    close()
  }

  /// Whether a line goes on with the footnote under way or starts one.
  private mutating func takesIntoNote(_ line: MarkdownLine) -> Bool {
    if fence != nil || isInComment { return false }
    if let found = syntax.footnote(line) {
      closeNote()
      close()
      note = (found.label, line.range.lowerBound, [MarkdownLine(range: found.text, indent: 0)])
      return true
    }
    guard note != nil else { return false }
    let isLazy = note?.lines.last.map { !$0.isBlank } ?? false
    if line.isBlank || line.indent >= 2 || isLazy && !startsBlock(line) {
      note?.lines.append(MarkdownLine(range: line.range, indent: max(0, line.indent - 4)))
      return true
    }
    closeNote()
    return false
  }

  private mutating func closeNote() {
    guard let note else { return }
    let inner = MarkdownBlocks(syntax, lines: note.lines)
    definitions.addExamples(of: inner.definitions)
    footnotes.append(MarkdownFootnote(label: note.label, start: note.start, blocks: inner.blocks))
    self.note = nil
    isBehindBlank = true
  }

  private mutating func add(_ line: MarkdownLine, isQuoted: Bool) {
    if continuesFence(line) || continuesComment(line) || continuesEnvironment(line) { return }
    guard !line.isBlank else {
      close()
      isBehindBlank = true
      return
    }
    if continuesFormula(line, isQuoted: isQuoted) { return }
    if let inner = quoted(line) {
      if open?.isQuoted == false { close() }
      add(inner, isQuoted: true)
      return
    }
    if open?.isQuoted == true, !isQuoted, startsBlock(line) { close() }
    leaveLists(before: line)
    let line = MarkdownLine(range: line.range, indent: line.indent - (contentColumns.last ?? 0))
    if open == nil, line.indent >= 4 {
      blocks.append(MarkdownBlock(kind: .verbatim, pieces: [line.range], start: line.range.lowerBound))
    } else if !addMarked(line, isQuoted: isQuoted) {
      addText(line.range, isQuoted: isQuoted)
      formulaEnd = DisplayedFormula.end(of: text, openIn: line.range)
    }
    isBehindBlank = false
  }

  /// Whether a line goes on with a formula, whatever it begins with: `- x` is no item there.
  private mutating func continuesFormula(_ line: MarkdownLine, isQuoted: Bool) -> Bool {
    guard let end = formulaEnd, let open, open.isQuoted == isQuoted else { return false }
    if line.range.upperBound >= end { formulaEnd = nil }
    addText(line.range, isQuoted: isQuoted)
    return true
  }

  /// Adds a line that its first characters make more than text.
  private mutating func addMarked(_ line: MarkdownLine, isQuoted: Bool) -> Bool {
    if let level = syntax.setextLevel(line), let paragraph = open, paragraph.listDepth == 0, !isQuoted {
      open = nil
      blocks.append(MarkdownBlock(kind: .heading(level: level), pieces: paragraph.pieces, start: paragraph.start))
    } else if let heading = syntax.heading(line) {
      close()
      contentColumns = []
      blocks.append(
        MarkdownBlock(kind: .heading(level: heading.level), pieces: [heading.text], start: line.range.lowerBound))
    } else if let fence = syntax.fence(line) {
      close()
      self.fence = fence
    } else if opensComment(line) || opensEnvironment(line) {
      close()
    } else if isDiv(line) {
      close()
      divisions.append(line.range)
    } else if syntax.isThematicBreak(line) || syntax.isTableRule(line) {
      close()
    } else if let label = syntax.item(line), open == nil || open?.listDepth ?? 0 > 0 || label.number ?? 1 == 1 {
      addItem(label, line, isQuoted: isQuoted)
    } else if let link = syntax.linkDefinition(line), open == nil {
      definitions.addLink(String(decoding: text[link.label], as: UTF8.self), address: link.address)
    } else if syntax.isTableRow(line) {
      close()
      blocks.append(
        MarkdownBlock(kind: .tableRow, pieces: [line.range], isQuoted: isQuoted, start: line.range.lowerBound))
    } else {
      return false
    }
    return true
  }

  private mutating func addItem(_ label: ListLabel, _ line: MarkdownLine, isQuoted: Bool) {
    close()
    let outer = contentColumns.last ?? 0
    contentColumns.append(outer + line.indent + label.text - line.range.lowerBound)
    if contentColumns.count > 64 { contentColumns.removeFirst() }
    open = MarkdownBlock(
      kind: .paragraph, pieces: [label.text..<line.range.upperBound], listDepth: contentColumns.count,
      isQuoted: isQuoted, startsItem: true, number: label.number, start: line.range.lowerBound)
  }

  private mutating func addText(_ range: Range<Int>, isQuoted: Bool) {
    if open != nil {
      open?.pieces.append(range)
    } else {
      open = MarkdownBlock(
        kind: .paragraph, pieces: [range], listDepth: contentColumns.count, isQuoted: isQuoted,
        start: range.lowerBound)
    }
  }

  /// Leaves the lists whose text stands further right than this line, unless the line goes on with a paragraph.
  private mutating func leaveLists(before line: MarkdownLine) {
    if open != nil, !startsBlock(line) { return }
    while let column = contentColumns.last, line.indent < column, isBehindBlank || startsBlock(line) {
      contentColumns.removeLast()
    }
  }

  private func startsBlock(_ line: MarkdownLine) -> Bool {
    syntax.item(line) != nil || syntax.heading(line) != nil || syntax.fence(line) != nil
      || syntax.isThematicBreak(line) || syntax.footnote(line) != nil || quoted(line) != nil
      || syntax.isTableRow(line)
  }

  /// The line behind `>`; nil where it is not quoted. Marks of deeper quotations are passed over with it.
  private func quoted(_ line: MarkdownLine) -> MarkdownLine? {
    guard line.indent < 4 || !contentColumns.isEmpty, let first = line.range.first, text[first] == UInt8(ascii: ">")
    else { return nil }
    var index = first
    var indent = 0
    while index < line.range.upperBound, text[index] == UInt8(ascii: ">") || text[index] == 0x20 {
      indent = text[index] == 0x20 ? indent + 1 : -1
      index += 1
    }
    return MarkdownLine(range: index..<line.range.upperBound, indent: max(0, indent))
  }

  private mutating func continuesFence(_ line: MarkdownLine) -> Bool {
    guard let fence else { return false }
    let length = line.range.prefix { text[$0] == fence.byte }.count
    if length >= fence.length, length == line.range.count { self.fence = nil }
    isBehindBlank = true
    return true
  }

  private mutating func continuesEnvironment(_ line: MarkdownLine) -> Bool {
    guard let end = environmentEnd else { return false }
    if line.range.upperBound >= end {
      environmentEnd = nil
      isBehindBlank = true
    }
    return true
  }

  /// `\begin{tabular}` at a line's start, of an environment that holds no prose and is closed further on.
  private mutating func opensEnvironment(_ line: MarkdownLine) -> Bool {
    let opening = Array("\\begin{".utf8)
    guard open == nil, text[line.range].starts(with: opening) else { return false }
    let name = text[line.range.dropFirst(opening.count)].prefix { $0 != UInt8(ascii: "}") }
    let written = String(decoding: name, as: UTF8.self)
    guard LaTeXEnvironment.holdsNoProse(written), !unclosed.contains(written) else { return false }
    guard let end = text[name.endIndex...].firstRange(of: Array("\\end{\(written)}".utf8))?.upperBound else {
      unclosed.insert(written)
      return false
    }
    if end > line.range.upperBound { environmentEnd = end }
    return true
  }

  private mutating func continuesComment(_ line: MarkdownLine) -> Bool {
    guard isInComment else { return false }
    isInComment = !endsComment(line.range)
    return true
  }

  /// A comment that starts a line and is no part of a paragraph.
  private mutating func opensComment(_ line: MarkdownLine) -> Bool {
    guard open == nil, text[line.range].starts(with: Array("<!--".utf8)) else { return false }
    if let end = commentEnd(line.range), end < line.range.upperBound { return false }
    isInComment = !endsComment(line.range)
    return true
  }

  private func endsComment(_ range: Range<Int>) -> Bool { commentEnd(range) != nil }

  private func commentEnd(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"), text[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  /// Pandoc's fenced division: `::: {#refs}`.
  private func isDiv(_ line: MarkdownLine) -> Bool { text[line.range].starts(with: Array(":::".utf8)) }

  private mutating func close() {
    if let open {
      blocks.append(open)
      definitions.addExamples(text, open.pieces)
    }
    open = nil
    formulaEnd = nil
  }
}

/// Labels of links and notes as they are compared.
enum MarkdownLabel {
  /// The label in lower case.
  static func folded(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self).lowercased()
  }
}
