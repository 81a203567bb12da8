import IbidModel

/// Takes a plain text apart into title, blocks and notes.
struct PlainTextDraft {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  private(set) var draft: ArticleDraft

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    lines = TextLines.lines(of: bytes, from: start)
    draft = ArticleDraft(text: bytes)
    let sections = noteSections()
    var line = 0
    for section in sections {
      appendBlocks(line..<section.heading, endsBody: true)
      draft.blocks.append(.init(range: lines[section.heading].range, setting: .heading, level: 1))
      draft.notes += section.list.notes
      line = section.list.endLine
    }
    appendBlocks(line..<lines.count, endsBody: sections.isEmpty, isBehindNotes: !sections.isEmpty)
    findTitle()
  }

  private struct NoteSection {
    var heading: Int
    var list: NoteList
  }

  /// The lists of notes: behind each heading that announces one.
  private func noteSections() -> [NoteSection] {
    let headings = lines.indices.filter { line in
      !lines[line].isBlank && NoteHeading.announcesNotes(bytes, lines[line].range)
        && (line == 0 || lines[line - 1].isBlank)
    }
    var sections: [NoteSection] = []
    for (index, heading) in headings.enumerated() {
      guard heading >= sections.last?.list.endLine ?? 0 else { continue }
      let end = index + 1 < headings.count ? headings[index + 1] : lines.count
      let list = NoteList(bytes, lines: lines, from: heading + 1, to: end)
      if !list.notes.isEmpty { sections.append(NoteSection(heading: heading, list: list)) }
    }
    return sections
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
