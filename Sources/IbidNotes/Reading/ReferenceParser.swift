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
    parse(candidate(text, with: labeller), in: &style, with: labeller)
  }

  /// Reads texts that follow each other in a list, on all processors: only which reading is the likelier one depends
  /// on the texts before.
  package static func parse(_ texts: [ReferenceText], in style: inout ListStyle, with labeller: Labeller? = .bundled)
    -> [ParsedReference]
  {
    let candidates = texts.concurrentMap(inStretchesOf: 8) { candidate($0, with: labeller) }
    let choices = candidates.map { ($0.text, choice(among: $0.possible, in: &style, with: labeller)) }
    return choices.concurrentMap(inStretchesOf: 16) { parsed($0, $1) }
  }

  /// A text and what it may be, before its list is looked at.
  package struct Candidate: Sendable {
    let text: ReferenceText
    fileprivate let possible: Possibilities
  }

  /// What takes the most time of reading a text, and does not depend on the texts before it.
  static func candidate(_ text: ReferenceText, with labeller: Labeller?) -> Candidate {
    guard let labeller, text.tokens.count <= longest else { return Candidate(text: text, possible: .nothing) }
    let law = LawReading.parsed(text).map { Possibilities.law($0) }
    return Candidate(text: text, possible: law ?? .readings(labeller.readings(of: text)))
  }

  /// Reads a text that stands in a list.
  static func parse(_ candidate: Candidate, in style: inout ListStyle, with labeller: Labeller?) -> ParsedReference {
    parsed(candidate.text, choice(among: candidate.possible, in: &style, with: labeller))
  }

  fileprivate enum Possibilities {
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

  private static func choice(
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
