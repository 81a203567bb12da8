/// Reads free-text references.
package enum ReferenceParser {
  /// Reads one reference in whatever style it is written.
  ///
  /// Every byte of `line` is in a field or in the remainder. Text that is no reference yields what looks like
  /// fields, with a low confidence.
  package static func parse(_ line: String) -> ParsedReference { parse(ReferenceText(line)) }

  /// Reads a stretch of a text; the offsets of the result count in its bytes.
  package static func parse(_ text: ReferenceText) -> ParsedReference {
    ItemAssembly(text, labels: OrderedLabeller.labels(of: text)).parsed
  }
}

/// Reads one reference in whatever style it is written.
package func parseReference(_ line: String) -> ParsedReference { ReferenceParser.parse(line) }
