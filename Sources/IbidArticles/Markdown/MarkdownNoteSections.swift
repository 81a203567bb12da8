import IbidModel

/// Where lists of notes stand among the blocks of a Markdown text.
enum MarkdownNoteSections {
  /// The blocks of each list behind a heading that announces one, down to the next heading of its level. One that is
  /// doubtful counts where no other is.
  static func headed(_ text: BlockText) -> [Range<Int>] {
    let lists = lists(text, of: .list)
    return lists.isEmpty ? self.lists(text, of: .doubtful) : lists
  }

  private static func lists(_ text: BlockText, of kind: NoteHeading.Kind) -> [Range<Int>] {
    let (bytes, blocks) = (text.bytes, text.blocks)
    var lists: [Range<Int>] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard let level = level(of: block), let piece = block.pieces.first,
        NoteHeading.kind(bytes, piece) == kind, text.mayListNotes(under: piece, at: index)
      else { continue }
      let end = blocks[index...].firstIndex { (Self.headingLevel($0) ?? 7) <= level } ?? blocks.count
      let list = MarkdownNoteList(bytes, blocks: blocks[index..<end])
      let notes = list.entries.compactMap { entry -> ArticleDraft.NoteDraft? in
        guard let first = entry.blocks.first?.pieces.first, let last = entry.blocks.first?.pieces.last else {
          return nil
        }
        let range = first.lowerBound..<max(first.upperBound, last.upperBound)
        return .init(label: entry.label, range: range, paragraphs: [])
      }
      guard NoteListEvidence.holdsNotes(notes, of: bytes, isNumbered: list.isNumbered, under: kind) else { continue }
      lists.append(index..<end)
      index = end
    }
    return lists
  }

  private static func headingLevel(_ block: MarkdownBlock) -> Int? {
    if case .heading(let level) = block.kind { level } else { nil }
  }

  /// The level of a heading; 6 for a paragraph of one line, which may stand for one: `**References**`.
  private static func level(of block: MarkdownBlock) -> Int? {
    if block.kind == .paragraph, block.pieces.count == 1, block.listDepth == 0, !block.isQuoted { return 6 }
    return headingLevel(block)
  }

  // MARK: Without a heading

  /// The numbered lists near the end of a text that no heading announces, the last first, with the blocks that they take.
  static func unheaded(_ text: BlockText) -> [Range<Int>] {
    let (bytes, blocks) = (text.bytes, text.blocks)
    var lists: [Range<Int>] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let first = block.pieces.first
      let starts =
        block.startsItem
        ? block.listDepth == 1 && block.number == 1
        : block.listDepth == 0 && block.kind == .paragraph && !block.isQuoted
          && first.flatMap { MarkdownEntryLabel(bytes, $0) }?.number == 1
      let list = starts ? MarkdownNoteList(bytes, tight: blocks[index...]) : nil
      if let list, !list.entries.isEmpty, index > 0 {
        lists.append(index..<max(list.end, index + 1))
        index = max(list.end, index + 1)
      } else {
        index += 1
      }
    }
    let size = { (blocks: ArraySlice<MarkdownBlock>) in blocks.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.count } }
    }
    let whole = size(blocks[...])
    return lists.suffix(4).reversed().filter { list in
      let behind = size(blocks[list.upperBound...])
      return behind <= max(2_000, whole / 4)
    }
  }
}
