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
    let targets = links.map { link in
      LinkedCitations.Link(
        targets: numbers.notes(of: link.ids, text: draft.text, link.range), range: link.range, isRaised: link.isRaised)
    }
    draft.citations += LinkedCitations(text: draft.text, links: targets, labels: labels).citations()
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
}
