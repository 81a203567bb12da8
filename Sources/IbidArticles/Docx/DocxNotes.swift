import IbidModel
import IbidText

/// Makes notes and citations of what a Word document's fields, foot- and endnotes and raised numbers say.
struct DocxNotes {
  private var draft: ArticleDraft
  private var labels: Set<String> = []
  /// Notes of cited works, by the works' keys.
  private var byWork: [String: Int] = [:]
  /// Paragraphs of the bibliography, by the first words of what may be a title in them.
  private var byWords: [String: Int] = [:]

  /// The draft of a document that was read.
  static func draft(of document: DocxDraft) -> ArticleDraft {
    var notes = DocxNotes(document)
    notes.takeBibliography(document.fields.bibliographies)
    if notes.draft.notes.isEmpty { BlockNoteSections.takeNotes(from: &notes.draft) }
    notes.labels = Set(notes.draft.notes.map(\.label))
    notes.indexTitles()
    let bodies = MergedRanges(document.notes.map(\.range))
    for citation in document.fields.citations { notes.add(citation, isInNote: bodies.overlaps(citation.range)) }
    notes.addNotes(of: document)
    notes.draft.addLinkedMarkers()
    notes.draft.addNamedWorks()
    return notes.draft
  }

  private init(_ document: DocxDraft) {
    draft = ArticleDraft(text: document.text)
    draft.verbatim = document.verbatim
    draft.raised = document.raised
    draft.links = document.links + document.fields.links
    draft.blocks = document.blocks
    let navigation = MergedRanges(document.fields.navigation)
    for (index, block) in draft.blocks.enumerated() where navigation.overlaps(block.range) {
      draft.blocks[index].setting = .metadata
      draft.blocks[index].level = 0
    }
    if let title = draft.blocks.first(where: { $0.setting == .heading && $0.level == 0 }) {
      draft.title = ReadingText.string(draft.text, title.range)
    }
  }

  // MARK: The bibliography

  /// Makes notes of the paragraphs that a reference manager wrote; a heading among them stays one.
  private mutating func takeBibliography(_ fields: [Range<Int>]) {
    guard !fields.isEmpty else { return }
    let stretches = MergedRanges(fields)
    let isEntry = { (block: ArticleDraft.Block) in block.setting != .heading && stretches.overlaps(block.range) }
    for entry in draft.blocks.filter(isEntry) {
      let label = ListLabel(draft.text, entry.range)
      let number = draft.notes.count + 1
      let start = label?.number == number ? label?.text ?? entry.range.lowerBound : entry.range.lowerBound
      draft.notes.append(
        .init(label: String(number), range: entry.range, paragraphs: [.init(range: start..<entry.range.upperBound)]))
    }
    draft.blocks.removeAll(where: isEntry)
  }

  private mutating func indexTitles() {
    for (index, note) in draft.notes.enumerated() {
      let words = SearchKey.words(of: ReadingText.string(draft.text, note.range))
      guard words.count >= 3, words.count < 400 else { continue }
      for start in 0...words.count - 3 {
        let key = words[start..<start + 3].joined(separator: " ")
        if byWords[key] == nil { byWords[key] = index }
      }
    }
  }

  /// The entry of the bibliography that holds this work's title.
  private func entry(of item: Item) -> Int? {
    let words = SearchKey.words(of: item[.title] ?? "")
    guard words.count >= 3 else { return nil }
    // A title's first words may open another's; those further on tell them apart.
    for start in [0, words.count - 3] {
      guard let index = byWords[words[start..<start + 3].joined(separator: " ")] else { continue }
      let text = SearchKey.folded(ReadingText.string(draft.text, draft.notes[index].range))
      if text.contains(words.joined(separator: " ")) { return index }
    }
    return nil
  }

  // MARK: Citation fields

