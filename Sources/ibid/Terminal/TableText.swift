import ArgumentParser

/// Rows of a table: for people with tabs, for programs as CSV.
enum TableText {
  /// A row as a line.
  static func line(of cells: [String], _ form: TableForm) -> String {
    form == .csv ? csv(cells) : cells.map(plain).joined(separator: "\t") + "\n"
  }

  /// A row as RFC 4180 has it, but for the line's end, which is that of the system.
  static func csv(_ cells: [String]) -> String {
    cells.map { cell in
      guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
      return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }

  /// A cell that keeps its row on one line, and sends no commands to a terminal.
  static func plain(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: isBreaking) else { return cell }
    return String(String.UnicodeScalarView(cell.unicodeScalars.map { isBreaking($0) ? " " : $0 }))
  }

  private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// The forms of a small table.
enum TableForm: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}
