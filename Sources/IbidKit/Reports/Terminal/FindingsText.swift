import IbidModel
import IbidText

/// Findings as people and editors read them: `path:line:column: severity: message [rule]`, then the line with the
/// place marked.
struct FindingsText {
  /// The text that the findings are about.
  let source: SourceText
  let colour: TerminalColour

  /// One finding, ending in a line break.
  func text(of finding: Finding) -> String {
    let place = finding.range.place
    let head =
      colour.bold("\(finding.path):\(place.line):\(place.column): ")
      + colour.painted(finding.severity.rawValue, finding.severity)
      + ": \(TerminalText.plain(finding.message)) [\(finding.rule)]\n"
    return head + excerpt(of: finding.range)
  }

  /// The last line: how many findings of each severity.
  static func summary(of findings: [Finding], in path: String) -> String {
    guard !findings.isEmpty else { return "\(path): nothing found" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return severity == .info ? "\(count) info" : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(path): " + counts.joined(separator: ", ")
  }

  private static let width = 100

  /// A window of the line around the start of the place, with marks below it.
  private func excerpt(of range: SourceRange) -> String {
    let lines = source.lines(of: range)
    let line = lines.line(range.place.line)
    let count = line.count { $0 & 0xC0 != 0x80 }
    let column = min(range.place.column - 1, count)
    let start = max(0, min(column - 20, count - Self.width))
    let end = min(count, start + Self.width)
    let marked = min(lines.scalarCount(of: range), max(1, end - column))
    let window = TerminalText.plain(String(decoding: Self.scalars(start..<end, of: line), as: UTF8.self))
    let marks = String(repeating: " ", count: column - start) + "^" + String(repeating: "~", count: max(0, marked - 1))
    let prefix = start > 0 ? "…" : ""
    return "    \(prefix)\(window)\(end < count ? "…" : "")\n"
      + "    \(prefix.isEmpty ? "" : " ")" + colour.mark(marks) + "\n"
  }

  /// The bytes of these scalars of a line.
  private static func scalars(_ range: Range<Int>, of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var next = 0
    var start = line.endIndex
    for index in line.indices where line[index] & 0xC0 != 0x80 {
      if next == range.lowerBound { start = index }
      if next == range.upperBound { return line[start..<index] }
      next += 1
    }
    return line[start...]
  }
}
