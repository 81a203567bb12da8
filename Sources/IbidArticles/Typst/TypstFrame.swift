import IbidModel

/// What a bracket of Typst opened, and what is to be done where it closes.
enum TypstFrame {
  /// `[…]`: markup.
  case content(Content, TypstCall?)
  /// `(…)` or `{…}`: code.
  case code(Code)

  enum Content {
    /// Content that changes nothing.
    case plain
    /// Brackets of the text itself.
    case literal
    /// A block of its own; the settings before it come back.
    case block(before: Sentence.Setting, isTitle: Bool)
    /// A footnote: its number, where its mark and its text start in the draft, and the mark in the file.
    case note(number: Int, start: Int, text: Int, source: Int)
    /// A link's words.
    case link(text: Int, address: String)
  }

  struct Code {
    var closing: UInt8
    var call: TypstCall
    /// The argument that is read, as `caption`; empty for one without a name.
    var argument = ""
    /// The name that stands before the next bracket.
    var name = ""
    /// Whether nothing in it is shown where it stands.
    var isSilent = false
  }

  /// Whether paragraphs end in it: not in a footnote or a link's words.
  var holdsParagraphs: Bool {
    switch self {
    case .content(.note, _), .content(.link, _): false
    default: true
    }
  }
}

/// A function that is called, as far as what it is called with matters.
struct TypstCall {
  var function = ""
  var address: String?
  var level = 1
  var isBlock = false
  /// Where the call starts in the file.
  var source = 0

  /// Whether its content is part of the sentence.
  var isInline: Bool { Self.inline.contains(function) }

  /// What its content is: a figure's is a caption, a quotation's the words of others.
  var setting: Sentence.Setting {
    switch function {
    case "heading", "title": .heading
    case "quote", "blockquote": .quotation
    case "figure", "table", "grid", "cell", "header", "footer", "table.cell", "table.header", "table.footer",
      "grid.cell", "subfigure", "image":
      .caption
    case "list", "enum", "terms", "list.item", "enum.item", "terms.item": .listItem
    default: .paragraph
    }
  }

  private static let inline: Set<String> = [
    "emph", "strong", "text", "underline", "highlight", "super", "sub", "smallcaps", "box", "upper", "lower", "strike",
    "overline", "link", "ref", "footnote", "todo", "note",
  ]
}
