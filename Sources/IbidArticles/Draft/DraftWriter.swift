import IbidText

/// Appends to a draft's text what stands in a file without its markup, and keeps where it stood.
struct DraftWriter {
  var draft = ArticleDraft(text: [])

  /// The offset at which the next byte will stand.
  var offset: Int { draft.text.count }

  /// Appends bytes that stand in the file as they read, from `source` on.
  mutating func append(_ bytes: ArraySlice<UInt8>, source: Int) {
    guard !bytes.isEmpty else { return }
    draft.map.begin(text: offset, source: source)
    draft.text += bytes
  }

  /// Appends text that was written in the file as `source`: an entity, an escape.
  mutating func append(_ text: String, source: Range<Int>) {
    draft.map.begin(text: offset, source: source.lowerBound, width: source.count)
    draft.text += text.utf8
  }

  /// Takes back what was appended from `offset` on.
  mutating func truncate(to offset: Int) {
    draft.map.truncate(to: offset)
    draft.text.removeSubrange(min(offset, draft.text.count)...)
  }

  /// Ends a block, so that no word of the next joins its last.
  mutating func endBlock(at source: Int) {
    draft.map.begin(text: offset, source: source, width: 1)
    draft.text += [0x0A, 0x0A]
  }
}
