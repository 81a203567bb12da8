import IbidModel
import IbidText

/// Where the semicolons between a citation's works stand: those in brackets, code, formulas, entities and behind backslashes
/// are part of somebody's words.
///
/// Source: pandoc's manual, «Citation syntax».
enum CitationParts {
  /// The parts of `range`, at least one, without the semicolons.
  static func parts(of text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let text = text[range]
    guard text.contains(UInt8(ascii: ";")) else { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"), UInt8(ascii: "$"): index = (end(of: text, at: index) ?? index + 1) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "&"):
        index = (HTMLEntity.reference(in: Array(text[index...].prefix(40)), at: 0)?.end ?? 1) + index - 1
      case UInt8(ascii: ";") where depth <= 0:
        parts.append(start..<index)
        start = index + 1
      default: break
      }
      index += 1
    }
    return parts + [start..<range.upperBound]
  }

  /// Behind the code or the formula that begins at `start`; nil where none ends.
  private static func end(of text: ArraySlice<UInt8>, at start: Int) -> Int? {
    let mark = text[start]
    let open = text[start...].prefix { $0 == mark }.endIndex
    guard mark != UInt8(ascii: "$") || open < text.endIndex && !text[open].isASCIISpace else { return nil }
    var index = open
    while index < text.endIndex {
      let run = text[index...].prefix { $0 == mark }.endIndex
      if run - index == open - start { return run }
      index = max(run, index + 1)
    }
    return nil
  }
}
