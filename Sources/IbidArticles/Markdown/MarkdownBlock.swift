/// A block of Markdown or of a markup like it: its kind and the stretches of the file that make its text.
struct MarkdownBlock: Sendable {
  enum Kind: Sendable, Hashable {
    case paragraph
    case heading(level: Int)
    case verbatim
    case tableRow
  }

  var kind: Kind
  /// The text's stretches of the file, a line each, containers' marks left out.
  var pieces: [Range<Int>]
  /// How deep in lists it stands.
  var listDepth = 0
  /// Whether it stands in a block quotation.
  var isQuoted = false
  /// Whether it is a list item's first paragraph, and the item's number in an ordered list.
  var startsItem = false
  var number: Int?
  /// Where the item's or the note's label starts.
  var start: Int
}

/// A footnote's definition.
struct MarkdownFootnote: Sendable {
  var label: Range<Int>
  /// Where the definition starts.
  var start: Int
  var blocks: [MarkdownBlock]
}
