/// Why a document cannot be read to its end.
package struct XMLFailure: Error, Sendable, Hashable {
  /// libxml2's words without line breaks and numbers of lines, as in `Opening and ending tag mismatch: b and a`.
  package var message: String
  /// 1-based line in the document.
  package var line: Int
  /// Offset in bytes near which it was found.
  package var offset: Int

  /// Makes a failure.
  package init(message: String, line: Int, offset: Int) {
    self.message = message
    self.line = line
    self.offset = offset
  }
}
