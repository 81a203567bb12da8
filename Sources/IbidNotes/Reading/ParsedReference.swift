package import IbidModel

/// What was read in a reference, and where each part of it stands.
package struct ParsedReference: Sendable, Hashable {
  /// A stretch of the text that became a field.
  package struct Field: Sendable, Hashable {
    /// The variable that holds it; nil for what has none of its own (`custom` values, the list's number).
    package var variable: Variable?
    /// Half-open range of UTF-8 offsets in the text.
    package var range: Range<Int>
    /// How sure the reading is, 0…1.
    package var confidence: Double
  }

  /// The item.
  package var item: Item
  /// The stretches that became fields, in the order of the text; they do not overlap.
  package var fields: [Field] = []
  /// The stretches between them: punctuation, words such as «In:», decoration, and what was not understood.
  package var remainder: [Range<Int>] = []
  /// How sure the whole reading is, 0…1.
  package var confidence: Double

  /// How sure the reading of a variable is; nil where the text does not give it.
  package func confidence(of variable: Variable) -> Double? {
    fields.lazy.filter { $0.variable == variable }.map(\.confidence).min()
  }

  /// Sets `remainder` to what `fields` leave of `whole`.
  mutating func setRemainder(of whole: Range<Int>) {
    fields.sort { $0.range.lowerBound < $1.range.lowerBound }
    var position = whole.lowerBound
    for field in fields {
      if position < field.range.lowerBound { remainder.append(position..<field.range.lowerBound) }
      position = max(position, field.range.upperBound)
    }
    if position < whole.upperBound { remainder.append(position..<whole.upperBound) }
  }
}
