package import IbidModel
package import IbidText

/// Findings as people and editors read them: `path:line:column: severity: message [rule]`, then the line with the
/// place marked.
package struct TextReporter {
  private let usesColour: Bool
  private let source: SourceText

  /// A reporter for findings in this text.
  package init(source: SourceText, usesColour: Bool) {
    self.source = source
    self.usesColour = usesColour
  }

  /// One finding, ending in a line break.
  package func text(of finding: Finding) -> String {
    let place = finding.range.place
    let head =
      bold("\(finding.path):\(place.line):\(place.column): ") + coloured(finding.severity)
      + ": \(TerminalText.plain(finding.message)) [\(finding.rule)]\n"
    return head + excerpt(of: finding.range)
  }

  /// The last line: how many findings of each severity.
  package static func summary(of findings: [Finding], in path: String) -> String {
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
      + "    \(prefix.isEmpty ? "" : " ")" + dim(marks) + "\n"
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

  private func coloured(_ severity: Severity) -> String {
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .info: "36"
      }
    return usesColour ? "\u{1B}[1;\(code)m\(severity.rawValue)\u{1B}[0m" : severity.rawValue
  }

  private func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { usesColour ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}
