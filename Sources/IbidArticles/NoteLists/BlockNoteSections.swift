import IbidModel

/// A list of references that no link points at, behind a heading or at the end of the article.
enum BlockNoteSections {
  /// Makes notes of the blocks of such a list, where the article has no notes yet.
  static func takeNotes(from draft: inout ArticleDraft) {
    guard draft.notes.isEmpty else { return }
    partHeadingLines(of: &draft)
    if takeHeaded(from: &draft, of: .list) || takeHeaded(from: &draft, of: .doubtful) { return }
    takeUnheaded(from: &draft)
  }

  /// Makes blocks of their own of lines that announce a list and have lines below them in their paragraph.
  private static func partHeadingLines(of draft: inout ArticleDraft) {
    let text = draft.text
    draft.blocks = draft.blocks.flatMap { block -> [ArticleDraft.Block] in
      guard block.setting == .paragraph else { return [block] }
      let lines = text[block.range].split(separator: 0x0A).map { text.trimmedASCII($0.startIndex..<$0.endIndex) }
      guard let heading = lines.dropLast().lastIndex(where: { NoteHeading.announcesNotes(text, $0) }) else {
        return [block]
      }
      return [lines[..<heading], [lines[heading]], lines[(heading + 1)...]].compactMap { part in
        guard let first = part.first, let last = part.last else { return nil }
        var made = block
        made.range = first.lowerBound..<last.upperBound
        return made
      }
    }
  }

  /// The list behind the heading that most references stand under.
  private static func takeHeaded(from draft: inout ArticleDraft, of kind: NoteHeading.Kind) -> Bool {
    var best: (heading: Int, list: BlockNoteList, references: Int)?
    for (index, block) in draft.blocks.enumerated() where block.setting == .heading || block.setting == .paragraph {
      guard NoteHeading.kind(draft.text, block.range) == kind else { continue }
      let list = BlockNoteList(draft.text, draft.blocks[(index + 1)...], isTight: false)
      guard NoteListEvidence.holdsNotes(list.notes, of: draft.text, isNumbered: list.isNumbered, under: kind) else {
        continue
      }
      let references = list.notes.count {
        ReferenceShape(draft.text, $0.paragraphs.first?.range ?? $0.range).points >= ReferenceShape.likely
      }
      if best.map({ references > $0.references }) ?? true { best = (index, list, references) }
    }
    guard let best else { return false }
    if draft.blocks[best.heading].setting != .heading {
      draft.blocks[best.heading].setting = .heading
      draft.blocks[best.heading].level = 2
    }
    draft.notes = best.list.notes
    draft.blocks.removeSubrange(best.heading + 1..<best.list.end)
    return true
  }

  /// What may stand behind a list that no heading announces, in bytes, or as a share of the text.
  private static let mostBehind = (bytes: 2_000, share: 4)
  /// Lists that are looked at, the last ones.
  private static let mostLists = 4

  /// The numbered list at the end of the article, where it reads as one of notes.
  private static func takeUnheaded(from draft: inout ArticleDraft) {
    var lists: [(start: Int, list: BlockNoteList)] = []
    for index in draft.blocks.indices.dropFirst() where index >= lists.last?.list.end ?? 0 {
      guard draft.blocks[index].setting != .heading, draft.blocks[index].setting != .metadata, beginsList(draft, index)
      else { continue }
      let list = BlockNoteList(draft.text, draft.blocks[index...], isTight: true)
      if !list.notes.isEmpty { lists.append((index, list)) }
    }
    for (start, list) in lists.suffix(mostLists).reversed() {
      let behind = list.end < draft.blocks.count ? draft.text.count - draft.blocks[list.end].range.lowerBound : 0
      guard behind <= max(mostBehind.bytes, draft.text.count / mostBehind.share) else { continue }
      var candidate = draft
      candidate.notes = list.notes
      candidate.blocks.removeSubrange(start..<list.end)
      if NoteListEvidence.holdsNotes(candidate) {
        draft = candidate
        return
      }
    }
  }

  private static func beginsList(_ draft: ArticleDraft, _ index: Int) -> Bool {
    if case .numbered(let number) = draft.blocks[index].item { return number == 1 }
    return ListLabel(draft.text, draft.blocks[index].range, bare: true)?.number == 1
  }
}
