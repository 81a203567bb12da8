import IbidModel

/// Tables of a grid of lines, and simple ones between lines of `=`.
extension RSTBlocks {
  /// The line behind the table that begins with a line; nil where none does.
  mutating func readTable(_ lines: [TextLine], at index: Int, in body: Body) -> Int? {
    if syntax.isGridLine(lines[index]) {
      var end = index
      while end < lines.count, !lines[end].isBlank {
        if text[lines[end].range.lowerBound] == UInt8(ascii: "|") { appendRow(lines[end].range, in: body) }
        end += 1
      }
      return end
    }
    guard syntax.isColumnLine(lines[index]) else { return nil }
    var end = index + 1
    var borders = 1
    while end < lines.count {
      if lines[end].isBlank, borders > 1, syntax.isColumnLine(lines[end - 1]) { break }
      if syntax.isColumnLine(lines[end]) {
        borders += 1
      } else if !lines[end].isBlank, !syntax.isRule(lines[end]) {
        appendRow(lines[end].range, in: body)
      }
      end += 1
    }
    return end
  }

  private mutating func appendRow(_ range: Range<Int>, in body: Body) {
    blocks.append(
      MarkdownBlock(kind: .tableRow, pieces: [range], isQuoted: body.isQuoted, start: range.lowerBound))
  }
}
