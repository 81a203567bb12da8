/// An element of a record in XML with all that is in it, in its order: text between elements counts where text has
/// markup.
///
/// Names are local names.
struct RecordElement {
  /// Text or an element.
  enum Content {
    case text(String)
    case element(RecordElement)
  }

  /// The local name.
  var name: String
  /// The attributes in their order; `xml:lang` is `lang`.
  var attributes: [(name: String, value: String)] = []
  /// What stands inside.
  var content: [Content] = []

  /// The value of this attribute, or nil.
  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The elements directly inside.
  var children: [RecordElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of this name directly inside.
  func children(_ name: String) -> [RecordElement] { children.filter { $0.name == name } }

  /// The first of them.
  func child(_ name: String) -> RecordElement? {
    for case .element(let element) in content where element.name == name { return element }
    return nil
  }

  /// All text inside, without markup, white space runs made one blank.
  var line: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// All text inside as it stands, without markup.
  var text: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    for content in content {
      switch content {
      case .text(let piece): text += piece
      case .element(let element): element.appendText(to: &text)
      }
    }
  }
}
