import IbidModel

/// Cuts Org into blocks, line by line.
struct OrgBlocks {
  private let syntax: OrgLineSyntax
  private(set) var blocks: [MarkdownBlock] = []
  private(set) var notes: [BlockNote] = []
  private(set) var title: String?
  /// The paragraph under way.
  private var open: MarkdownBlock?
  /// The columns at which the items of the lists stand that are open.
  private var items: [Int] = []
  /// The line that ends what is no prose, in lower case.
  private var closing: [UInt8]?
  /// How many blocks of quotations are open.
  private var quotations = 0
  /// The level of the headline whose part is not written out.
  private var hidden: Int?
  /// The footnote under way, and the blocks of the text before it.
  private var note: (label: String, start: Int, outer: [MarkdownBlock])?
  private var blankLines = 0

  private var text: [UInt8] { syntax.text }

  init(_ text: [UInt8], lines: [TextLine]) {
    syntax = OrgLineSyntax(text: text)
    let ends = Self.lastEnds(text, lines)
    for (number, line) in lines.enumerated() { add(line, number: number, ends: ends) }
    close()
    closeNote()
  }

  private mutating func add(_ line: TextLine, number: Int, ends: [[UInt8]: Int]) {
    if let closing {
      if matches(line, closing) { self.closing = nil }
      return
    }
    guard !line.isBlank else {
      close()
      blankLines += 1
      if blankLines > 1 {
        closeNote()
        items = []
      }
      return
    }
    defer { blankLines = 0 }
    if let headline = syntax.headline(line) { return add(headline, line) }
    if hidden != nil { return }
    if let footnote = syntax.footnote(line) { return openNote(footnote, line) }
    if let end = skippedEnd(line), (ends[end] ?? -1) > number {
      close()
      closing = end
    } else if let keyword = syntax.keyword(line) {
      close()
      read(keyword)
    } else if syntax.isRemark(line) || syntax.isNoProse(line) || syntax.drawer(line) != nil {
      close()
    } else if text[line.range.lowerBound] == UInt8(ascii: "|") {
      addRow(line)
    } else if let item = syntax.item(line) {
      addItem(item, line)
    } else {
      addText(line)
    }
  }

  /// What ends a block of code, a drawer or a formula that begins with a line, in lower case.
  private func skippedEnd(_ line: TextLine) -> [UInt8]? {
    if let drawer = syntax.drawer(line) { return drawer == "end" ? nil : Array(":end:".utf8) }
    if let name = syntax.environment(line) { return Array("\\end{\(name)}".utf8).loweredASCII }
    guard let keyword = syntax.keyword(line)?.name, keyword.hasPrefix("begin_") else { return nil }
    let name = String(keyword.dropFirst(6))
    return Self.silent.contains(name) ? Array("#+end_\(name)".utf8) : nil
  }

  private static let silent: Set<String> = ["src", "example", "export", "comment", "ascii", "latex", "html"]

  private func matches(_ line: TextLine, _ end: [UInt8]) -> Bool {
    Array(text[line.range.prefix(end.count)]).loweredASCII == end
  }

  /// The last line on which each end stands: what is never closed hides nothing.
  private static func lastEnds(_ text: [UInt8], _ lines: [TextLine]) -> [[UInt8]: Int] {
    var ends: [[UInt8]: Int] = [:]
    for (number, line) in lines.enumerated() {
      let bytes = text[line.range]
      guard bytes.first == UInt8(ascii: ":") || bytes.starts(with: "#+".utf8) || bytes.starts(with: "\\end{".utf8)
      else {
        continue
      }
      let word = bytes.prefix(200).prefix { !$0.isASCIISpace }
      let end = bytes.first == UInt8(ascii: "\\") ? word.prefix { $0 != UInt8(ascii: "}") } + [UInt8(ascii: "}")] : word
      ends[Array(end).loweredASCII] = number
    }
    return ends
  }

  private mutating func add(_ headline: OrgLineSyntax.Headline, _ line: TextLine) {
    close()
    closeNote()
    items = []
    quotations = 0
    if let hidden, headline.level > hidden { return }
    hidden = headline.isExported ? nil : headline.level
    guard headline.isExported, !headline.title.isEmpty else { return }
    blocks.append(
      MarkdownBlock(kind: .heading(level: headline.level), pieces: [headline.title], start: line.range.lowerBound))
  }

  private mutating func openNote(_ footnote: (label: Range<Int>, text: Range<Int>), _ line: TextLine) {
    close()
    closeNote()
    items = []
    note = (String(decoding: text[footnote.label], as: UTF8.self), line.range.lowerBound, blocks)
    blocks = []
    if !footnote.text.isEmpty {
      open = MarkdownBlock(kind: .paragraph, pieces: [footnote.text], start: line.range.lowerBound)
    }
  }

  private mutating func closeNote() {
    guard let note else { return }
    notes.append(BlockNote(label: note.label, start: note.start, blocks: blocks))
    blocks = note.outer
    self.note = nil
  }

  private mutating func read(_ keyword: (name: String, value: Range<Int>)) {
    switch keyword.name {
    case "title":
      let line = String(decoding: text[keyword.value], as: UTF8.self)
      title = title.map { $0 + " " + line } ?? line
    case "caption":
      blocks.append(MarkdownBlock(kind: .tableRow, pieces: [keyword.value], start: keyword.value.lowerBound))
    case "begin_quote", "begin_verse": quotations += 1
    case "end_quote", "end_verse": quotations = max(0, quotations - 1)
    default: break
    }
  }

  private mutating func addRow(_ line: TextLine) {
    close()
    if text[line.range].allSatisfy({ "|-+".utf8.contains($0) }) { return }
    blocks.append(
      MarkdownBlock(kind: .tableRow, pieces: [line.range], isQuoted: quotations > 0, start: line.range.lowerBound))
  }

  private mutating func addItem(_ item: (number: Int?, text: Int), _ line: TextLine) {
    close()
    while let column = items.last, column >= line.indent { items.removeLast() }
    items.append(line.indent)
    if items.count > 64 { items.removeFirst() }
    open = MarkdownBlock(
      kind: .paragraph, pieces: [item.text..<line.range.upperBound], listDepth: items.count,
      isQuoted: quotations > 0, startsItem: true, number: item.number, start: line.range.lowerBound)
  }

  private mutating func addText(_ line: TextLine) {
    if line.indent <= items.last ?? -1 {
      close()
      while let column = items.last, column >= line.indent { items.removeLast() }
    }
    if open != nil {
      open?.pieces.append(line.range)
    } else {
      open = MarkdownBlock(
        kind: .paragraph, pieces: [line.range], listDepth: items.count, isQuoted: quotations > 0,
        start: line.range.lowerBound)
    }
  }

  private mutating func close() {
    if let open { blocks.append(open) }
    open = nil
  }
}
