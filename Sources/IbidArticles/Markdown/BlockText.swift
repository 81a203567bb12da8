import IbidModel

/// A text that a format's reader has cut into blocks, and how the inside of a block is read.
struct BlockText {
  /// The file.
  var bytes: [UInt8]
  var blocks: [MarkdownBlock] = []
  /// The notes that the format marks as such, wherever they were defined.
  var notes: [BlockNote] = []
  /// The title that the text gives itself before it begins.
  var title: String?
  /// Appends the text of a block's stretches, a line each, with its citations and notes.
  var appendInline: (_ pieces: [Range<Int>], _ writer: inout DraftWriter) -> Void
}

/// A note of such a text.
struct BlockNote {
  var label: String
  /// Where the definition starts in the file.
  var start: Int
  var blocks: [MarkdownBlock]
}
