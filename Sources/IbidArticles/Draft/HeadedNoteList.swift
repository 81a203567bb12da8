import IbidModel

/// A list of references under a heading that no link points at: one entry an item or paragraph.
enum HeadedNoteList {
  /// Makes notes of the blocks under such a heading, where the article has no notes yet.
  static func takeNotes(from draft: inout ArticleDraft) {
    guard draft.notes.isEmpty else { return }
    for (index, block) in draft.blocks.enumerated() where block.setting == .heading {
      guard NoteHeading.announcesNotes(draft.text, block.range) else { continue }
      let behind = draft.blocks[(index + 1)...]
      let entries = behind.prefix { $0.setting != .heading && $0.setting != .metadata }
      guard !entries.isEmpty else { continue }
      for (number, entry) in entries.enumerated() {
        let label = ListLabel(draft.text, entry.range)
        let text = label?.number == number + 1 ? (label?.text ?? entry.range.lowerBound) : entry.range.lowerBound
        draft.notes.append(
          .init(
            label: String(number + 1), range: entry.range, paragraphs: [.init(range: text..<entry.range.upperBound)]))
      }
      draft.blocks.removeSubrange(entries.startIndex..<entries.endIndex)
      return
    }
  }
}
