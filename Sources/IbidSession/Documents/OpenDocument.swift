/// A text that somebody has open in an editor, and what was found in it last.
package struct OpenDocument: Sendable {
  /// The file's path.
  package let path: String
  /// The article's format; nil to recognize it.
  package let format: String?
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
  init(path: String, text: String, version: Int?, format: String?, at now: UInt64) {
    self.path = path
    self.format = format
    self.text = EditedText(Array(text.utf8))
    self.version = version
    debounce.hurry(at: now)
  }

  /// Whether the last check saw the text as it is.
  package var isFresh: Bool { checked != nil && debounce.due == nil }

  /// Puts text in the place of a stretch.
  mutating func change(_ range: Range<Int>, to replacement: String, version: Int?, at now: UInt64) {
    let bytes = Array(replacement.utf8)
    let range = range.clamped(to: 0..<text.bytes.count)
    // Editors send more than has changed, some of them all of the text.
    let same = Self.sameEnds(text.bytes[range], bytes)
    text.replace(range, with: bytes)
    shift.add(range.lowerBound + same.start..<range.upperBound - same.end, count: bytes.count - same.start - same.end)
    self.version = version
    debounce.change(at: now)
  }

  /// How many bytes two texts have alike at their starts, and at their ends beside those.
  private static func sameEnds(_ old: ArraySlice<UInt8>, _ new: [UInt8]) -> (start: Int, end: Int) {
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old[old.startIndex + start] == new[start] { start += 1 }
    var end = 0
    while end < most - start, old[old.endIndex - 1 - end] == new[new.count - 1 - end] { end += 1 }
    return (start, end)
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
