import IbidModel
import IbidText

/// Findings as people and editors read them: `path:line:column: severity: message [rule]`, then the line with the
/// place marked.
struct FindingsText {
  /// The text that the findings are about.
  let source: SourceText
  let colour: TerminalColour
  /// How many columns there are.
  var columns = Self.usualColumns

  /// Where nobody says how many columns there are: those of the excerpt, and what stands around it.
  static let usualColumns = 100 + margin
  /// Four blanks, and a sign of omission on both sides.
  private static let margin = 6

  /// One finding, ending in a line break.
  func text(of finding: Finding) -> String {
    let place = finding.range.place
    let head =
      colour.bold("\(finding.path):\(place.line):\(place.column): ")
      + colour.painted(finding.severity.rawValue, finding.severity)
      + ": \(TerminalText.plain(finding.message)) [\(finding.rule)]\n"
    return head + excerpt(of: finding.range)
  }

  private var width: Int { max(20, columns - Self.margin) }

  /// A window of the line around the start of the place, with marks below it.
  private func excerpt(of range: SourceRange) -> String {
    let lines = source.lines(of: range)
    let line = lines.line(range.place.line)
    let place = min(max(range.offsets.lowerBound, line.startIndex), line.endIndex)
    // Only what is shown is looked at: a file of one line may hold thousands of findings.
    let behind = Self.end(ofScalars: width, from: place, in: line).count
    let (start, before) = Self.start(ofScalars: max(20, width - behind), before: place, in: line)
    let (end, shown) = Self.end(ofScalars: width, from: start, in: line)
    let marked = min(lines.scalarCount(of: range), max(1, shown - before))
    let window = TerminalText.plain(String(decoding: line[start..<end], as: UTF8.self))
    let marks = String(repeating: " ", count: before) + "^" + String(repeating: "~", count: max(0, marked - 1))
    let prefix = start > line.startIndex ? "…" : ""
    return "    \(prefix)\(window)\(end < line.endIndex ? "…" : "")\n"
      + "    \(prefix.isEmpty ? "" : " ")" + colour.mark(marks) + "\n"
  }

  /// Where so many scalars of a line end that begin at a place, or the line does; and how many they are.
  private static func end(
    ofScalars most: Int, from place: Int, in line: ArraySlice<UInt8>
  ) -> (index: Int, count: Int) {
    var (index, count) = (place, 0)
    while index < line.endIndex {
      if line[index] & 0xC0 != 0x80 {
        if count == most { break }
        count += 1
      }
      index += 1
    }
    return (index, count)
  }

  /// Where so many scalars of a line begin that end at a place, or the line does; and how many they are.
  private static func start(
    ofScalars most: Int, before place: Int, in line: ArraySlice<UInt8>
  ) -> (index: Int, count: Int) {
    var (index, count) = (place, 0)
    while index > line.startIndex, count < most {
      index -= 1
      if line[index] & 0xC0 != 0x80 { count += 1 }
    }
    return (index, count)
  }
}
