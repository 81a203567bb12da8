import IbidModel

/// Where lists of notes stand among the blocks of a Markdown text.
enum MarkdownNoteSections {
  /// The blocks of each list behind a heading that announces one, down to the next heading of its level. «Further
  /// reading» is one where no other is.
  static func headed(_ bytes: [UInt8], _ blocks: [MarkdownBlock]) -> [Range<Int>] {
    let lists = lists(bytes, blocks, of: [.list])
    return lists.isEmpty ? self.lists(bytes, blocks, of: [.further]) : lists
  }

  private static func lists(
    _ bytes: [UInt8], _ blocks: [MarkdownBlock], of kinds: Set<NoteHeading.Kind>
  ) -> [Range<Int>] {
    var lists: [Range<Int>] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard let level = level(of: block), let piece = block.pieces.first,
        let kind = NoteHeading.kind(bytes, piece), kinds.contains(kind)
      else { continue }
      let end = blocks[index...].firstIndex { (Self.headingLevel($0) ?? 7) <= level } ?? blocks.count
      let list = MarkdownNoteList(bytes, blocks: blocks[index..<end])
      guard !list.entries.isEmpty, list.isNumbered || mayHoldReferences(list, bytes) else { continue }
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

  private static func mayHoldReferences(_ list: MarkdownNoteList, _ bytes: [UInt8]) -> Bool {
    list.entries.contains { entry in
      entry.blocks.first?.pieces.contains { ReferenceShape(bytes, $0).points > 0 } ?? false
    }
  }

  // MARK: Without a heading

  /// The numbered lists near the end of a text that no heading announces, the last first, with the blocks that they take.
  static func unheaded(_ bytes: [UInt8], _ blocks: [MarkdownBlock]) -> [Range<Int>] {
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
    let size = { (blocks: ArraySlice<MarkdownBlock>) in blocks.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.count } } }
    let text = size(blocks[...])
    return lists.suffix(8).reversed().filter { list in
      let behind = size(blocks[list.upperBound...])
      return behind <= max(2_000, text / 4)
    }
  }
}
