import IbidModel

/// What begins with `..`: notes, directives, targets and remarks.
extension RSTBlocks {
  /// Reads an explicit block: its first line, and those that are indented under it.
  mutating func readExplicit(_ line: TextLine, _ rest: [TextLine], in body: Body) {
    guard line.range.count > 3 else { return }
    let inside = text.trimmedASCII(line.range.lowerBound + 3..<line.range.upperBound)
    guard let first = inside.first else { return }
    switch text[first] {
    case UInt8(ascii: "["): readDefinition(inside, rest, start: line.range.lowerBound)
    case UInt8(ascii: "_"): readTarget(inside, rest)
    case UInt8(ascii: "|"): readSubstitution(inside)
    default: if let directive = directive(inside) { read(directive, rest, in: body) }
    }
  }

  /// `[1] text`; what no note's label could be is a remark.
  private mutating func readDefinition(_ inside: Range<Int>, _ rest: [TextLine], start: Int) {
    guard let close = inside.prefix(200).first(where: { text[$0] == UInt8(ascii: "]") }),
      close > inside.lowerBound + 1,
      close + 1 == inside.upperBound || text[close + 1].isASCIISpace,
      !text[inside.lowerBound..<close].contains(0x20)
    else { return }
    let label = String(decoding: text[inside.lowerBound + 1..<close], as: UTF8.self)
    var outer: [MarkdownBlock] = []
    swap(&outer, &blocks)
    read(lines(text.trimmedASCII(close + 1..<inside.upperBound), rest[...]), in: Body(depth: 1))
    swap(&outer, &blocks)
    definitions.append(RSTDefinition(label: label, start: start, blocks: outer))
  }

  /// `_name: https://…`
  private mutating func readTarget(_ inside: Range<Int>, _ rest: [TextLine]) {
    var end = inside.lowerBound + 1
    while end < inside.upperBound, text[end] != UInt8(ascii: ":") || text[end - 1] == UInt8(ascii: "\\") { end += 1 }
    guard end < inside.upperBound else { return }
    let name = String(decoding: text[inside.lowerBound + 1..<end].filter { $0 != UInt8(ascii: "`") }, as: UTF8.self)
    var address = Array(text[text.trimmedASCII(end + 1..<inside.upperBound)])
    for line in rest { address += text[line.range] }
    if !address.isEmpty { links[name.lowercased()] = String(decoding: address, as: UTF8.self) }
  }

  /// `|name| replace:: text`
  private mutating func readSubstitution(_ inside: Range<Int>) {
    guard let close = inside.dropFirst().prefix(200).first(where: { text[$0] == UInt8(ascii: "|") }),
      let directive = directive(text.trimmedASCII(close + 1..<inside.upperBound)), directive.name == "replace"
    else { return }
    let name = String(decoding: text[inside.lowerBound + 1..<close], as: UTF8.self).lowercased()
    replacements[name] = String(decoding: text[directive.argument], as: UTF8.self)
  }

  private struct Directive {
    var name: String
    /// What stands behind it on its line.
    var argument: Range<Int>
  }

  /// `name:: argument`
  private func directive(_ inside: Range<Int>) -> Directive? {
    var end = inside.lowerBound
    while end < inside.upperBound, end - inside.lowerBound < 60,
      text[end].isASCIILetter || text[end].isASCIIDigit || "-_.+:".utf8.contains(text[end])
    {
      end += 1
    }
    guard end > inside.lowerBound + 2, text[end - 1] == UInt8(ascii: ":"), text[end - 2] == UInt8(ascii: ":") else {
      return nil
    }
    let name = String(decoding: text[inside.lowerBound..<end - 2], as: UTF8.self).lowercased()
    return Directive(name: name, argument: text.trimmedASCII(end..<inside.upperBound))
  }

  /// Reads what a directive holds, where it is prose.
  private mutating func read(_ directive: Directive, _ rest: [TextLine], in body: Body) {
    let options = rest.prefix { syntax.field($0) != nil }.count
    let content = rest[options...]
    switch directive.name {
    case "rubric":
      if !directive.argument.isEmpty { appendHeading(directive.argument, level: max(1, level) + 1) }
    case "title": title = String(decoding: text[directive.argument], as: UTF8.self)
    case _ where Self.captioned.contains(directive.name):
      if !directive.argument.isEmpty, directive.name != "figure" { appendCaption([directive.argument]) }
      readCaptioned(Array(content), in: body)
    case _ where Self.quoting.contains(directive.name):
      read(lines(directive.argument, content), in: body.inner(isQuoted: true))
    case _ where Self.spoken.contains(directive.name): read(lines(directive.argument, content), in: body.inner())
    case "class" where text[directive.argument].elementsEqual("keywords".utf8): break
    case _ where Self.titled.contains(directive.name): read(Array(content), in: body.inner())
    default: break
    }
  }

  /// The paragraphs of a figure or a table are its caption and legend.
  private mutating func readCaptioned(_ lines: [TextLine], in body: Body) {
    let before = blocks.count
    read(lines, in: body.inner())
    for index in blocks.indices.dropFirst(before) where blocks[index].kind == .paragraph {
      blocks[index].kind = .tableRow
    }
  }

  private mutating func appendCaption(_ pieces: [Range<Int>]) {
    guard let first = pieces.first else { return }
    blocks.append(MarkdownBlock(kind: .tableRow, pieces: pieces, start: first.lowerBound))
  }

  private static let captioned: Set<String> = ["figure", "table", "list-table", "csv-table", "flat-table", "subfigure"]
  private static let quoting: Set<String> = ["epigraph", "highlights", "pull-quote", "quote", "blockquote"]
  /// Directives whose text may begin on their own line.
  private static let spoken: Set<String> = [
    "note", "tip", "hint", "important", "warning", "caution", "danger", "attention", "error", "seealso", "abstract",
    "versionadded", "versionchanged", "deprecated", "compound", "centered", "aside",
  ]
  /// Directives with a title or an option on their own line, and prose under it.
  private static let titled: Set<String> = [
    "admonition", "topic", "sidebar", "container", "class", "only", "tab", "tab-item", "dropdown", "card", "proof",
    "theorem", "lemma", "corollary", "proposition", "definition", "example", "remark", "exercise", "prf:theorem",
    "prf:lemma", "prf:definition", "prf:proof", "prf:remark", "tab-set", "grid", "grid-item", "margin", "div",
  ]
}
