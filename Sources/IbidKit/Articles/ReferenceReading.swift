public import IbidModel
import IbidNotes
import IbidText

/// Reads references as people write them.
public enum ReferenceReading {
  /// The reference in `line` as CSL-JSON; an empty object where nothing could be read, or where the reading is less
  /// sure than `minConfidence` (0…1).
  public static func json(of line: String, minConfidence: Double = 0) -> JSONValue {
    let saysSomething = line.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard saysSomething else { return .object([]) }
    let parsed = ReferenceParser.parse(line)
    guard !parsed.fields.isEmpty, parsed.confidence >= minConfidence else { return .object([]) }
    var item = parsed.item
    item.id = CitationKey.base(for: item)
    return item.cslJSON()
  }
}
