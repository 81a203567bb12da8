/// Why a style or a locale cannot be used, and where it says so.
package struct CSLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// 1-based line of the file; 0 where the whole of it is meant.
  package var line: Int
  /// What was expected and what was found.
  package var reason: String

  /// Makes an error.
  package init(line: Int, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  /// `line 12: …`, or the reason alone where no line is known.
  package var description: String { line > 0 ? "line \(line): \(reason)" : reason }
}
