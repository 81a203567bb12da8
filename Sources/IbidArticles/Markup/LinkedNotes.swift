import IbidModel

/// Notes and the links that point at them by identifier, as XML and HTML have them; links are resolved at the end,
/// because notes mostly stand behind.
struct LinkedNotes {
  enum Kind { case reference, footnote, tableFootnote }

  private struct Note {
    var ids: [String]
    var kind: Kind
    var source: Int
    var text: Int
    var label: String?
    var range = 0..<0
    var body = 0
    var records: [(range: Range<Int>, item: Item)] = []

    var isFootnote: Bool { kind != .reference }
  }

  private struct Link {
    var ids: [String]
    var range: Range<Int>
    var isRaised: Bool
  }

  private var notes: [Note] = []
  private var open: Note?
  private var links: [Link] = []
  private var openLink: (ids: [String], text: Int, isRaised: Bool)?
  /// Where the label of the note under way starts.
  var labelStart: Int?

  /// Whether a note is under way.
  var isInNote: Bool { open != nil }

  mutating func beginNote(id: String?, kind: Kind, source: Int, text: Int) {
    open = Note(ids: id.map { [$0] } ?? [], kind: kind, source: source, text: text, body: text)
  }

  /// Takes the label's text out of the note.
  mutating func endLabel(_ writer: inout DraftWriter) {
    guard let start = labelStart else { return }
    labelStart = nil
    let label = ReadingText.string(writer.draft.text, start..<writer.offset)
    open?.label = label.filter { !"[]().".contains($0) }
    writer.separate(at: open?.source ?? 0)
    open?.body = writer.offset
  }

  mutating func endNote(source: Int, _ writer: inout DraftWriter) {
    guard var note = open else { return }
    open = nil
    note.range = writer.trimmed(from: note.body)
    writer.endBlock(at: source)
    notes.append(note)
  }

  /// Adds the record that a stretch of the note under way was tagged as.
  mutating func add(_ item: Item, at range: Range<Int>) { open?.records.append((range, item)) }

  mutating func beginLink(_ ids: [String], text: Int, isRaised: Bool) { openLink = (ids, text, isRaised) }

  mutating func endLink(text: Int) {
    guard let link = openLink else { return }
    openLink = nil
    links.append(Link(ids: link.ids, range: link.text..<text, isRaised: link.isRaised))
  }

  /// Adds notes and citations to a draft.
  func resolve(in draft: inout ArticleDraft) {
    var positions: [String: Int] = [:]
    var labels: [String] = []
    var used: Set<String> = []
    var references = 0
    // Footnotes that nothing points at are a publisher's remarks, unless they cite: then they are text of the article.
    let cited = Set(links.flatMap(\.ids))
    let isCited = { (note: Note) in note.ids.contains(where: cited.contains) }
    let notes = notes.filter { !$0.isFootnote } + notes.filter { $0.isFootnote && isCited($0) }
    addText(of: self.notes.filter { $0.isFootnote && !isCited($0) }, to: &draft)
    for (index, note) in notes.enumerated() {
      if !note.isFootnote { references += 1 }
      var label = note.label ?? String(note.isFootnote ? index - references + 1 : references)
      // A list by author and year has names for labels; notes go by their place in the list then.
      if !note.isFootnote, !label.contains(where: \.isNumber) || label.utf8.count > 5 { label = String(references) }
      if note.isFootnote, used.contains(label) { label = "fn:" + label }
      while !used.insert(label).inserted { label += "b" }
      labels.append(label)
      for id in note.ids { positions[id] = index }
      var made = ArticleDraft.NoteDraft(label: label, range: note.range, paragraphs: [.init(range: note.range)])
      made.sourceStart = note.source
      made.records = note.records
      draft.notes.append(made)
    }
    let numbers = NumberedTargets(labels, positions: positions)
    addCitations(to: &draft, numbers: numbers, labels: labels)
  }

