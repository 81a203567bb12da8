import IbidModel

/// One line of a text.
struct TextLine: Sendable {
  /// UTF-8 offsets without indentation, trailing white space and line break; empty for a blank line.
  var range: Range<Int>
  /// Columns before the first character; a tab goes to the next multiple of four.
  var indent: Int

  var isBlank: Bool { range.isEmpty }
}

/// The lines of a text.
enum TextLines {
  /// Every line from `start` on. A line ends at LF, CR LF, a CR alone, or at a form feed.
  static func lines(of bytes: [UInt8], from start: Int) -> [TextLine] {
    lines(of: bytes, in: min(start, bytes.count)..<bytes.count)
  }

  /// Every line of a stretch.
  static func lines(of bytes: [UInt8], in stretch: Range<Int>) -> [TextLine] {
    var lines: [TextLine] = []
    var index = stretch.lowerBound
    while index < stretch.upperBound {
      var end = index
      while end < stretch.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D, bytes[end] != 0x0C { end += 1 }
      lines.append(line(bytes, index..<end))
      if end + 1 < stretch.upperBound, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
      index = end + 1
    }
    return lines
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> TextLine {
    var start = range.lowerBound
    var indent = 0
    while start < range.upperBound {
      if bytes[start] == 0x20 {
        indent += 1
      } else if bytes[start] == 0x09 {
        indent += 4 - indent % 4
      } else if bytes[start] == 0xC2, start + 1 < range.upperBound, bytes[start + 1] == 0xA0 {
        indent += 1
        start += 1
      } else {
        break
      }
      start += 1
    }
    var end = range.upperBound
    while end > start {
      if bytes[end - 1].isASCIISpace {
        end -= 1
      } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return TextLine(range: start..<end, indent: indent)
  }
}
