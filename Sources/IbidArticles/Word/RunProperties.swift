import IbidModel

/// A run's properties as they are written, in which a style's formatting is put in and taken out.
///
/// Source: ECMA-376, part 1, section 17.3.2 (run properties; their order is that of the schema, annex A).
struct RunProperties: Sendable {
  private var elements: [(name: String, text: String)] = []
  private let prefix: String

  /// The properties of a run: the children of its `rPr`; none for nil.
  init(_ part: WordPart, _ properties: Int?) {
    prefix = part.prefix
    guard let properties else { return }
    for child in part.children(of: properties) {
      let tag = part.bytes[part.tokens[child].range]
      let name = tag.dropFirst().prefix { !$0.isASCIISpace && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
      let local = name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
      elements.append((local, String(decoding: part.bytes[part.extent(child)], as: UTF8.self)))
    }
  }

  /// Takes these properties out.
  mutating func remove(_ names: Set<String>) { elements.removeAll { names.contains($0.name) } }

  /// Takes out what a style wrote as part of a citation: what `runs`, as they were before, ask for.
  mutating func removeFormatting(of runs: [WordRun]) {
    if runs.contains(where: { $0.format.isItalic != nil }) { remove(["i", "iCs"]) }
    if runs.contains(where: { $0.format.isBold != nil }) { remove(["b", "bCs"]) }
    if runs.contains(where: { $0.format.isSmallCaps != nil }) { remove(["smallCaps"]) }
    if runs.contains(where: { $0.format.isUnderlined != nil }) { remove(["u"]) }
    if runs.contains(where: { $0.format.height != .baseline }) { remove(["vertAlign"]) }
  }

  /// Takes out all that a style can ask for.
  mutating func removeFormatting() {
    remove(["i", "iCs", "b", "bCs", "smallCaps", "u", "vertAlign"])
  }

  /// The properties with a run's formatting put in; empty where there is none.
  func text(with format: WordRun.Format) -> String {
    var copy = self
    copy.set(["i", "iCs"], format.isItalic, on: "", off: "0")
    copy.set(["b", "bCs"], format.isBold, on: "", off: "0")
    copy.set(["smallCaps"], format.isSmallCaps, on: "", off: "0")
    copy.set(["u"], format.isUnderlined, on: "single", off: "none")
    if format.height != .baseline { copy.set(["vertAlign"], true, on: format.height.rawValue, off: "") }
    guard !copy.elements.isEmpty else { return "" }
    return "<\(prefix)rPr>" + copy.elements.map(\.text).joined() + "</\(prefix)rPr>"
  }

  private mutating func set(_ names: [String], _ isOn: Bool?, on: String, off: String) {
    guard let isOn else { return }
    remove(Set(names))
    let value = isOn ? on : off
    for name in names {
      let attribute = value.isEmpty ? "" : " \(prefix.isEmpty ? "w:" : prefix)val=\"\(value)\""
      let rank = Self.rank(name)
      let place = elements.firstIndex { Self.rank($0.name) > rank } ?? elements.count
      elements.insert((name, "<\(prefix)\(name)\(attribute)/>"), at: place)
    }
  }

  private static func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }

  private static let order = [
    "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike",
    "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign",
    "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
  ]
}
