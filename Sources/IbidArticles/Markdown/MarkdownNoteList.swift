import IbidModel

/// The entries of a list of references or notes under a heading: items of a list, or a paragraph each.
struct MarkdownNoteList {
  struct Entry {
    var label: String
    /// Where the entry's label stands in the file.
    var start: Int
    var blocks: [MarkdownBlock]
  }

  private(set) var entries: [Entry] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], blocks: ArraySlice<MarkdownBlock>) {
    self.bytes = bytes
    for block in blocks {
      if case .heading = block.kind { continue }
      let startsEntry = block.startsItem ? block.listDepth == 1 : block.listDepth == 0
      if startsEntry {
        appendEntries(of: block)
      } else if let last = entries.indices.last {
        var block = block
        block.listDepth = max(0, block.listDepth - 1)
        entries[last].blocks.append(block)
      }
    }
  }

  /// One entry, or one for each line that starts with a number in brackets.
  private mutating func appendEntries(of block: MarkdownBlock) {
    var block = block
    block.listDepth = 0
    guard !block.startsItem, let first = block.pieces.first, label(of: first) != nil else {
      let previous = entries.last.flatMap { Int($0.label) } ?? 0
      let number = entries.isEmpty ? block.number ?? 1 : previous + 1
      entries.append(Entry(label: String(number), start: block.start, blocks: [block]))
      return
    }
    for piece in block.pieces {
      if let label = label(of: piece), let number = label.number {
        var entry = block
        entry.pieces = [label.text..<piece.upperBound]
        entry.start = piece.lowerBound
        entries.append(Entry(label: String(number), start: piece.lowerBound, blocks: [entry]))
      } else if let last = entries.indices.last, let tail = entries[last].blocks.indices.last {
        entries[last].blocks[tail].pieces.append(piece)
      }
    }
  }

  private func label(of piece: Range<Int>) -> ListLabel? {
    guard let label = ListLabel(bytes, piece), label.form == .brackets, label.number != nil else { return nil }
    return label
  }
}
