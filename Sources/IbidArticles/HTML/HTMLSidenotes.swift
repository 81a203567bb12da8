import IbidModel

/// Notes that stand where they are read: spans of the classes `sidenote` and `marginnote` within a paragraph, and
/// paragraphs of a class that says that they are notes.
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
  /// Stretches of whole blocks that are notes.
  private var blocks: [Range<Int>] = []
  private var count = 0

  mutating func start(_ tag: MarkupTag, depth: Int, isBlock: Bool, text: Int) {
    guard open == nil, Self.elements.contains(tag.name), let names = tag["class"], Self.isNote(names, isBlock: isBlock)
    else { return }
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

  /// Makes notes of whole blocks: numbered ones where their numbers count up from one; else those that read as
  /// references.
  func takeBlocks(from draft: inout ArticleDraft) {
    guard !blocks.isEmpty, draft.notes.isEmpty else { return }
    let stretches = MergedRanges(blocks)
    let found = draft.blocks.indices.filter {
      stretches.overlaps(draft.blocks[$0].range) && draft.blocks[$0].setting != .heading
    }
    let text = draft.text
    let labels = found.map { ListLabel(text, draft.blocks[$0].range, bare: true) }
    let areNumbered = labels.first??.number == 1
    var taken: Set<Int> = []
    for (index, label) in zip(found, labels) {
      let range = draft.blocks[index].range
      if areNumbered, let number = label?.number, number == draft.notes.count + 1 {
        let start = label?.text ?? range.lowerBound
        draft.notes.append(
          .init(label: String(number), range: range, paragraphs: [.init(range: start..<range.upperBound)]))
      } else if areNumbered, let last = draft.notes.indices.last {
        draft.notes[last].paragraphs.append(.init(range: range))
        draft.notes[last].range = draft.notes[last].range.lowerBound..<range.upperBound
      } else if ReferenceShape(text, range).points >= ReferenceShape.likely {
        draft.notes.append(
          .init(label: String(draft.notes.count + 1), range: range, paragraphs: [.init(range: range)]))
      } else {
        continue
      }
      taken.insert(index)
    }
    draft.blocks = draft.blocks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
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
