import IbidText

/// Words by which a text says that a work was retracted.
enum RetractionWords {
  /// Whether the text speaks of a retraction, or a withdrawal.
  static func occur(in text: String) -> Bool { stems.contains { text.holdsInAnyCase($0) } }

  private static let stems = [
    "retract", "withdrawn", "withdrew", "discredited", "zurückgezogen", "rétract",
  ]
}
