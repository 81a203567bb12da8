import IbidModel

/// What a document's styles mean: which are headings, which raise their text.
///
/// A style's identifier is in the language of Word («berschrift1»), its name is English («heading 1»).
struct DocxStyles {
  /// Heading levels by identifier; 0 for the title.
  private(set) var levels: [String: Int] = [:]
  /// Character styles that raise their text.
  private(set) var raised: Set<String> = []

  init(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false, longestTag: DocxDraft.longestTag)
    var id = ""
    while let token = scanner.next() {
      guard case .start(let tag) = token else { continue }
      switch tag.name {
      case "style": id = tag["styleid"] ?? ""
      case "name": if let level = Self.level(named: tag["val"] ?? "") { levels[id] = level }
      case "outlinelvl":
        if levels[id] == nil, let level = tag["val"].flatMap(Int.init), (0...5).contains(level) {
          levels[id] = level + 1
        }
      case "vertalign": if tag["val"] == "superscript" { raised.insert(id) }
      default: break
      }
    }
  }

  /// The level of the heading that a paragraph's style makes it; nil where it is none.
  func level(of style: String) -> Int? {
    levels[style] ?? Self.level(named: style)
  }

  /// «heading 1», «Heading1» and «Title».
  private static func level(named name: String) -> Int? {
    let name = name.lowercased()
    if name == "title" { return 0 }
    guard name.hasPrefix("heading"), let digit = name.last?.wholeNumberValue, (1...6).contains(digit),
      name.utf8.count <= 9
    else { return nil }
    return digit
  }
}
