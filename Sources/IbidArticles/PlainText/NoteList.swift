import IbidModel

/// A list of notes as it stands in a plain text: numbered entries in sequence, or one entry a paragraph.
///
/// Lists inside a note have labels of their own. An entry's label continues the count at the list's indentation, so
/// that «1.» within note 15 is no note.
struct NoteList {
  let bytes: [UInt8]
  let lines: [TextLine]
  /// Whether an entry ends where a paragraph begins that is not indented: no heading says where the list stands.
  let isTight: Bool
  /// Whether the entries carry numbers.
  private(set) var isNumbered = false
  private(set) var notes: [ArticleDraft.NoteDraft] = []
  /// The line behind the last note.
  private(set) var endLine: Int

  /// The notes that stand under a heading, from line `first` on, up to `last` at most.
  init(_ bytes: [UInt8], lines: [TextLine], from first: Int, to last: Int) {
    self.init(bytes, lines: lines, at: first, isTight: false)
    let starts = numberedStarts(from: first, to: last)
    if starts.isEmpty { readUnnumbered(from: first, to: last) } else { readNumbered(starts, to: last) }
  }

  /// The numbered notes of a list without a heading that starts with line `first`; none where fewer than `least`
  /// entries stand one behind the other.
  init(_ bytes: [UInt8], lines: [TextLine], tightFrom first: Int, least: Int = 1) {
    self.init(bytes, lines: lines, at: first, isTight: true)
    let starts = numberedStarts(from: first, to: lines.count)
    if starts.count >= least { readNumbered(starts, to: lines.count) }
  }

  private init(_ bytes: [UInt8], lines: [TextLine], at line: Int, isTight: Bool) {
    self.bytes = bytes
    self.lines = lines
    self.isTight = isTight
    endLine = line
  }

  private struct Start {
    var line: Int
    var label: ListLabel
  }

  /// The lines on which numbered entries start.
  private func numberedStarts(from first: Int, to last: Int) -> [Start] {
    guard let head = (first..<last).first(where: { !lines[$0].isBlank }),
      let label = ListLabel(bytes, lines[head].range, bare: true), let number = label.number, number <= 2
    else { return [] }
    var starts = [Start(line: head, label: label)]
    var expected = number + 1
    let alignsRight = lines[head].indent > 0
    var widest = lines[head].indent + label.range.count
    for line in head + 1..<max(last, head + 1) where !lines[line].isBlank {
      guard let next = ListLabel(bytes, lines[line].range, bare: true), next.form.isLike(label.form),
        let number = next.number, number == expected || (number == expected + 1 && !alignsRight),
        isAligned(line, with: head, label: next, widest: &widest)
      else {
        if isTight, lines[line - 1].isBlank, lines[line].indent <= lines[head].indent { break }
        continue
      }
      starts.append(Start(line: line, label: next))
      expected = number + 1
    }
    return starts.count > 1 || !label.form.isDoubtful ? starts : []
  }

  /// Whether a label stands where the list's labels do: at the same indentation, or right-aligned with them.
  private func isAligned(_ line: Int, with head: Int, label: ListLabel, widest: inout Int) -> Bool {
    let indent = lines[line].indent
    let end = indent + label.range.count
    if indent <= lines[head].indent + 1 || end == widest {
      widest = max(widest, end)
      return true
    }
    return false
  }

  private mutating func readNumbered(_ starts: [Start], to last: Int) {
    isNumbered = true
    let strip = repeatsLabels(starts)
    for (index, start) in starts.enumerated() {
      let isLast = index + 1 == starts.count
      let end = isLast ? endOfLastNote(starts, to: last) : starts[index + 1].line
      let paragraphs = paragraphs(start.line..<end, label: start.label, strippingRepeat: strip)
      notes.append(
        ArticleDraft.NoteDraft(
          label: String(start.label.number ?? 0),
          range: start.label.range.lowerBound..<(paragraphs.last?.range.upperBound ?? start.label.range.upperBound),
          paragraphs: paragraphs))
      endLine = end
    }
  }

  /// Whether most entries repeat their number, as lists that were numbered twice do: «3. 3. Lu X».
  private func repeatsLabels(_ starts: [Start]) -> Bool {
    let repeats = starts.count { start in repeatedLabelEnd(start.label, lines[start.line].range.upperBound) != nil }
    return repeats * 4 > starts.count * 3 && starts.count > 1
  }

  private func repeatedLabelEnd(_ label: ListLabel, _ end: Int) -> Int? {
    guard let again = ListLabel(bytes, label.text..<end, bare: true), again.number == label.number else { return nil }
    return again.text
  }

