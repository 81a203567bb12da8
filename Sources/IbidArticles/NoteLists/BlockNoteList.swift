import IbidModel

/// The entries of a list of references or notes among the blocks of a draft: items of a list, numbered lines, or a
/// paragraph each. A block's lines are parted by line feeds, as `<br>` leaves them.
struct BlockNoteList {
  private(set) var notes: [ArticleDraft.NoteDraft] = []
  /// The index behind the list's last block.
  private(set) var end: Int
  /// Whether the entries carry numbers.
  private(set) var isNumbered = false

  private let text: [UInt8]
  private let blocks: ArraySlice<ArticleDraft.Block>

  /// The list that starts with the first of `blocks`, and goes on to the next heading at most.
  ///
  /// - Parameter isTight: whether it must be numbered, and ends with the first block that is no part of an entry, since
  ///   no heading says where it stands.
  init(_ text: [UInt8], _ blocks: ArraySlice<ArticleDraft.Block>, isTight: Bool) {
    self.text = text
    let isTable = blocks.first?.setting == .caption
    var length = 0
    for block in blocks {
      guard block.setting != .heading, block.setting != .metadata, (block.setting == .caption) == isTable,
        isTable || !Self.isLegend(text, block.range), !isTight || length == 0 || Self.mayGoOn(text, block)
      else { break }
      length += 1
    }
    self.blocks = blocks.prefix(length)
    end = blocks.startIndex
    let lines = lines()
    let starts = numberedStarts(lines, isTight: isTight)
    if !starts.isEmpty {
      readNumbered(lines, starts, isTight: isTight)
    } else if !isTight {
      readUnnumbered(lines)
    }
  }

  /// Whether a block behind the first may be part of a numbered list: it has a number above 1, or stands in an item.
  private static func mayGoOn(_ text: [UInt8], _ block: ArticleDraft.Block) -> Bool {
    if case .numbered(let number) = block.item { return number > 1 }
    if let number = ListLabel(text, block.range, bare: true)?.number { return number > 1 }
    return block.setting == .listItem
  }

  /// A legend behind the list: «Figure 1. …».
  private static func isLegend(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    BlockSetting.setting(text, range) == .caption
  }

  private struct Line {
    var block: Int
    var range: Range<Int>
    /// The item that it begins.
    var item: ArticleDraft.Block.Item?
    var startsBlock: Bool
  }

  private struct Start {
    var line: Int
    var number: Int
    var text: Int
    /// Nil where markup numbers the items.
    var form: ListLabel.Form?
  }

  private func lines() -> [Line] {
    blocks.indices.flatMap { index in
      let block = blocks[index]
      let lines = text[block.range].split(separator: 0x0A).map { text.trimmedASCII($0.startIndex..<$0.endIndex) }
        .filter { !$0.isEmpty }
      return lines.enumerated().map { number, range in
        Line(block: index, range: range, item: number == 0 ? block.item : nil, startsBlock: number == 0)
      }
    }
  }

  // MARK: Numbered

  private func start(_ line: Int, _ lines: [Line]) -> Start? {
    let range = lines[line].range
    let label = ListLabel(text, range, bare: true)
    if case .numbered(let number) = lines[line].item {
      let isRepeated = label?.number == number
      return Start(line: line, number: number, text: isRepeated ? label?.text ?? range.lowerBound : range.lowerBound)
    }
    guard let label, let number = label.number else { return nil }
    return Start(line: line, number: number, text: label.text, form: label.form)
  }

  private func numberedStarts(_ lines: [Line], isTight: Bool) -> [Start] {
    guard !lines.isEmpty, let head = start(0, lines), head.number <= (isTight ? 1 : 2) else { return [] }
    var starts = [head]
    for line in lines.indices.dropFirst() {
      if let next = start(line, lines), isLike(next, head),
        next.number == starts[starts.count - 1].number + 1 || next.number == starts[starts.count - 1].number + 2
      {
        starts.append(next)
      } else if isTight, lines[line].startsBlock, !isPartOfItem(lines[line], head) {
        break
      }
    }
    return starts.count > 1 || !(head.form?.isDoubtful ?? false) ? starts : []
  }

  private func isLike(_ next: Start, _ head: Start) -> Bool {
    guard let form = next.form, let first = head.form else { return next.form == head.form }
    return form.isLike(first)
  }

