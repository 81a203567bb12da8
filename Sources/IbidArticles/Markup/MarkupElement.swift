import IbidModel

/// An element of XML with all that is in it, for stretches that are small.
struct MarkupElement {
  enum Content {
    case text(String)
    case element(MarkupElement)
  }

  /// The local name, in lower case.
  var name: String
  var attributes: [(name: String, value: String)] = []
  var content: [Content] = []

  /// Elements stand at most so deep; what is deeper counts for the one that holds it.
  private static let deepest = 64

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  var children: [MarkupElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func child(_ name: String) -> MarkupElement? { children.first { $0.name == name } }

  /// The first element that is reached by these names, one within the other.
  func find(_ names: String...) -> MarkupElement? {
    var found: MarkupElement? = self
    for name in names { found = found?.child(name) }
    return found
  }

  /// The text inside, on one line, with CSL's tags; elements of these names are left out.
  func richText(without omitted: Set<String> = []) -> String {
    var text = ""
    append(to: &text, omitted)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let tags = ["italic": "i", "bold": "b", "sup": "sup", "sub": "sub"]

  private func append(to text: inout String, _ omitted: Set<String>) {
    for content in content {
      switch content {
      case .text(let piece): text += piece
      case .element(let element):
        if omitted.contains(element.name) { continue }
        let tag = Self.tags[element.name]
        if let tag { text += "<\(tag)>" }
        element.append(to: &text, omitted)
        if let tag { text += "</\(tag)>" }
        if element.name == "p" || element.name == "title" { text += " " }
      }
    }
  }

  /// The first element of this name in a document; nil where there is none.
  static func first(_ name: String, in bytes: [UInt8]) -> MarkupElement? {
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
    var open: [MarkupElement] = []
    func closeLast(_ open: inout [MarkupElement]) {
      let element = open.removeLast()
      open[open.count - 1].content.append(.element(element))
    }
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        guard !open.isEmpty || tag.name == name, open.count < deepest else { continue }
        open.append(MarkupElement(name: tag.name, attributes: tag.attributes))
        if tag.isEmpty, open.count > 1 { closeLast(&open) }
      case .end(let ended, _):
        guard let place = open.lastIndex(where: { $0.name == ended }) else { continue }
        while open.count > max(1, place) { closeLast(&open) }
        if place == 0 { return open.first }
      case .text(let range, let isLiteral):
        guard !open.isEmpty else { continue }
        var text: [UInt8] = []
        MarkupFields.appendText(bytes, range, isLiteral: isLiteral, to: &text)
        open[open.count - 1].content.append(.text(String(decoding: text, as: UTF8.self)))
      }
    }
    return open.first
  }
}