  /// The last note goes on as long as paragraphs are indented as those of the other notes are; where none is, it ends
  /// with its own paragraph.
  private func endOfLastNote(_ starts: [Start], to last: Int) -> Int {
    guard let start = starts.last else { return last }
    let base = lines[start.line].indent
    let continuesIndented = hasContinuation(starts) { $0.indent > base }
    let continuesFlush = hasContinuation(starts) { $0.indent <= base }
    var end = start.line + 1
    while end < last {
      if lines[end].isBlank {
        end += 1
        continue
      }
      let followsBlank = lines[end - 1].isBlank
      if lines[end].indent <= base, followsBlank, continuesIndented || !continuesFlush { break }
      if followsBlank, continuesFlush, PlainHeading.isHeading(bytes, lines, end) { break }
      end += 1
    }
    return end
  }

  /// Whether a paragraph behind a blank line within the notes before the last satisfies this.
  private func hasContinuation(_ starts: [Start], where satisfies: (TextLine) -> Bool) -> Bool {
    for (start, next) in zip(starts, starts.dropFirst()) {
      for line in start.line + 1..<next.line
      where !lines[line].isBlank && lines[line - 1].isBlank && satisfies(lines[line]) {
        return true
      }
    }
    return false
  }

  /// The paragraphs and list items of one note; `label` belongs to its first line.
  private func paragraphs(
    _ noteLines: Range<Int>, label: ListLabel, strippingRepeat: Bool
  ) -> [ArticleDraft.NoteDraft.Paragraph] {
    var paragraphs: [ArticleDraft.NoteDraft.Paragraph] = []
    var indents: [Int] = []
    var isOpen = false
    for line in noteLines {
      guard !lines[line].isBlank else {
        isOpen = false
        continue
      }
      let range = lines[line].range
      if line == noteLines.lowerBound {
        let text = strippingRepeat ? repeatedLabelEnd(label, range.upperBound) ?? label.text : label.text
        paragraphs.append(.init(range: text..<range.upperBound))
      } else if let item = ListLabel(bytes, range) {
        while let last = indents.last, last > lines[line].indent { indents.removeLast() }
        if indents.last != lines[line].indent { indents.append(lines[line].indent) }
        paragraphs.append(.init(range: item.text..<range.upperBound, listDepth: min(indents.count, 16)))
      } else if isOpen, let last = paragraphs.indices.last {
        paragraphs[last].range = paragraphs[last].range.lowerBound..<range.upperBound
      } else {
        indents = []
        paragraphs.append(.init(range: range))
      }
      isOpen = true
    }
    return paragraphs
  }

  /// Entries without numbers: one a paragraph, or one a line where no blank lines stand between and lines are no
  /// wrapped ones.
  private mutating func readUnnumbered(from first: Int, to last: Int) {
    var written: [String: Int] = [:]
    let grouped = EntryLines.groups(bytes, lines, first..<last)
    for group in grouped {
      guard let head = group.first, let tail = group.last else { continue }
      if !notes.isEmpty, group.count == 1, PlainHeading.isHeading(bytes, lines, head), !holdsYear(lines[head].range) {
        break
      }
      let range = lines[head].range.lowerBound..<lines[tail].range.upperBound
      var text = ListLabel.afterBacklinks(bytes, range)..<range.upperBound
      var label = String(notes.count + 1)
      if let bullet = ListLabel(bytes, range), bullet.kind == .bullet { text = bullet.text..<range.upperBound }
      // A list may carry years for labels; letters tell those of one year apart.
      if let year = ListLabel(bytes, range), year.form == .dot, let number = year.number, (1600...2099).contains(number)
      {
        let again = written[String(number), default: 0]
        written[String(number)] = again + 1
        label = String(number) + (again == 0 ? "" : letters(again))
        text = year.text..<range.upperBound
      }
      notes.append(ArticleDraft.NoteDraft(label: label, range: range, paragraphs: [.init(range: text)]))
      endLine = tail + 1
    }
  }

  /// `b` for 1, `z` for 25, `ab` for 27.
  private func letters(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(97 + number % 26)))
    return number < 26 ? letter : letters(number / 26 - 1) + letter
  }

  private func holdsYear(_ range: Range<Int>) -> Bool {
    var digits = 0
    for index in range {
      if bytes[index].isASCIIDigit {
        digits += 1
        if digits == 4 { return true }
      } else {
        digits = 0
      }
    }
    return false
  }
}
