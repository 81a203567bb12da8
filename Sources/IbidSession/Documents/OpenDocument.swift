package import IbidModel

/// A text that somebody has open in an editor, and what was found in it last.
package struct OpenDocument: Sendable {
  /// The file's path.
  package let path: String
  /// The text as the editor has it.
  package private(set) var text: EditedText
  /// The editor's number of that text.
  package private(set) var version: Int?
  /// What was found, be it in an older text; nil before the first check.
  package private(set) var checked: CheckedDocument?
  /// How the text has moved since.
  package private(set) var shift = OffsetShift()
  /// When it is to be checked.
  package private(set) var debounce = Debounce()

  /// A document that was just opened, and is to be checked.
  init(path: String, text: String, version: Int?, at now: UInt64) {
    self.path = path
    self.text = EditedText(Array(text.utf8))
    self.version = version
    debounce.hurry(at: now)
  }

  /// Whether the last check saw the text as it is.
  package var isFresh: Bool { checked != nil && debounce.due == nil }

  /// Puts text in the place of a stretch.
  mutating func change(_ range: Range<Int>, to replacement: String, version: Int?, at now: UInt64) {
    let bytes = Array(replacement.utf8)
    text.replace(range, with: bytes)
    shift.add(range, count: bytes.count)
    self.version = version
    debounce.change(at: now)
  }

  /// Wants a check at once: the file was saved, or something beside it has changed.
  mutating func hurry(at now: UInt64) { debounce.hurry(at: now) }

  /// Takes up what a check found in the text as it is.
  mutating func take(_ result: CheckedDocument) {
    checked = result
    shift = OffsetShift()
    debounce.finish()
  }
}
