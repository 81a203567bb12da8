import IbidModel

/// Takes a Markdown text, or one that is made of such blocks, apart into title, blocks, notes and citations.
struct MarkdownDraft {
  private let markdown: BlockText
  private var writer = DraftWriter()

  /// The draft of a Markdown text, without the citations that only a numbered list of references makes.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    let lines = TextLines.lines(of: bytes, from: start)
    let frontMatter = FrontMatter(bytes, lines: lines)
    let body = lines.dropFirst(frontMatter.lineCount).map { MarkdownLine(range: $0.range, indent: $0.indent) }
    return draft(.markdown(bytes, [MarkdownBlocks(bytes, lines: body)], title: frontMatter.title))
  }

  /// The draft of a text that has been cut into blocks: with the notes behind its headings, else with those of the list
  /// at its end that no heading announces.
  static func draft(_ text: BlockText) -> ArticleDraft {
    let read = { (lists: [Range<Int>]) in
      var reader = MarkdownDraft(markdown: text)
      reader.read(lists: lists)
      return reader.writer.draft
    }
    let draft = read(MarkdownNoteSections.headed(text))
    guard draft.notes.isEmpty else { return draft }
    for list in MarkdownNoteSections.unheaded(text) {
      let candidate = read([list])
      if NoteListEvidence.holdsNotes(candidate) { return candidate }
    }
    return draft
  }

  private init(markdown: BlockText) { self.markdown = markdown }

  private var bytes: [UInt8] { markdown.bytes }

  /// Appends the blocks; those of `lists` are notes.
  private mutating func read(lists: [Range<Int>]) {
    let levels = HeadingLevels(markdown.blocks, of: bytes, hasTitle: markdown.title != nil)
    var index = 0
    for list in lists + [markdown.blocks.count..<markdown.blocks.count] {
      while index < list.lowerBound {
        var block = markdown.blocks[index]
        index += 1
        let level = levels.level(of: block, at: index - 1)
        // A paragraph may stand for the list's heading.
        let announces = index == list.lowerBound && block.kind == .paragraph && announcesNotes(block)
        if announces { block.kind = .heading(level: 2) }
        append(block, level: announces ? 2 : level)
      }
      for entry in MarkdownNoteList(bytes, blocks: markdown.blocks[list]).entries { append(entry) }
      index = list.upperBound
    }
    let taken = Set(writer.draft.notes.map(\.label))
    for note in markdown.notes { append(note, taken: taken) }
    writer.draft.title = markdown.title ?? title(levels)
  }

  private func announcesNotes(_ block: MarkdownBlock) -> Bool {
    block.pieces.count == 1 && block.listDepth == 0 && NoteHeading.kind(bytes, block.pieces[0]) != nil
  }

  private func title(_ levels: HeadingLevels) -> String? {
    guard let index = levels.titleBlock, index < writer.draft.blocks.count else { return nil }
    let range = writer.draft.blocks[index].range
    return ReadingText.string(
      writer.draft.text, range, without: writer.draft.citations.filter { range.contains($0.range.lowerBound) }[...])
  }

  private mutating func append(_ block: MarkdownBlock, level: Int) {
    let range = appendText(block)
    let setting: Sentence.Setting
    switch block.kind {
    case .heading: setting = .heading
    case .tableRow: setting = .caption
    case .paragraph, .verbatim:
      setting =
        isImage(block) ? .caption : block.isQuoted ? .quotation : block.listDepth > 0 ? .listItem : .paragraph
    }
    writer.draft.blocks.append(
      .init(range: range, setting: setting, level: level, isVerbatim: block.kind == .verbatim))
  }

  /// Whether a paragraph is one picture.
  private func isImage(_ block: MarkdownBlock) -> Bool {
    guard let first = block.pieces.first, let last = block.pieces.last?.last else { return false }
    return bytes[first].starts(with: [UInt8(ascii: "!"), UInt8(ascii: "[")])
      && (bytes[last] == UInt8(ascii: ")") || bytes[last] == UInt8(ascii: "}") || bytes[last] == UInt8(ascii: "]"))
  }

  private mutating func appendText(_ block: MarkdownBlock) -> Range<Int> {
    let start = writer.offset
    if block.kind == .verbatim || block.kind == .tableRow && block.pieces.isEmpty {
      for piece in block.pieces { writer.append(bytes[piece], source: piece.lowerBound) }
    } else {
      markdown.appendInline(block.pieces, &writer)
    }
    let end = writer.offset
    writer.endBlock(at: block.pieces.last?.upperBound ?? block.start)
    return start..<end
  }

  private mutating func append(_ entry: MarkdownNoteList.Entry) {
    let paragraphs = appendParagraphs(entry.blocks)
    appendNote(entry.label, start: entry.start, paragraphs)
  }

  private mutating func append(_ note: BlockNote, taken: Set<String>) {
    var label = note.label
    if taken.contains(label) {
      for index in writer.draft.citations.indices where writer.draft.citations[index].markers.first?.style == .footnote
      {
        for marker in writer.draft.citations[index].markers.indices
        where writer.draft.citations[index].markers[marker].target == .note(label) {
          writer.draft.citations[index].markers[marker].target = .note("fn:" + label)
        }
      }
      label = "fn:" + label
    }
    appendNote(label, start: note.start, appendParagraphs(note.blocks))
  }

  private mutating func appendParagraphs(_ blocks: [MarkdownBlock]) -> [ArticleDraft.NoteDraft.Paragraph] {
    blocks.filter { $0.kind != .verbatim || !$0.pieces.isEmpty }.map { block in
      .init(range: appendText(block), listDepth: block.listDepth)
    }
  }

  /// A note's range starts at its label, which stands before its first paragraph in the file and not in the text.
  private mutating func appendNote(_ label: String, start: Int, _ paragraphs: [ArticleDraft.NoteDraft.Paragraph]) {
    var note = ArticleDraft.NoteDraft(
      label: label, range: (paragraphs.first?.range.lowerBound ?? 0)..<(paragraphs.last?.range.upperBound ?? 0),
      paragraphs: paragraphs)
    note.sourceStart = start
    writer.draft.notes.append(note)
  }
}
