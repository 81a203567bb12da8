import IbidModel

/// A line of Markdown, or what is left of it behind the containers that it stands in.
struct MarkdownLine: Sendable {
  /// UTF-8 offsets without indentation, trailing blanks and line break; empty for a blank line.
  var range: Range<Int>
  /// Columns before the first character.
  var indent: Int

  var isBlank: Bool { range.isEmpty }
}

/// What a line of Markdown is by its first characters.
///
/// Source: CommonMark 0.31, «Leaf blocks» and «Container blocks»; pandoc's manual, «Footnotes».
struct MarkdownLineSyntax {
  let text: [UInt8]

  /// 1 to 6 and where the heading's text stands; nil where the line is no ATX heading.
  func heading(_ line: MarkdownLine) -> (level: Int, text: Range<Int>)? {
    guard line.indent < 4 else { return nil }
    var index = line.range.lowerBound
    while index < line.range.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - line.range.lowerBound
    guard (1...6).contains(level), index == line.range.upperBound || text[index].isASCIISpace else { return nil }
    while index < line.range.upperBound, text[index].isASCIISpace { index += 1 }
    return (level, index..<headingEnd(line.range, from: index))
  }

  /// Where a heading's text ends: before closing `#` and before pandoc's `{#id .class}`.
  private func headingEnd(_ range: Range<Int>, from start: Int) -> Int {
    var end = range.upperBound
    if end > start, text[end - 1] == UInt8(ascii: "}"),
      let open = (start..<end).last(where: { text[$0] == UInt8(ascii: "{") })
    {
      end = open
    }
    end = text.endOfTextASCII(start..<end)
    var close = end
    while close > start, text[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close == start || text[close - 1].isASCIISpace { end = close }
    return text.endOfTextASCII(start..<end)
  }

  /// 1 for a line of `=`, 2 for one of `-`; nil for others.
  func setextLevel(_ line: MarkdownLine) -> Int? {
    guard line.indent < 4, let first = line.range.first, line.range.allSatisfy({ text[$0] == text[first] }) else {
      return nil
    }
    return text[first] == UInt8(ascii: "=") ? 1 : text[first] == UInt8(ascii: "-") ? 2 : nil
  }

  /// The character and length of a code fence; nil where none opens here.
  func fence(_ line: MarkdownLine) -> (byte: UInt8, length: Int)? {
    guard line.indent < 4, let first = line.range.first else { return nil }
    let byte = text[first]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let length = line.range.prefix { text[$0] == byte }.count
    guard length >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), line.range.dropFirst(length).contains(where: { text[$0] == byte }) { return nil }
    return (byte, length)
  }

  /// Three or more `*`, `-` or `_`, blanks between them allowed.
  func isThematicBreak(_ line: MarkdownLine) -> Bool {
    guard line.indent < 4, let first = line.range.first,
      [UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(text[first])
    else { return false }
    return line.range.allSatisfy { text[$0] == text[first] || text[$0].isASCIISpace }
      && line.range.count { text[$0] == text[first] } >= 3
  }

  /// The label of a list's item.
  func item(_ line: MarkdownLine) -> ListLabel? {
    guard let label = ListLabel(text, line.range) else { return nil }
    switch label.form {
    case .bullet: return text[label.range.lowerBound] < 0x80 ? label : nil
    case .dot, .parenthesis: return label.number == nil ? nil : label
    default: return nil
    }
  }

  /// The label of a footnote's definition and where its text stands: `[^1]: text`; or of a work that MultiMarkdown's
  /// citations name, with its `#`: `[#key]: reference`.
  func footnote(_ line: MarkdownLine) -> (label: Range<Int>, text: Range<Int>)? {
    guard line.indent < 4, line.range.count > 4, text[line.range.lowerBound] == UInt8(ascii: "["),
      text[line.range.lowerBound + 1] == UInt8(ascii: "^") || text[line.range.lowerBound + 1] == UInt8(ascii: "#")
    else { return nil }
    let isWork = text[line.range.lowerBound + 1] == UInt8(ascii: "#")
    return definition(line, labelFrom: line.range.lowerBound + (isWork ? 1 : 2))
  }

  /// The label of a link's definition, and the address: `[id]: https://…`.
  func linkDefinition(_ line: MarkdownLine) -> (label: Range<Int>, address: String)? {
    guard line.indent < 4, line.range.count > 4, text[line.range.lowerBound] == UInt8(ascii: "["),
      let found = definition(line, labelFrom: line.range.lowerBound + 1), let first = found.text.first
    else { return nil }
    // A definition is one address with a title at most; a reference under a number is prose.
    let words = text[found.text].split(separator: 0x20)
    let isAddress =
      text[first] == UInt8(ascii: "<") || words[0].contains(UInt8(ascii: "/")) || words[0].contains(UInt8(ascii: "#"))
      || text[found.label.lowerBound] == UInt8(ascii: "@") && words[0].contains(UInt8(ascii: ":"))
    let isTitled =
      words.count > 1 && [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(words[1].first ?? 0)
    guard isAddress, words.count == 1 || isTitled else { return nil }
    return (found.label, MarkdownDefinitions.address(text, found.text))
  }

  private func definition(_ line: MarkdownLine, labelFrom start: Int) -> (label: Range<Int>, text: Range<Int>)? {
    var end = start
    while end < line.range.upperBound, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "["), end - start < 200
    {
      end += 1
    }
    guard end > start, end + 1 < line.range.upperBound, text[end] == UInt8(ascii: "]"),
      text[end + 1] == UInt8(ascii: ":")
    else { return nil }
    var index = end + 2
    while index < line.range.upperBound, text[index].isASCIISpace { index += 1 }
    return (start..<end, index..<line.range.upperBound)
  }

  /// A row of a pipe table, or the line of dashes under its head.
  func isTableRow(_ line: MarkdownLine) -> Bool {
    guard let first = line.range.first else { return false }
    return text[first] == UInt8(ascii: "|") && line.range.count > 2
  }

  /// A row that holds nothing but dashes, colons, pipes and plus signs.
  func isTableRule(_ line: MarkdownLine) -> Bool {
    line.range.count > 2
      && line.range.allSatisfy {
        [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "="), 0x20].contains(
          text[$0])
      } && line.range.contains { text[$0] == UInt8(ascii: "|") || text[$0] == UInt8(ascii: "+") }
  }
}
