public import IbidModel
import IbidNotes
import IbidText

/// Reads a list of references as people write them, one after the other.
///
/// Whoever writes a list writes its references alike: what could be read in two ways is read as those before it.
public struct ReferenceReading {
  private var style = ListStyle()

  /// A reading of a list that begins.
  public init() {}

  /// The reference in `line` as CSL-JSON; an empty object where nothing could be read, or where the reading is less
  /// sure than `minConfidence` (0…1).
  public mutating func json(of line: String, minConfidence: Double = 0) -> JSONValue {
    let saysSomething = line.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard saysSomething else { return .object([]) }
    let parsed = ReferenceParser.parse(ReferenceText(line), in: &style)
    guard !parsed.fields.isEmpty, parsed.confidence >= minConfidence else { return .object([]) }
    var item = parsed.item
    item.id = CitationKey.base(for: item)
    return item.cslJSON()
  }
}
