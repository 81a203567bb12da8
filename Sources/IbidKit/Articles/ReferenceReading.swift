public import IbidModel
import IbidNotes
import IbidText

/// Reads a list of references as people write them, one after the other.
///
/// Whoever writes a list writes its references alike: what could be read in two ways is read as those before it.
///
///     var reading = ReferenceReading()
///     let engel = reading.reference(in: "Engel GL. The need for a new medical model. Science. 1977;196:129-36.")
public struct ReferenceReading {
  private var style = ListStyle()

  /// A reading of a list that begins.
  public init() {}

  /// The reference in `line`, with a key; nil where nothing could be read.
  public mutating func reference(in line: String) -> (item: Item, confidence: Double)? {
    let saysSomething = line.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard saysSomething, !Self.pointsBack(line) else { return nil }
    let parsed = ReferenceParser.parse(ReferenceText(line), in: &style)
    guard !parsed.fields.isEmpty else { return nil }
    var item = parsed.item
    item.id = CitationKey.base(for: item)
    return (item, parsed.confidence)
  }

  /// «Ibid., 45», «op. cit.», «ebd., S. 12»: words that name no work but point at one before.
  private static func pointsBack(_ line: String) -> Bool {
    let words = SearchKey.words(of: String(line.prefix(80)))
    guard let first = words.first, words.count <= 8 else { return false }
    let isPointer = ["ibid", "ibidem", "ebd", "ebenda", "idem"].contains(first)
    let isCited = ["op", "loc"].contains(first) && words.dropFirst().first == "cit"
    return isPointer || isCited
  }
}
