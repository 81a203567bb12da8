package import IbidModel
internal import IbidText

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
    parsed(text, chosen(among: possibilities(of: text, with: labeller), in: &style, with: labeller))
  }

  /// Reads texts that follow each other in a list, on all processors: only which reading is the likelier one depends
  /// on the texts before.
  package static func parse(_ texts: [ReferenceText], in style: inout ListStyle, with labeller: Labeller? = .bundled)
    -> [ParsedReference]
  {
    let possible = texts.concurrentMap(inStretchesOf: 8) { possibilities(of: $0, with: labeller) }
    let choices = zip(texts, possible).map { ($0, Self.chosen(among: $1, in: &style, with: labeller)) }
    return choices.concurrentMap(inStretchesOf: 16) { parsed($0, $1) }
  }

  /// What a text may be, before its list is looked at.
  private enum Possibilities {
    case nothing
    case law(ParsedReference)
    case readings(PossibleReadings)
  }

  /// What a text is read as.
  private enum Choice {
    case nothing
    case law(ParsedReference)
    case reading(Reading, share: Float)
  }

  private static func possibilities(of text: ReferenceText, with labeller: Labeller?) -> Possibilities {
    guard let labeller, text.tokens.count <= longest else { return .nothing }
    return LawReading.parsed(text).map { .law($0) } ?? .readings(labeller.readings(of: text))
  }

  private static func chosen(
    among possible: Possibilities, in style: inout ListStyle, with labeller: Labeller?
  ) -> Choice {
    switch possible {
    case .law(let law): return .law(law)
    case .readings(let readings):
      guard let labeller else { return .nothing }
      let (reading, share) = labeller.reading(among: readings, in: &style)
      return .reading(reading, share: share)
    case .nothing: return .nothing
    }
  }

  private static func parsed(_ text: ReferenceText, _ choice: Choice) -> ParsedReference {
    switch choice {
    case .law(let law): law
    case .reading(let reading, let share): ItemAssembly(text, reading, share: share).parsed
    case .nothing: ItemAssembly(text, labels: Array(repeating: .other, count: text.tokens.count)).parsed
    }
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
