import IbidModel
import IbidText

/// A manuscript's text in GitHub's Markdown, which is what cmark-gfm reads: of pandoc's own, what shapes blocks is
/// changed or left out here.
///
/// Source: pandoc's manual, «Metadata blocks», «Divs and Spans», «Footnotes»; GitHub Flavored Markdown 0.29.
package enum GitHubMarkdown {
  /// The text without front matter and marks of divisions, and with inline notes as notes at its end.
  package static func text(of bytes: [UInt8]) -> [UInt8] {
    let lines = TextLines.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let body = lines.dropFirst(FrontMatter(bytes, lines: lines).lineCount)
    let start = body.first.map { lineStart(bytes, $0) } ?? bytes.count
    let blocks = MarkdownBlocks(bytes, lines: body.map { MarkdownLine(range: $0.range, indent: $0.indent) })
    var edits = blocks.divisions.map { (range: $0, text: [UInt8]()) }
    edits += formulas(bytes, from: start).map { ($0, escaped(bytes[$0])) }
    var tail: [UInt8] = []
    for note in inlineNotes(bytes, from: start) {
      let label = Array("[^ibid-inline-\(edits.count)]".utf8)
      edits.append((note, label))
      tail += "\n\n".utf8 + label + ": ".utf8 + onOneLine(bytes[(note.lowerBound + 2)..<(note.upperBound - 1)])
    }
    var result: [UInt8] = []
    var position = start
    for (range, text) in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= position {
      result += bytes[position..<range.lowerBound] + text
      position = range.upperBound
    }
    return result + bytes[position...] + tail + (tail.isEmpty ? [] : [0x0A])
  }

  private static func lineStart(_ bytes: [UInt8], _ line: TextLine) -> Int {
    var start = line.range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D, bytes[start - 1] != 0x0C { start -= 1 }
    return start
  }

  /// `$…$` and `$$…$$`, as places of the file.
  private static func formulas(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    guard bytes[start...].contains(UInt8(ascii: "$")) else { return [] }
    let draft = MarkdownDraft.draft(bytes, from: 0)
    return draft.verbatim.map { draft.map.source(of: $0) }.filter { bytes[$0].first == UInt8(ascii: "$") }
  }

  /// A formula as text that means nothing else; the marks of a quotation at its lines' starts stay.
  private static func escaped(_ formula: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isAtStart = false
    for byte in formula {
      if byte == 0x0A { isAtStart = true } else if !byte.isASCIISpace, byte != UInt8(ascii: ">") { isAtStart = false }
      if !isAtStart, isPunctuation(byte) { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
    return text
  }

  /// What a backslash escapes in CommonMark.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !byte.isASCIILetter && !byte.isASCIIDigit
  }

  /// `^[…]`, as places of the file; a note inside another is text of it.
  private static func inlineNotes(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    guard bytes.contains(Array("^[".utf8)) else { return [] }
    let draft = MarkdownDraft.draft(bytes, from: 0)
    let ranges = draft.notes.filter { $0.label.hasPrefix("inline:") }.map { draft.map.source(of: $0.range) }
    var end = start
    var outer: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where range.lowerBound >= end && range.count > 3 && bytes[range].starts(with: "^[".utf8) {
      outer.append(range)
      end = range.upperBound
    }
    return outer
  }

  /// A note's text without line breaks and the marks of a quotation behind them.
  private static func onOneLine(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var line: [UInt8] = []
    var isAtStart = false
    for byte in text {
      if byte == 0x0A || byte == 0x0D {
        if !isAtStart { line.append(0x20) }
        isAtStart = true
      } else if !isAtStart || !byte.isASCIISpace && byte != UInt8(ascii: ">") {
        line.append(byte)
        isAtStart = false
      }
    }
    return line
  }
}
