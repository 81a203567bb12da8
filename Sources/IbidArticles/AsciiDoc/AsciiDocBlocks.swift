import IbidModel

/// Cuts AsciiDoc into blocks, line by line.
struct AsciiDocBlocks {
  let syntax: AsciiDocLineSyntax
  private(set) var blocks: [MarkdownBlock] = []
  /// The bibliography's entries.
  private(set) var notes: [BlockNote] = []
  /// The paragraph under way.
  private var open: MarkdownBlock?
  /// The line that ends what is no prose.
  private var closing: [UInt8]?
  /// The delimiters of the blocks that hold others, and whether each holds the words of others.
  private var containers: [(delimiter: [UInt8], isQuoted: Bool)] = []
  /// What the attributes before the next block say of it.
  private var style = ""
  private var isInTable = false
  private var listDepth = 0
  /// Whether the entry under way is one of the bibliography.
  private var isInEntry = false
  /// Whether the document's own attributes and authors are being read.
  private var isInHeader = false

  private var text: [UInt8] { syntax.text }

  /// The blocks; where no title stands over them, `==` is the highest heading.
  var leveled: [MarkdownBlock] {
    if blocks.contains(where: { $0.kind == .heading(level: 1) }) { return blocks }
    return blocks.map { block in
      var block = block
      if case .heading(let level) = block.kind { block.kind = .heading(level: level - 1) }
      return block
    }
  }

  init(_ text: [UInt8], lines: [TextLine]) {
    syntax = AsciiDocLineSyntax(text: text)
    var lastLines: [[UInt8]: Int] = [:]
    for (number, line) in lines.enumerated() {
      if let delimiter = syntax.delimiter(line) { lastLines[delimiter] = number }
    }
    var number = 0
    while number < lines.count {
      let next = number + 1 < lines.count ? lines[number + 1] : nil
      number += add(lines[number], next, mayOpen: { (lastLines[$0] ?? -1) > number })
    }
    close()
  }

  /// Adds a line, and returns how many lines were read: two where the next one underlines it.
  private mutating func add(_ line: TextLine, _ next: TextLine?, mayOpen: ([UInt8]) -> Bool) -> Int {
    if let closing {
      if syntax.delimiter(line) == closing { self.closing = nil }
      return 1
    }
    guard !line.isBlank else {
      isInHeader = false
      close()
      return 1
    }
    if let delimiter = syntax.delimiter(line) {
      add(delimiter, mayOpen: mayOpen)
      return 1
    }
    if isInTable {
      addRow(line)
    } else if let heading = syntax.heading(line) {
      add(heading: heading.text, level: heading.level)
    } else if open == nil, let next, let level = syntax.underline(next, of: line) {
      add(heading: line.range, level: level)
      return 2
    } else if isInHeader || syntax.attribute(line) != nil || syntax.isBlockMacro(line) || syntax.isRemark(line) {
      // Authors and revisions, and what is no text: it sets no paragraphs apart.
      if syntax.isBlockMacro(line) { close() }
    } else if syntax.isBreak(line) {
      close()
    } else if let attributes = syntax.attributes(line), open == nil || listDepth > 0 {
      close()
      style = attributes
    } else if let title = syntax.blockTitle(line), open == nil {
      blocks.append(MarkdownBlock(kind: .tableRow, pieces: [title], start: title.lowerBound))
    } else if text[line.range].elementsEqual("+".utf8) {
      // The next block is part of the same item.
      let depth = listDepth
      let goesOn = isInEntry
      close()
      (listDepth, isInEntry) = (depth, goesOn)
      return 1
    } else if let item = syntax.item(line), open == nil || listDepth > 0 {
      addItem(item, line)
    } else {
      addText(line)
    }
    return 1
  }

  private mutating func add(_ delimiter: [UInt8], mayOpen: ([UInt8]) -> Bool) {
    if let index = containers.lastIndex(where: { $0.delimiter == delimiter }) {
      close()
      containers.removeSubrange(index...)
      return
    }
    if isInTable, delimiter.count > 1, delimiter[1] == UInt8(ascii: "=") {
      isInTable = false
      return
    }
    close()
    // What never ends hides nothing.
    guard mayOpen(delimiter) else { return }
    let isCode = Self.isCode(style)
    switch delimiter[0] {
    case UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "!"): isInTable = true
    case UInt8(ascii: "-") where delimiter.count == 2 && !isCode, UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      if containers.count > 64 { containers.removeFirst() }
      let isQuoted = delimiter[0] == UInt8(ascii: "_") || style.hasPrefix("quote") || style.hasPrefix("verse")
      containers.append((delimiter, isQuoted || containers.last?.isQuoted ?? false))
    default: closing = delimiter
    }
    style = ""
  }

  /// Whether a block of this style is code, a formula or a remark, whatever stands around it.
  private static func isCode(_ style: String) -> Bool {
    ["source", "listing", "literal", "stem", "latexmath", "asciimath", "comment", "pass", "mermaid", "plantuml"]
      .contains { style.hasPrefix($0) }
  }

  private mutating func add(heading: Range<Int>, level: Int) {
    close()
    (listDepth, isInEntry, isInTable, style) = (0, false, false, "")
    isInHeader = level == 1 && blocks.isEmpty
    blocks.append(MarkdownBlock(kind: .heading(level: level), pieces: [heading], start: heading.lowerBound))
  }

  private mutating func addRow(_ line: TextLine) {
    blocks.append(MarkdownBlock(kind: .tableRow, pieces: [line.range], start: line.range.lowerBound))
  }

  private mutating func addItem(_ item: (depth: Int, number: Int?, text: Int), _ line: TextLine) {
    close()
    let range = syntax.withoutBreak(item.text..<line.range.upperBound)
    if let entry = syntax.entry(range) {
      notes.append(BlockNote(label: entry.key, start: line.range.lowerBound, blocks: []))
      isInEntry = true
      listDepth = 1
      open = MarkdownBlock(kind: .paragraph, pieces: [entry.text], start: line.range.lowerBound)
      return
    }
    isInEntry = false
    listDepth = item.depth
    open = MarkdownBlock(
      kind: .paragraph, pieces: [range], listDepth: item.depth, isQuoted: containers.last?.isQuoted ?? false,
      startsItem: true, number: item.number, start: line.range.lowerBound)
  }

  private mutating func addText(_ line: TextLine) {
    let range = syntax.withoutBreak(line.range)
    if open != nil {
      open?.pieces.append(range)
      return
    }
    if listDepth == 0, let entry = syntax.entry(range) {
      notes.append(BlockNote(label: entry.key, start: line.range.lowerBound, blocks: []))
      isInEntry = true
      open = MarkdownBlock(kind: .paragraph, pieces: [entry.text], start: line.range.lowerBound)
      return
    }
    // A paragraph that is indented, or styled so, is code.
    let isCode = line.indent > 0 && listDepth == 0 || Self.isCode(style)
    let isQuoted = containers.last?.isQuoted ?? false || style.hasPrefix("quote") || style.hasPrefix("verse")
    style = ""
    open = MarkdownBlock(
      kind: isCode ? .verbatim : .paragraph, pieces: [syntax.withoutAdmonition(range)],
      listDepth: isInEntry ? 0 : listDepth, isQuoted: isQuoted, start: range.lowerBound)
  }

  private mutating func close() {
    if let open {
      if isInEntry, let last = notes.indices.last {
        notes[last].blocks.append(open)
      } else if open.kind != .verbatim {
        blocks.append(open)
      }
    }
    open = nil
    isInEntry = false
    listDepth = 0
  }
}
