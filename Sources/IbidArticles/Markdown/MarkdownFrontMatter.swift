import IbidModel

/// The metadata before a Markdown text: a YAML block between `---`, or pandoc's `% title`.
///
/// Source: pandoc's manual, «Metadata blocks». Only the title is read.
struct MarkdownFrontMatter {
  private(set) var title: String?
  /// The number of lines that it takes.
  private(set) var lineCount = 0

  init(_ text: [UInt8], lines: [TextLine]) {
    guard let first = lines.first else { return }
    if isLine(text, first, "---"), let end = lines.indices.dropFirst().first(where: { isEnd(text, lines[$0]) }) {
      title = lines[1..<end].lazy.compactMap { Self.title(text, $0) }.first
      lineCount = end + 1
    } else if text[first.range].starts(with: [UInt8(ascii: "%"), 0x20]) {
      title = String(decoding: text[first.range].dropFirst(2), as: UTF8.self)
      lineCount = lines.prefix { text[$0.range].first == UInt8(ascii: "%") }.count
    }
  }

  private func isLine(_ text: [UInt8], _ line: TextLine, _ content: StaticString) -> Bool {
    line.indent == 0 && content.withUTF8Buffer { text[line.range].elementsEqual($0) }
  }

  private func isEnd(_ text: [UInt8], _ line: TextLine) -> Bool {
    isLine(text, line, "---") || isLine(text, line, "...")
  }

  private static func title(_ text: [UInt8], _ line: TextLine) -> String? {
    guard line.indent == 0, text[line.range].starts(with: Array("title:".utf8)) else { return nil }
    var value = Array(text[line.range].dropFirst(6)).trimmedASCII
    if value.count >= 2, let first = value.first, first == value.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      value = Array(value.dropFirst().dropLast())
    }
    return value.isEmpty || value == [UInt8(ascii: "|")] ? nil : String(decoding: value, as: UTF8.self)
  }
}
