import IbidModel

/// Notes that stand where they are read: spans of the classes `sidenote` and `marginnote` within a paragraph, paragraphs
/// of a class that says that they are notes, and asides that hold some.
///
/// Source: Tufte CSS, «Sidenotes: Footnotes and Marginal Notes».
struct HTMLSidenotes {
  private struct Open {
    var depth: Int
    var isBlock: Bool
    var text: Int
    var source: Int
  }

  private var open: Open?
  /// Stretches of whole blocks that may be notes.
  private var blocks: [Range<Int>] = []
  /// Whether the class of each says that it is a note; an `aside` may be anything.
  private var isNamed = true
  private var count = 0

  mutating func start(_ tag: MarkupTag, depth: Int, isBlock: Bool, text: Int) {
    guard open == nil, Self.elements.contains(tag.name) else { return }
    let isNote = Self.isNote(tag["class"] ?? "", isBlock: isBlock)
    guard isNote || tag.name == "aside" else { return }
    if !isNote { isNamed = false }
    open = Open(depth: depth, isBlock: isBlock, text: text, source: tag.range.lowerBound)
  }

  mutating func end(depth: Int, source: Int, _ writer: inout DraftWriter) {
    guard let note = open, depth <= note.depth else { return }
    open = nil
    if note.isBlock {
      blocks.append(note.text..<writer.offset)
    } else {
      append(note, to: &writer)
    }
  }

  /// Makes a note and its marker of a stretch within a paragraph. A number before it that the page wrote out is part of
  /// the marker, and one at its start is its label.
  private mutating func append(_ note: Open, to writer: inout DraftWriter) {
    let range = writer.trimmed(from: note.text)
    guard !range.isEmpty else { return }
    count += 1
    let label = "fn:\(count)"
    let text = writer.draft.text
    var start = range.lowerBound
    var words = range.lowerBound
    if let number = ListLabel(text, range, bare: true), number.number == count { words = number.text }
    while start > 0, text[start - 1] == 0x20 { start -= 1 }
    let digits = text[..<start].reversed().prefix { $0.isASCIIDigit }.count
    if digits > 0, Int(String(decoding: text[start - digits..<start], as: UTF8.self)) == count { start -= digits }
    var made = ArticleDraft.NoteDraft(
      label: label, range: range, paragraphs: [.init(range: words..<range.upperBound)])
    made.sourceStart = note.source
    writer.draft.notes.append(made)
    let marker = ArticleDraft.MarkerDraft(
      label: String(count), target: .note(label), style: .footnote, range: range)
    writer.draft.citations.append(.init(range: start..<range.upperBound, markers: [marker]))
  }

  /// Makes notes of whole blocks, where the page has no others.
  func takeBlocks(from draft: inout ArticleDraft) {
    guard !blocks.isEmpty, draft.notes.isEmpty else { return }
    let stretches = MergedRanges(blocks)
    let found = draft.blocks.indices.filter {
      stretches.overlaps(draft.blocks[$0].range) && draft.blocks[$0].setting != .heading
    }
    guard let first = found.first else { return }
    var candidate = draft
    let isNumbered = label(of: draft.blocks[first], draft.text)?.number == 1
    let taken = isNumbered ? takeNumbered(found, from: &candidate) : takeReferences(found, from: &candidate)
    guard !candidate.notes.isEmpty else { return }
    candidate.blocks = draft.blocks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    if isNamed || NoteListEvidence.holdsNotes(candidate) { draft = candidate }
  }

  /// The number of a block, in its text or by the list that it stands in, and where its words start.
  private func label(of block: ArticleDraft.Block, _ text: [UInt8]) -> (number: Int, text: Int)? {
    if let label = ListLabel(text, block.range, bare: true), let number = label.number { return (number, label.text) }
    guard case .numbered(let number) = block.item else { return nil }
    return (number, block.range.lowerBound)
  }

  /// Notes whose numbers count up from one; blocks without a number go on with the note before.
  private func takeNumbered(_ found: [Int], from draft: inout ArticleDraft) -> Set<Int> {
    for index in found {
      let range = draft.blocks[index].range
      if let label = label(of: draft.blocks[index], draft.text), label.number == draft.notes.count + 1 {
        draft.notes.append(
          .init(label: String(label.number), range: range, paragraphs: [.init(range: label.text..<range.upperBound)]))
      } else if let last = draft.notes.indices.last {
        draft.notes[last].paragraphs.append(.init(range: range))
        draft.notes[last].range = draft.notes[last].range.lowerBound..<range.upperBound
      }
    }
    return Set(found)
  }

  /// Notes without numbers, where they read as references.
  private func takeReferences(_ found: [Int], from draft: inout ArticleDraft) -> Set<Int> {
    let references = found.filter {
      ReferenceShape(draft.text, draft.blocks[$0].range).points >= ReferenceShape.likely
    }
    for index in references {
      let range = draft.blocks[index].range
      draft.notes.append(.init(label: String(draft.notes.count + 1), range: range, paragraphs: [.init(range: range)]))
    }
    return Set(references)
  }

  private static let elements: Set<String> = ["span", "small", "aside", "p", "div", "li"]

  private static func isNote(_ names: String, isBlock: Bool) -> Bool {
    names.lowercased().split(separator: " ").contains { name in
      running.contains(String(name)) || isBlock && standing.contains(String(name))
    }
  }

  private static let running: Set<String> = [
    "sidenote", "marginnote", "side-note", "margin-note", "sidenote-content", "sidenote__content", "inline-footnote",
    "footnote-content",
  ]
  private static let standing: Set<String> = ["footnote", "endnote", "footnotes-item", "footnote-text", "footnotetext"]
}
