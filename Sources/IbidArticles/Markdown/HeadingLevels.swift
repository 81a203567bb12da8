/// What the headings' levels of a Markdown text mean: whether the first one is the title.
struct HeadingLevels {
  /// The block that holds the title.
  private(set) var titleBlock: Int?

  /// Levels of the headings among `blocks`, whose text stands in `bytes`; one over a list of notes is no title.
  init(_ blocks: [MarkdownBlock], of bytes: [UInt8], hasTitle: Bool) {
    guard !hasTitle else { return }
    let tops = blocks.indices.filter { blocks[$0].kind == .heading(level: 1) }
    guard tops.count == 1, let first = tops.first, !blocks[..<first].contains(where: Self.isHeading) else { return }
    let announcesNotes = blocks[first].pieces.first.map { NoteHeading.announcesNotes(bytes, $0) } ?? false
    if !announcesNotes { titleBlock = first }
  }

  /// The level below the title; 0 for the title.
  func level(of block: MarkdownBlock, at index: Int) -> Int {
    guard case .heading(let level) = block.kind else { return 0 }
    if index == titleBlock { return 0 }
    return titleBlock == nil ? level : max(1, level - 1)
  }

  private static func isHeading(_ block: MarkdownBlock) -> Bool {
    if case .heading = block.kind { true } else { false }
  }
}
