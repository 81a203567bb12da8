import IbidModel

/// The entries of a list of references or notes: items of a list, numbered lines, or a paragraph each.
struct MarkdownNoteList {
  struct Entry {
    var label: String
    /// Where the entry's label stands in the file.
    var start: Int
    var blocks: [MarkdownBlock]
  }

  private(set) var entries: [Entry] = []
  /// The index behind the list's last block.
  private(set) var end: Int
  /// Whether the entries carry numbers.
  private(set) var isNumbered = false
  private let bytes: [UInt8]
  /// How the numbers of lines are written, once one was read.
  private var form: MarkdownEntryLabel.Form?

  /// The entries under a heading, down to the next.
  init(_ bytes: [UInt8], blocks: ArraySlice<MarkdownBlock>) {
    self.bytes = bytes
    end = blocks.endIndex
    for block in blocks {
      if case .heading = block.kind { continue }
      append(block, in: blocks)
    }
  }

  /// The numbered entries of a list without a heading, which ends with the first block that is no part of an entry.
  init(_ bytes: [UInt8], tight blocks: ArraySlice<MarkdownBlock>) {
    self.bytes = bytes
    end = blocks.startIndex
    let areItems = blocks.first?.startsItem ?? false
    for block in blocks {
      if case .heading = block.kind { break }
      if block.listDepth == 0, areItems || !isNextLabelled(block) { break }
      if areItems, block.startsItem, block.listDepth == 1, block.number == nil { break }
      append(block, in: blocks)
      end += 1
    }
    if form?.isDoubtful ?? false, entries.count < 2 { entries = [] }
  }

  private func isNextLabelled(_ block: MarkdownBlock) -> Bool {
    guard let first = block.pieces.first, let label = label(of: first) else { return false }
    return label.number == (entries.last.flatMap { Int($0.label) } ?? 0) + 1
  }

  private mutating func append(_ block: MarkdownBlock, in blocks: ArraySlice<MarkdownBlock>) {
    let startsEntry = block.startsItem ? block.listDepth == 1 : block.listDepth == 0
    if startsEntry {
      appendEntries(of: block, in: blocks)
    } else if let last = entries.indices.last {
      var block = block
      block.listDepth = max(0, block.listDepth - 1)
      entries[last].blocks.append(block)
    }
  }

  /// One entry, or one for each line that starts with a number, or with a reference where lines have none.
  private mutating func appendEntries(of block: MarkdownBlock, in blocks: ArraySlice<MarkdownBlock>) {
    var block = block
    block.listDepth = 0
    guard !block.startsItem, block.kind == .paragraph, let first = block.pieces.first else {
      if block.number != nil { isNumbered = true }
      appendEntry(block, number: entries.isEmpty ? block.number ?? 1 : nextNumber)
      return
    }
    guard label(of: first) != nil else {
      appendUnnumbered(block)
      return
    }
    for piece in block.pieces {
      if let label = label(of: piece) {
        (form, isNumbered) = (label.form, true)
        var entry = block
        entry.pieces = [label.text..<piece.upperBound]
        entry.start = piece.lowerBound
        appendEntry(entry, number: label.number)
      } else if let last = entries.indices.last, let tail = entries[last].blocks.indices.last {
        entries[last].blocks[tail].pieces.append(piece)
      }
    }
  }

  private var nextNumber: Int { (entries.last.flatMap { Int($0.label) } ?? 0) + 1 }

  private mutating func appendEntry(_ block: MarkdownBlock, number: Int) {
    entries.append(Entry(label: String(number), start: block.start, blocks: [block]))
  }

  /// The label of a line that begins an entry: written as those before, and counting on from them.
  private func label(of piece: Range<Int>) -> MarkdownEntryLabel? {
    guard let label = MarkdownEntryLabel(bytes, piece), form?.isLike(label.form) ?? true else { return nil }
    if label.form == .list(.brackets) { return label }
    let expected = form == nil ? 1 : nextNumber
    return label.number == expected || form != nil && label.number == expected + 1 ? label : nil
  }

  /// Lines that are entries of their own: a list by author and year, one a line.
  private mutating func appendUnnumbered(_ block: MarkdownBlock) {
    let lines = block.pieces.map { piece in
      // A backslash at its end breaks the line.
      let isBroken = piece.count > 1 && bytes[piece.upperBound - 1] == UInt8(ascii: "\\")
      return TextLine(range: piece.lowerBound..<piece.upperBound - (isBroken ? 1 : 0), indent: 0)
    }
    let groups = EntryLines.groups(bytes, lines, lines.indices)
    for group in groups {
      var entry = block
      entry.pieces = group.map { block.pieces[$0] }
      entry.start = entry.pieces.first?.lowerBound ?? block.start
      appendEntry(entry, number: nextNumber)
    }
  }
}
