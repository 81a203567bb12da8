import IbidModel

/// A text that a format's reader has cut into blocks, and how the inside of a block is read.
struct BlockText {
  /// The file.
  var bytes: [UInt8]
  var blocks: [MarkdownBlock] = []
  /// The notes that the format marks as such, wherever they were defined.
  var notes: [BlockNote] = []
  /// Whether the format has notes of its own, so that «Notes» stands over prose more often than over a list.
  var marksNotes = false
  /// The title that the text gives itself before it begins.
  var title: String?
  /// Appends the text of a block's stretches, a line each, with its citations and notes.
  var appendInline: (_ pieces: [Range<Int>], _ writer: inout DraftWriter) -> Void

  /// Whether the block at `index`, the first under a heading that announces notes, may begin a list of them.
  func mayListNotes(under heading: Range<Int>, at index: Int) -> Bool {
    guard marksNotes, blocks.indices.contains(index), !blocks[index].startsItem else { return true }
    // `[1]_` at the start of a sentence is no label: no blank follows it.
    let label = blocks[index].pieces.first.flatMap { ListLabel(bytes, $0) }
    let isNumbered = label.map { $0.text > $0.range.upperBound } ?? false
    return isNumbered || Array(bytes[heading]).loweredASCII != Array("notes".utf8)
  }
}

/// A note of such a text.
struct BlockNote {
  var label: String
  /// Where the definition starts in the file.
  var start: Int
  var blocks: [MarkdownBlock]
}