  /// Whether a block stands in an item of a list whose items markup numbers.
  private func isPartOfItem(_ line: Line, _ head: Start) -> Bool {
    head.form == nil && blocks[line.block].setting == .listItem && !isNumbered(line.item)
  }

  private func isNumbered(_ item: ArticleDraft.Block.Item?) -> Bool { if case .numbered = item { true } else { false } }

  private mutating func readNumbered(_ lines: [Line], _ starts: [Start], isTight: Bool) {
    isNumbered = true
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].line : endOfLast(lines, starts)
      append(lines[start.line..<next], label: String(start.number), from: start.text)
    }
  }

  /// The last note goes on with lines of its block, and with further blocks where those of other notes do.
  private func endOfLast(_ lines: [Line], _ starts: [Start]) -> Int {
    guard let last = starts.last else { return 0 }
    let goOn = zip(starts, starts.dropFirst()).contains { start, next in
      lines[start.line + 1..<next.line].contains { $0.startsBlock && !isPartOfItem($0, start) }
    }
    var end = last.line + 1
    while end < lines.count, !lines[end].startsBlock || isPartOfItem(lines[end], last) || goOn && !endsList(lines[end])
    {
      end += 1
    }
    return end
  }

  /// Whether a block behind the last note is the name of another part.
  private func endsList(_ line: Line) -> Bool { PlainHeading.isHeading(text, line.range) }

  // MARK: Unnumbered

  /// Entries of their own: items, paragraphs, lines of a paragraph.
  private mutating func readUnnumbered(_ lines: [Line]) {
    var index = 0
    while index < lines.count {
      let block = lines[index].block
      let next = lines[index...].firstIndex { $0.block != block } ?? lines.count
      if lines[index].item == nil, blocks[block].setting == .listItem, let last = notes.indices.last,
        blocks[blocks.startIndex..<block].contains(where: { $0.item != nil })
      {
        notes[last].paragraphs.append(.init(range: blocks[block].range))
        notes[last].range = notes[last].range.lowerBound..<blocks[block].range.upperBound
        end = block + 1
      } else {
        let textLines = lines[index..<next].map { TextLine(range: $0.range, indent: 0) }
        for group in EntryLines.groups(text, textLines, textLines.indices, wrapped: false) {
          guard let first = group.first, let last = group.last else { continue }
          let stretch = lines[index + first...index + last]
          let range = lines[index + first].range
          let label = ListLabel(text, range)
          let number = notes.count + 1
          let isLabel = label?.number == number || label?.kind == .bullet
          append(stretch, label: String(number), from: isLabel ? label?.text ?? range.lowerBound : range.lowerBound)
        }
      }
      index = next
    }
    leaveOutWhatFollows()
  }

  /// Where most entries read as references, those behind the last that does are none.
  private mutating func leaveOutWhatFollows() {
    let points = notes.map { ReferenceShape(text, $0.paragraphs.first?.range ?? $0.range).points }
    let likely = points.count { $0 >= ReferenceShape.likely }
    guard notes.count >= 3, likely >= 2, let last = points.lastIndex(where: { $0 >= ReferenceShape.likely - 1 }),
      points[...last].count(where: { $0 >= ReferenceShape.likely }) * 10 >= (last + 1) * 7
    else { return }
    notes.removeSubrange((last + 1)...)
    let behind = notes[last].range.upperBound
    end = blocks.firstIndex { $0.range.lowerBound >= behind } ?? blocks.endIndex
  }

  private mutating func append(_ lines: ArraySlice<Line>, label: String, from start: Int) {
    guard let first = lines.first, let last = lines.last else { return }
    var paragraphs: [ArticleDraft.NoteDraft.Paragraph] = []
    for line in lines {
      if line.startsBlock || paragraphs.isEmpty {
        let isPart = line.item != nil && line.block != first.block
        paragraphs.append(.init(range: line.range, listDepth: isPart ? 1 : 0))
      } else {
        let last = paragraphs.count - 1
        paragraphs[last].range = paragraphs[last].range.lowerBound..<line.range.upperBound
      }
    }
    paragraphs[0].range = min(start, paragraphs[0].range.upperBound)..<paragraphs[0].range.upperBound
    notes.append(.init(label: label, range: first.range.lowerBound..<last.range.upperBound, paragraphs: paragraphs))
    end = last.block + 1
  }
}
