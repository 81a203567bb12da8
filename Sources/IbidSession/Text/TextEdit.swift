/// Other text in the place of a stretch.
package struct TextEdit: Sendable, Hashable {
  /// 0-based half-open range of UTF-8 offsets.
  package var range: Range<Int>
  /// What stands there then.
  package var replacement: String

  package init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  /// Text put in at a place.
  package init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

extension EditedText {
  /// The text with these edits made, none of which touches another.
  package func applying(_ edits: [TextEdit]) -> EditedText {
    var text = self
    for edit in edits.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) > ($1.element.range.lowerBound, $1.offset)
    }) {
      text.replace(edit.element.range, with: Array(edit.element.replacement.utf8))
    }
    return text
  }
}
