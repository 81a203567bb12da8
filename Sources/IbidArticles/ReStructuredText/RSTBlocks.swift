import IbidModel

/// Cuts reStructuredText into blocks.
///
/// What is indented is a body of its own, read by the same rules; beyond a depth that nobody writes it is one text.
struct RSTBlocks {
  let syntax: RSTLineSyntax
  var blocks: [MarkdownBlock] = []
  var definitions: [RSTDefinition] = []
  /// Addresses and replaced texts by their names in lower case.
  var links: [String: String] = [:]
  var replacements: [String: String] = [:]
  var title: String?
  /// How the headings are marked, the highest first.
  private var adornments: [[UInt8]] = []
  var level = 0

  /// Deepest body within bodies.
  private static let depthLimit = 48

  /// What a body stands in.
  struct Body {
    var depth = 0
    var isQuoted = false
    var listDepth = 0
    /// Whether its first paragraph begins a list's item, and the item's number.
    var startsItem = false
    var number: Int?

    func inner(isQuoted: Bool = false) -> Body {
      Body(depth: depth + 1, isQuoted: self.isQuoted || isQuoted, listDepth: listDepth)
    }
  }

  var text: [UInt8] { syntax.text }

  init(_ text: [UInt8], lines: [TextLine]) {
    syntax = RSTLineSyntax(text: text)
    read(lines, in: Body())
  }

  /// Reads the blocks of a body.
  mutating func read(_ lines: [TextLine], in body: Body) {
    guard let indent = lines.lazy.filter({ !$0.isBlank }).map(\.indent).min() else { return }
    var body = body
    if body.depth >= Self.depthLimit {
      append(lines.filter { !$0.isBlank }.map(\.range), in: body)
      return
    }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
      } else if line.indent > indent {
        let end = end(of: lines, from: index, deeperThan: indent)
        read(Array(lines[index..<end]), in: body.inner(isQuoted: true))
        index = end
      } else {
        index = readBlock(lines, at: index, in: body)
      }
      if !line.isBlank { (body.startsItem, body.number) = (false, nil) }
    }
  }

  /// Reads the block that begins with a line, and returns the line behind it.
  private mutating func readBlock(_ lines: [TextLine], at index: Int, in body: Body) -> Int {
    let line = lines[index]
    if syntax.isExplicit(line) {
      let end = end(of: lines, from: index + 1, deeperThan: line.indent)
      readExplicit(line, Array(lines[index + 1..<end]), in: body)
      return end
    }
    if body.depth == 0, let end = readHeading(lines, at: index) { return end }
    if syntax.isRule(line) { return index + 1 }
    if let end = readTable(lines, at: index, in: body) { return end }
    if let field = syntax.field(line) {
      let end = end(of: lines, from: index + 1, deeperThan: line.indent)
      if field.isProse { read(self.lines(field.text, lines[index + 1..<end]), in: body.inner()) }
      return end
    }
    if text[line.range].starts(with: ">>> ".utf8) { return endOfText(lines, from: index) }
    if let item = item(lines, at: index) {
      let end = end(of: lines, from: index + 1, deeperThan: line.indent)
      var inner = body.inner()
      inner.listDepth += 1
      (inner.startsItem, inner.number) = (true, item.number)
      read(self.lines(item.text..<line.range.upperBound, lines[index + 1..<end]), in: inner)
      return end
    }
    return readParagraph(lines, at: index, in: body)
  }

  /// The lines of a body whose first one stands behind a mark.
  func lines(_ first: Range<Int>, _ rest: ArraySlice<TextLine>) -> [TextLine] {
    let indent = rest.lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
    return [TextLine(range: first, indent: indent)] + rest
  }

  /// The line behind those that are blank or deeper, from a line on.
  private func end(of lines: [TextLine], from start: Int, deeperThan indent: Int) -> Int {
    var end = start
    var last = start
    while end < lines.count, lines[end].isBlank || lines[end].indent > indent {
      end += 1
      if !lines[end - 1].isBlank { last = end }
    }
    return last
  }

  private func endOfText(_ lines: [TextLine], from start: Int) -> Int {
    lines[start...].firstIndex(where: \.isBlank) ?? lines.count
  }

  /// The label of an item; a number in a text that goes on flush begins none.
  private func item(_ lines: [TextLine], at index: Int) -> RSTLineSyntax.Item? {
    guard let item = syntax.item(lines[index]) else { return nil }
    guard !item.isBullet, index + 1 < lines.count, !lines[index + 1].isBlank else { return item }
    return lines[index + 1].indent > lines[index].indent || syntax.item(lines[index + 1]) != nil ? item : nil
  }

  /// A paragraph, or a term with its definition; behind `::` stands code.
  private mutating func readParagraph(_ lines: [TextLine], at start: Int, in body: Body) -> Int {
    let line = lines[start]
    var end = start + 1
    while end < lines.count, !lines[end].isBlank, lines[end].indent == line.indent { end += 1 }
    var pieces = lines[start..<end].map { syntax.withoutLineMark($0.range) }
    var announcesCode = false
    if let last = pieces.last, text[last].count > 1, text[last].suffix(2).elementsEqual("::".utf8) {
      announcesCode = true
      let behindWord = last.count > 2 && !text[last.upperBound - 3].isASCIISpace
      pieces[pieces.count - 1] = text.trimmedASCII(last.lowerBound..<last.upperBound - (behindWord ? 1 : 2))
      if last.count == 2 { pieces.removeLast() }
    }
    if !pieces.isEmpty { append(pieces, in: body) }
    let next = lines[end...].firstIndex { !$0.isBlank } ?? lines.count
    if announcesCode, next < lines.count, lines[next].indent > line.indent {
      return self.end(of: lines, from: next, deeperThan: line.indent)
    }
    if end < lines.count, !lines[end].isBlank, lines[end].indent > line.indent {
      let definition = self.end(of: lines, from: end, deeperThan: line.indent)
      read(Array(lines[end..<definition]), in: body.inner())
      return definition
    }
    return end
  }

  /// Appends a paragraph.
  mutating func append(_ pieces: [Range<Int>], in body: Body) {
    guard let first = pieces.first else { return }
    blocks.append(
      MarkdownBlock(
        kind: .paragraph, pieces: pieces, listDepth: body.listDepth, isQuoted: body.isQuoted,
        startsItem: body.startsItem, number: body.number, start: first.lowerBound))
  }

  /// A title with a line of signs under it, or one above it too; nil where the line is no title.
  private mutating func readHeading(_ lines: [TextLine], at index: Int) -> Int? {
    let hasOverline = syntax.isAdornment(lines[index])
    let title = hasOverline ? index + 1 : index
    guard title + 1 < lines.count, !lines[title].isBlank, lines[title + 1].indent == 0,
      syntax.isAdornment(lines[title + 1]), hasOverline || lines[title].indent == 0
    else { return nil }
    let line = lines[title + 1].range
    let sign = text[line.lowerBound]
    if hasOverline, text[lines[index].range.lowerBound] != sign { return nil }
    guard line.count >= min(4, String(decoding: text[lines[title].range], as: UTF8.self).count) else { return nil }
    let adornment = hasOverline ? [sign, sign] : [sign]
    if let known = adornments.firstIndex(of: adornment) {
      level = known + 1
    } else {
      adornments.append(adornment)
      level = adornments.count
    }
    appendHeading(lines[title].range, level: level)
    return title + 2
  }

  mutating func appendHeading(_ range: Range<Int>, level: Int) {
    blocks.append(MarkdownBlock(kind: .heading(level: level), pieces: [range], start: range.lowerBound))
  }
}
