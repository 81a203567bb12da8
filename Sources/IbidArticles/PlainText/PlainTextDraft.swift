import IbidModel

/// Takes a plain text apart into title, blocks and notes.
struct PlainTextDraft {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  private(set) var draft: ArticleDraft

  /// The draft of a text: with the notes behind its headings, else with those of the list at its end that no heading
  /// announces.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    let lines = TextLines.lines(of: bytes, from: start)
    let sections = PlainNoteSections.headed(bytes, lines)
    let draft = PlainTextDraft(bytes, lines, sections: sections).draft
    guard draft.notes.isEmpty else { return draft }
    for section in PlainNoteSections.unheaded(bytes, lines) {
      let candidate = PlainTextDraft(bytes, lines, sections: [section]).draft
      if NoteListEvidence.holdsNotes(candidate) { return candidate }
    }
    return draft
  }

  private init(_ bytes: [UInt8], _ lines: [TextLine], sections: [PlainNoteSections.Section]) {
    self.bytes = bytes
    self.lines = lines
    draft = ArticleDraft(text: bytes)
    var line = 0
    for section in sections {
      appendBlocks(line..<section.start, endsBody: true)
      if let heading = section.heading {
        draft.blocks.append(.init(range: lines[heading].range, setting: .heading, level: 1))
      }
      draft.notes += section.list.notes
      line = section.list.endLine
    }
    appendBlocks(line..<lines.count, endsBody: sections.isEmpty, isBehindNotes: !sections.isEmpty)
    findTitle()
  }

  private mutating func appendBlocks(_ range: Range<Int>, endsBody: Bool, isBehindNotes: Bool = false) {
    let groups = ParagraphLines.groups(bytes, lines, range)
    for (number, group) in groups.enumerated() {
      guard let head = group.first, let tail = group.last else { continue }
      let text = lines[head].range.lowerBound..<lines[tail].range.upperBound
      var setting = BlockSetting.setting(bytes, text)
      let isFollowed = number + 1 < groups.count || endsBody && range.upperBound < lines.count
      if setting == .paragraph || setting == .listItem, group.count == 1, isFollowed,
        PlainHeading.isHeading(bytes, lines, head)
      {
        setting = .heading
      } else if setting == .paragraph, let last = draft.blocks.last?.setting, last == .heading || last == .caption,
        BlockSetting.describesPicture(bytes, text)
      {
        setting = .caption
      }
      if isBehindNotes { setting = .metadata }
      let level = setting == .heading ? PlainHeading.level(bytes, text) : 0
      draft.blocks.append(.init(range: text, setting: setting, level: level))
    }
  }

  /// The title is the one of the leading headings that is written most like a title; what stands before it is
  /// navigation. A section's name is no title.
  private mutating func findTitle() {
    let leading = draft.blocks.prefix(4).prefix { $0.setting == .heading || $0.setting == .metadata }
    var best: (index: Int, score: Double)?
    for (index, block) in leading.enumerated() where block.setting == .heading {
      if SectionName.isCommon(bytes, block.range) { break }
      let score = PlainHeading.titleCase(bytes, block.range)
      if best.map({ score > $0.score + 0.2 }) ?? true { best = (index, score) }
    }
    guard let best else { return }
    draft.title = ReadingText.string(bytes, draft.blocks[best.index].range)
    for index in 0..<best.index { draft.blocks[index].setting = .metadata }
    draft.blocks[best.index].level = 0
    let subtitle = best.index + 1
    if subtitle + 1 < draft.blocks.count, draft.blocks[subtitle].setting == .heading,
      draft.blocks[subtitle + 1].setting == .metadata
    {
      draft.blocks[subtitle].level = 0
    }
  }
}
