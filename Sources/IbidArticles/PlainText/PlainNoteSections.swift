import IbidModel

/// Where lists of notes stand in a plain text.
enum PlainNoteSections {
  /// A list, and the line of its heading.
  struct Section {
    var heading: Int?
    /// The first line that is no part of the text before it.
    var start: Int
    var list: NoteList
  }

  /// The lists behind headings that announce one. One that is doubtful counts where no other is.
  static func headed(_ bytes: [UInt8], _ lines: [TextLine]) -> [Section] {
    let headings = lines.indices.compactMap { line -> (line: Int, kind: NoteHeading.Kind)? in
      guard !lines[line].isBlank, standsAlone(bytes, lines, line),
        let kind = NoteHeading.kind(bytes, lines[line].range)
      else { return nil }
      return (line, kind)
    }
    let sections = sections(bytes, lines, headings, of: .list)
    return sections.isEmpty ? self.sections(bytes, lines, headings, of: .doubtful) : sections
  }

  private static func sections(
    _ bytes: [UInt8], _ lines: [TextLine], _ headings: [(line: Int, kind: NoteHeading.Kind)], of kind: NoteHeading.Kind
  ) -> [Section] {
    var sections: [Section] = []
    let headings = headings.filter { $0.kind == kind }.map(\.line)
    for (index, heading) in headings.enumerated() {
      guard heading >= sections.last?.list.endLine ?? 0 else { continue }
      let end = index + 1 < headings.count ? headings[index + 1] : lines.count
      let list = NoteList(bytes, lines: lines, from: behindRule(bytes, lines, heading + 1), to: end)
      if NoteListEvidence.holdsNotes(list.notes, of: bytes, isNumbered: list.isNumbered, under: kind) {
        sections.append(Section(heading: heading, start: heading, list: list))
      }
    }
    return sections
  }

  /// Whether a line is the first of a paragraph, or the first entry of a list stands below it.
  private static func standsAlone(_ bytes: [UInt8], _ lines: [TextLine], _ line: Int) -> Bool {
    if line == 0 || lines[line - 1].isBlank || isRule(bytes, lines[line - 1].range) { return true }
    guard let next = lines[(line + 1)...].first(where: { !$0.isBlank }) else { return false }
    return ListLabel(bytes, next.range, bare: true)?.number == 1
  }

  /// The first line from `line` on that is not drawn under a heading.
  private static func behindRule(_ bytes: [UInt8], _ lines: [TextLine], _ line: Int) -> Int {
    line < lines.count && isRule(bytes, lines[line].range) ? line + 1 : line
  }

  private static func isRule(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.count >= 3 && line.allSatisfy { "-=_*~ ".utf8.contains(bytes[$0]) }
  }

  // MARK: Without a heading

  /// What may stand behind a list that no heading announces, in bytes, or as a share of the text: the furniture of a
  /// page, legends.
  private static let mostBehind = (bytes: 2_000, share: 4)
  /// Lists that are looked at, the last ones.
  private static let mostLists = 4

  /// The numbered lists near the end of a text, the last first; none that stands within another.
  static func unheaded(_ bytes: [UInt8], _ lines: [TextLine]) -> [Section] {
    var sections: [Section] = []
    for line in lines.indices.dropFirst() {
      guard let label = ListLabel(bytes, lines[line].range, bare: true), label.number == 1,
        line >= sections.last?.list.endLine ?? 0,
        lines[line - 1].isBlank || label.form == .brackets || isRule(bytes, lines[line - 1].range)
      else { continue }
      let list = NoteList(bytes, lines: lines, tightFrom: line)
      guard !list.notes.isEmpty else { continue }
      sections.append(Section(heading: nil, start: line, list: list))
    }
    let text = bytes.count
    return sections.suffix(mostLists).reversed().filter { section in
      let end = section.list.endLine
      let behind = end < lines.count ? text - lines[end].range.lowerBound : 0
      return behind <= max(mostBehind.bytes, text / mostBehind.share)
    } + [authorYear(bytes, lines)].compactMap(\.self)
  }

  /// The paragraphs at the end of a text that all read as references by author and year.
  private static func authorYear(_ bytes: [UInt8], _ lines: [TextLine]) -> Section? {
    var start = lines.count
    for run in lines.indices.split(whereSeparator: { lines[$0].isBlank }).reversed() {
      guard let first = run.first, let last = run.last else { break }
      let shape = ReferenceShape(bytes, lines[first].range.lowerBound..<lines[last].range.upperBound)
      guard shape.startsWithName, shape.hasYear, shape.points >= ReferenceShape.sure else { break }
      start = first
    }
    guard start < lines.count, start > 0 else { return nil }
    let list = NoteList(bytes, lines: lines, from: start, to: lines.count)
    return list.isNumbered || list.notes.count < 2 ? nil : Section(heading: nil, start: start, list: list)
  }
}
