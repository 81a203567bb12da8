package import IbidModel

/// Reads free-text references.
package enum ReferenceParser {
  /// Reads one reference in whatever style it is written.
  ///
  /// Every byte of `line` is in a field or in the remainder. Text that is no reference yields what looks like
  /// fields, with a low confidence.
  package static func parse(_ line: String) -> ParsedReference { parse(ReferenceText(line)) }

  /// Reads a stretch of a text; the offsets of the result count in its bytes.
  package static func parse(_ text: ReferenceText, with labeller: Labeller? = .bundled) -> ParsedReference {
    var style = ListStyle()
    return parse(text, in: &style, with: labeller)
  }

  /// Reads a stretch of a text that stands in a list, whose style tells how to read what can be read in two ways.
  package static func parse(_ text: ReferenceText, in style: inout ListStyle, with labeller: Labeller? = .bundled)
    -> ParsedReference
  {
    guard let labeller, text.tokens.count <= longest else {
      return ItemAssembly(text, labels: Array(repeating: .other, count: text.tokens.count)).parsed
    }
    if let law = LawReading.parsed(text) { return law }
    let (reading, share) = labeller.reading(of: text, in: &style)
    return ItemAssembly(text, reading, share: share).parsed
  }

  /// The item that a text's fields give, where they are known.
  package static func item(of text: ReferenceText, labels: [Label]) -> Item {
    ItemAssembly(text, labels: labels).parsed.item
  }

  /// What is longer, in tokens, is no reference: only its identifiers are read.
  private static let longest = 4_000
}

/// Reads one reference in whatever style it is written.
package func parseReference(_ line: String) -> ParsedReference { ReferenceParser.parse(line) }
