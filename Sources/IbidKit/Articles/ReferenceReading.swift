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
  private let configuration: CheckConfiguration

  /// A reading of a list that begins.
  ///
  /// - Parameter configuration: says how keys are made.
  public init(configuration: CheckConfiguration = CheckConfiguration()) { self.configuration = configuration }

  /// The reference in `line`, with a key; nil where nothing could be read.
  public mutating func reference(in line: String) -> (item: Item, confidence: Double)? { references(in: [line])[0] }

  /// The references in lines that follow those before, one for each line: as one line after the other gives them, but
  /// read on all processors.
  public mutating func references(in lines: [String]) -> [(item: Item, confidence: Double)?] {
    let texts = lines.concurrentMap(inStretchesOf: 64) { Self.namesWork($0) ? ReferenceText($0) : nil }
    var parsed = ReferenceParser.parse(texts.compactMap(\.self), in: &style)[...]
    return texts.map { $0 == nil ? nil : parsed.popFirst().flatMap(reference) }
  }

  /// The lines of a file of references, a reference each.
  ///
  /// - Throws: `IbidError` where it cannot be read.
  public static func lines(ofFile path: String) throws(IbidError) -> [String] {
    var lines = String(decoding: try InputFile(path: path).bytes(), as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func reference(_ parsed: ParsedReference) -> (item: Item, confidence: Double)? {
    guard !parsed.fields.isEmpty else { return nil }
    var item = parsed.item
    item.id = configuration.newKey(for: item)
    return (item, parsed.confidence)
  }

  /// Whether a line may name a work.
  private static func namesWork(_ line: String) -> Bool {
    let saysSomething = line.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return saysSomething && !pointsBack(line)
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