  /// Adds blocks of footnotes in which links stand, where they stand in the text.
  private func addText(of footnotes: [Note], to draft: inout ArticleDraft) {
    let places = MergedRanges(links.map(\.range))
    let blocks = footnotes.filter { !$0.range.isEmpty && places.overlaps($0.range) }.map {
      ArticleDraft.Block(range: $0.range, setting: $0.kind == .tableFootnote ? .caption : .paragraph)
    }
    guard !blocks.isEmpty else { return }
    draft.blocks = (draft.blocks + blocks).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Links with only separators between make one citation; a dash between two is a range.
  private func addCitations(to draft: inout ArticleDraft, numbers: NumberedTargets, labels: [String]) {
    var index = 0
    while index < links.count {
      var markers: [ArticleDraft.MarkerDraft] = []
      var range = links[index].range
      var last: Int?
      while index < links.count {
        let link = links[index]
        let between =
          markers.isEmpty
          ? Separator.none : separator(draft.text, range.upperBound..<max(range.upperBound, link.range.lowerBound))
        if !markers.isEmpty, between == .prose { break }
        let targets = numbers.notes(of: link.ids, text: draft.text, link.range)
        if between == .dash, let from = last, let to = targets.first, to > from + 1, to - from < 500 {
          for middle in from + 1..<to {
            markers.append(
              marker(labels[middle], link, text: draft.text, range: range.lowerBound..<link.range.upperBound))
          }
        }
        for target in targets { markers.append(marker(labels[target], link, text: draft.text, range: link.range)) }
        range = range.lowerBound..<max(range.upperBound, link.range.upperBound)
        last = targets.last
        index += 1
        if markers.isEmpty { break }
      }
      guard !markers.isEmpty else { continue }
      draft.citations.append(citation(markers, range, draft.text))
    }
  }

  private enum Separator { case none, list, dash, prose }

  private func separator(_ text: [UInt8], _ range: Range<Int>) -> Separator {
    guard range.count <= 12 else { return .prose }
    var isDash = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = NumberList.dashLength(text, index, range.upperBound) {
        isDash = true
        index += length
      } else if text[index].isASCIISpace || ",;[]()".utf8.contains(text[index]) || text[index] == 0xC2
        || text[index] == 0xA0
      {
        index += 1
      } else {
        return .prose
      }
    }
    return isDash ? .dash : .list
  }

  private func marker(_ label: String, _ link: Link, text: [UInt8], range: Range<Int>) -> ArticleDraft.MarkerDraft {
    let words = ReadingText.string(text, link.range)
    let isNamed = words.unicodeScalars.contains { $0.properties.isAlphabetic }
    let before = link.range.lowerBound > 0 ? text[link.range.lowerBound - 1] : 0x20
    let style: Marker.Style =
      isNamed
      ? .authorYear
      : link.isRaised
        ? .superscript
        : before == UInt8(ascii: "(")
          ? .parenthesis : before.isASCIILetter || before == UInt8(ascii: ".") ? .superscript : .bracket
    return ArticleDraft.MarkerDraft(
      label: isNamed ? words : label, target: .note(label), style: style, range: range)
  }

  /// The citation, brackets around it included; a name in the prose stays a part of its sentence.
  private func citation(
    _ markers: [ArticleDraft.MarkerDraft], _ range: Range<Int>, _ text: [UInt8]
  ) -> ArticleDraft.Citation {
    let open = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let close = range.upperBound < text.count ? text[range.upperBound] : 0
    let isEnclosed =
      open == UInt8(ascii: "(") && close == UInt8(ascii: ")") || open == UInt8(ascii: "[") && close == UInt8(ascii: "]")
    let extent = isEnclosed ? range.lowerBound - 1..<range.upperBound + 1 : range
    let isInText = !isEnclosed && markers.contains { $0.style == .authorYear }
    return ArticleDraft.Citation(range: extent, isInText: isInText, markers: markers)
  }
}
