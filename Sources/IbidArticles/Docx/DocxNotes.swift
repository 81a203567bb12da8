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
    notes.addNumbers(document.raised)
    return notes.draft
  }

  private init(_ document: DocxDraft) {
    draft = ArticleDraft(text: document.text)
    draft.verbatim = document.verbatim
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
      guard let body = bodies[reference.key] else { continue }
      let number = String(decoding: draft.text[reference.range], as: UTF8.self)
      let label =
        known[reference.key]
        ?? freeLabel(
          Int(number) ?? 0, prefix: hasBoth ? reference.key.isEndnote ? "en:" : "fn:" : "")
      if known.updateValue(label, forKey: reference.key) == nil {
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

  // MARK: Raised numbers

  /// Adds what stands raised and counts notes; where nothing does, numbers are looked for as in plain text.
  private mutating func addNumbers(_ raised: [Range<Int>]) {
    let cap = draft.notes.lazy.compactMap { Int($0.label) }.filter { $0 <= NumberList.largest }.max() ?? 0
    guard cap > 0 else { return }
    let known = Set(draft.notes.map(\.label))
    let taken = draft.citations.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var index = 0
    var found: [ArticleDraft.Citation] = []
    for range in raised {
      while index < taken.count, taken[index].upperBound <= range.lowerBound { index += 1 }
      if index < taken.count, taken[index].overlaps(range) { continue }
      if let citation = citation(raised: range, cap: cap, known: known) { found.append(citation) }
    }
    draft.citations += found
    if found.isEmpty { draft.addLinkedMarkers() }
  }

  private func citation(raised range: Range<Int>, cap: Int, known: Set<String>) -> ArticleDraft.Citation? {
    guard range.lowerBound > 0, !isExponent(range),
      let start = range.first(where: { draft.text[$0].isASCIIDigit }),
      let list = NumberList.read(draft.text, from: start, to: range.upperBound, cap: cap, spacing: .allowed),
      draft.text[list.end..<range.upperBound].allSatisfy({ !$0.isASCIILetter && !$0.isASCIIDigit }),
      draft.text[range.lowerBound..<start].allSatisfy({ ",;[( ".utf8.contains($0) })
    else { return nil }
    var markers: [ArticleDraft.MarkerDraft] = []
    for part in list.parts where part.last <= cap {
      for number in part.first...part.last where known.contains(String(number)) {
        let label = String(number)
        markers.append(.init(label: label, target: .note(label), style: .superscript, range: part.range))
      }
    }
    return markers.isEmpty ? nil : ArticleDraft.Citation(range: start..<list.end, markers: markers)
  }

  /// Whether a raised number is a power: behind a digit, or a square or cube behind a unit of length.
  private func isExponent(_ range: Range<Int>) -> Bool {
    let before = draft.text[range.lowerBound - 1]
    if before.isASCIIDigit { return true }
    var word = range.lowerBound
    while word > 0, range.lowerBound - word < 4, draft.text[word - 1].isASCIILetter { word -= 1 }
    let unit = String(decoding: draft.text[word..<range.lowerBound], as: UTF8.self)
    let power = String(decoding: draft.text[range], as: UTF8.self)
    return ["2", "3"].contains(power) && ["m", "cm", "mm", "km", "dm", "nm", "ft", "in", "kg/m"].contains(unit)
  }
}
