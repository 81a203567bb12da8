/// Reads free-text references.
package enum ReferenceParser {
  /// Reads one reference in whatever style it is written.
  ///
  /// Every byte of `line` is in a field or in the remainder. Text that is no reference yields what looks like
  /// fields, with a low confidence.
  package static func parse(_ line: String) -> ParsedReference { parse(ReferenceText(line)) }

  /// Reads a stretch of a text; the offsets of the result count in its bytes.
  package static func parse(_ text: ReferenceText, with labeller: Labeller? = .bundled) -> ParsedReference {
    guard let labeller, text.tokens.count <= longest else {
      return ItemAssembly(text, labels: Array(repeating: .other, count: text.tokens.count)).parsed
    }
    let (labels, confidences) = labeller.labels(of: text)
    return ItemAssembly(
      text, labels: LabelRepair(text, labels, confidences: confidences).labels, confidences: confidences
    ).parsed
  }

  /// What is longer, in tokens, is no reference: only its identifiers are read.
  private static let longest = 4_000
}

/// Reads one reference in whatever style it is written.
package func parseReference(_ line: String) -> ParsedReference { ReferenceParser.parse(line) }
