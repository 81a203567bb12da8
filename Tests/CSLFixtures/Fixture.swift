import IbidModel

/// One case of the test suite: what goes in, and the output that is expected.
package struct Fixture: Sendable {
  /// The file's name without its ending.
  package var name: String
  /// The text of each section, by its name.
  package var sections: [String: String]

  /// Reads the sections, which stand between `>>===== NAME =====>>` and `<<===== NAME =====<<`.
  package init(name: String, text: String) {
    self.name = name
    sections = [:]
    var open: String?
    var lines: [Substring] = []
    for line in Self.lines(of: text) {
      if let section = Self.marker(line, of: UInt8(ascii: "<")), section == open {
        sections[section] = lines.joined(separator: "\n")
        open = nil
      } else if open == nil, let section = Self.marker(line, of: UInt8(ascii: ">")) {
        open = section
        lines = []
      } else if open != nil {
        lines.append(line)
      }
    }
  }

  /// The expected output without blank lines around it.
  package var result: String { Self.trimmed(sections["RESULT"] ?? "") }

  static func trimmed(_ text: String) -> String {
    text.trimmedASCII
  }

  private static func lines(of text: String) -> [Substring] {
    var utf8 = Array(text.utf8)
    utf8.removeAll { $0 == 0x0D }
    return String(decoding: utf8, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The section's name where the line is a marker of this kind.
  private static func marker(_ line: Substring, of edge: UInt8) -> String? {
    var bytes = line.utf8.trimmedASCII
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.count > 6, bytes.starts(with: [edge, edge, UInt8(ascii: "=")]) else { return nil }
    let name = bytes.drop { $0 == edge || $0 == UInt8(ascii: "=") || $0 == 0x20 }
      .prefix { $0 != UInt8(ascii: "=") && $0 != 0x20 }
    return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
  }
}
