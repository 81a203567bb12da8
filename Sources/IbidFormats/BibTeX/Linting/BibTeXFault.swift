package import IbidModel

/// A fault of a `.bib` file: its rule, its place, and the edit that mends it where that is safe.
package struct BibTeXFault: Sendable, Equatable {
  /// `unescaped-ampersand`.
  package var rule: String
  package var severity: Severity
  /// Where it stands, half-open, 0-based in the bytes of the file.
  package var range: Range<Int>
  package var message: String
  package var fix: Edit?

  /// Bytes that take the place of others.
  package struct Edit: Sendable, Equatable {
    package var range: Range<Int>
    package var text: [UInt8]
  }
}