  /// Adds a field's citation. Within a foot- or endnote, whose references its works are, it only points at entries
  /// of the bibliography.
  private mutating func add(_ citation: DocxFields.Citation, isInNote: Bool) {
    let (range, style) = described(citation.range)
    guard !range.isEmpty else { return }
    let markers = citation.works.compactMap { work -> ArticleDraft.MarkerDraft? in
      if isInNote, byWork[work.key] == nil, entry(of: work.item) == nil { return nil }
      let label = draft.notes[note(of: work, citedAt: range)].label
      var marker = ArticleDraft.MarkerDraft(label: label, target: .note(label), style: style, range: range)
      marker.locator = work.locator
      marker.prefix = work.prefix
      marker.suffix = work.suffix
      marker.suppressesAuthor = work.suppressesAuthor
      return marker
    }
    guard !markers.isEmpty else { return }
    let isEnclosed = "([".utf8.contains(draft.text[range.lowerBound])
    draft.citations.append(.init(range: range, isInText: style == .authorYear && !isEnclosed, markers: markers))
  }

  /// A field's result without blanks at its ends, and how it is written.
  private func described(_ range: Range<Int>) -> (Range<Int>, Marker.Style) {
    let range = draft.text.trimmedASCII(range)
    guard let first = range.first else { return (range, .bracket) }
    if draft.text[range].contains(where: { $0.isASCIILetter || $0 >= 0xC3 && $0 != 0xE2 }) {
      return (range, .authorYear)
    }
    switch draft.text[first] {
    case UInt8(ascii: "["): return (range, .bracket)
    case UInt8(ascii: "("): return (range, .parenthesis)
    default: return (range, .superscript)
    }
  }

  /// The note of a work: its entry in the bibliography, or one of its own.
  private mutating func note(of work: EmbeddedCite, citedAt range: Range<Int>) -> Int {
    if let known = byWork[work.key] { return known }
    let index: Int
    if let entry = entry(of: work.item) {
      index = entry
      let place = draft.notes[entry].paragraphs.first?.range ?? draft.notes[entry].range
      if draft.notes[entry].records.isEmpty { draft.notes[entry].records = [(place, work.item)] }
    } else {
      var note = ArticleDraft.NoteDraft(label: freeLabel(draft.notes.count + 1), range: range, paragraphs: [])
      note.records = [(range, work.item)]
      draft.notes.append(note)
      index = draft.notes.count - 1
    }
    byWork[work.key] = index
    return index
  }

  private mutating func freeLabel(_ number: Int, prefix: String = "") -> String {
    var label = prefix + String(number)
    while !labels.insert(label).inserted { label += "b" }
    return label
  }

  // MARK: Foot- and endnotes

  /// Adds the foot- and endnotes that the text refers to, with the works that their fields cite.
  private mutating func addNotes(of document: DocxDraft) {
    let bodies = Dictionary(document.notes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let hasBoth = Set(document.references.map(\.key.isEndnote)).count > 1 || !draft.notes.isEmpty
    let citations = document.fields.citations.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var known: [DocxDraft.NoteKey: String] = [:]
    for reference in document.references {
      let number = String(decoding: draft.text[reference.range], as: UTF8.self)
      let label =
        known[reference.key]
        ?? freeLabel(
          Int(number) ?? 0, prefix: hasBoth ? reference.key.isEndnote ? "en:" : "fn:" : "")
      // A note that the document lost is one that its mark does not find.
      if known.updateValue(label, forKey: reference.key) == nil, let body = bodies[reference.key] {
        draft.notes.append(Self.note(body, label, citations))
      }
      draft.citations.append(
        .init(
          range: reference.range,
          markers: [.init(label: number, target: .note(label), style: .footnote, range: reference.range)]))
    }
  }

  /// A foot- or endnote with the records of the citations in it, which are in the order of the text.
  private static func note(
    _ body: DocxDraft.NoteBody, _ label: String, _ citations: [DocxFields.Citation]
  ) -> ArticleDraft.NoteDraft {
    let first = citations.partitioningIndex { $0.range.lowerBound >= body.range.lowerBound }
    var note = ArticleDraft.NoteDraft(
      label: label, range: body.range, paragraphs: body.paragraphs.map { .init(range: $0) })
    note.records = citations[first...].prefix { $0.range.lowerBound < body.range.upperBound }.flatMap { citation in
      citation.works.map { (citation.range.clamped(to: body.range), $0.item) }
    }
    return note
  }
}
