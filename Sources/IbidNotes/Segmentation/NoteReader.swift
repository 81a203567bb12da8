package import IbidModel
package import IbidText

/// Reads what a note holds: references, verbatim quotes, works named in passing, commentary.
package struct NoteReader: Sendable {
  let reading: ReadingCopy
  private let labeller: Labeller?
  private let segments: SegmentModel?

  /// A reader for the notes of a file.
  package init(_ reading: ReadingCopy, labeller: Labeller? = .bundled, segments: SegmentModel? = .bundled) {
    self.labeller = labeller
    self.segments = segments
    self.reading = reading
  }

  /// The notes of an article, in their order, each as `read(_:in:)` gives it. What depends on no note before is done on
  /// all processors.
  package func read(_ notes: [Note], in style: inout ListStyle) -> [Note] {
    let found = notes.concurrentMap(inStretchesOf: 8) { note in
      note.references.isEmpty ? note.paragraphs.map(candidates) : []
    }
    return zip(notes, found).map { read($0, $1, in: &style) }
  }

  /// The note with `references`, `quotes`, `terseCitations` and `hasCommentary` as its paragraphs give them.
  ///
  /// In a list inside a note only an entry that starts with names and initials is a reference; others are
  /// commentary. References that came with the file, as a Word document's fields carry them, are kept, and none is
  /// looked for beside them.
  ///
  /// - Parameter style: that of the article's references, which takes up those of the note.
  package func read(_ note: Note, in style: inout ListStyle) -> Note { read([note], in: &style)[0] }

  private func read(_ note: Note, _ candidates: [[Candidate]], in style: inout ListStyle) -> Note {
    var note = note
    let given = note.references
    note.quotes = []
    note.terseCitations = []
    note.hasCommentary = false
    var isQuotedList = false
    for (index, paragraph) in note.paragraphs.enumerated() {
      // The list that «quoted verbatim:» announces is another's words.
      if isQuotedList, paragraph.listDepth > 0 { continue }
      isQuotedList = QuoteIntroduction.leadsToList(paragraph.text)
      read(paragraph, given.isEmpty ? candidates[index] : [], given: given, into: &note, &style)
    }
    if note.references.isEmpty, let reference = bareIdentifier(in: note) ?? linkedWork(in: note) {
      note.references = [reference]
      note.hasCommentary = false
    }
    if given.isEmpty { adoptLinks(of: &note) }
    return note
  }

  /// A note that is nothing but a work's identifier or address: `doi:10.1000/x`, `PMID: 123`, `https://…`.
  private func bareIdentifier(in note: Note) -> Reference? {
    guard note.paragraphs.count == 1, let paragraph = note.paragraphs.first, note.quotes.isEmpty else { return nil }
    let range = reading.offsets(of: paragraph.range)
    let text = ReferenceText(reading.bytes, in: range)
    let words = text.tokens.filter(\.isWord)
    let isNamed = { (token: Token) in text.identifiers.contains { $0.range.overlaps(token.start..<token.end) } }
    guard !text.identifiers.isEmpty, words.filter({ !isNamed($0) }).count <= 2 else { return nil }
    let item = Item(identifiers: text.identifiers)
    guard !item.texts.isEmpty else { return nil }
    return Reference(
      text: NoteText.collapsed(reading.bytes, range), range: reading.range(range), item: item, confidence: 0.9)
  }

  private func read(
    _ paragraph: Note.Paragraph, _ candidates: [Candidate], given: [Reference], into note: inout Note,
    _ style: inout ListStyle
  ) {
    let range = reading.offsets(of: paragraph.range)
    var rest: [Range<Int>] = []
    var position = range.lowerBound
    let found =
      given.isEmpty
      ? references(among: candidates, &style)
      : given.map { (reference: $0, range: reading.offsets(of: $0.range)) }.filter {
        range.contains($0.range.lowerBound)
      }
    if given.isEmpty { note.references += found.map(\.reference) }
    for found in found {
      if position < found.range.lowerBound { rest.append(position..<found.range.lowerBound) }
      position = max(position, found.range.upperBound)
    }
    if position < range.upperBound { rest.append(position..<range.upperBound) }
    for stretch in rest { readWords(in: stretch, into: &note) }
  }

  /// Quotes, works that are only named, and commentary in what is no reference.
  private func readWords(in stretch: Range<Int>, into note: inout Note) {
    let quotes = QuoteScanner.quotes(in: reading.bytes, stretch)
    note.quotes += quotes.map {
      Quote(text: NoteText.collapsed(reading.bytes, $0.words), range: reading.range($0.whole))
    }
    let short = ShortCitations.find(in: reading.bytes, stretch, besides: quotes.map(\.whole))
    let mentions = TerseCitations.terseCitations(in: reading, stretch).filter { mention in
      let range = reading.offsets(of: mention.range)
      return !short.contains { $0.range.overlaps(range) }
    }
    note.terseCitations += (short.map(terse) + mentions).sorted { $0.range.position < $1.range.position }
    // What is left between them.
    var position = stretch.lowerBound
    for taken in (quotes.map(\.whole) + short.map(\.range)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if position < taken.lowerBound, isCommentary(position..<taken.lowerBound) { note.hasCommentary = true }
      position = max(position, taken.upperBound)
    }
    if position < stretch.upperBound, isCommentary(position..<stretch.upperBound) { note.hasCommentary = true }
  }

  private func terse(_ found: ShortCitations.Found) -> TerseCitation {
    var citation = TerseCitation(
      text: NoteText.collapsed(reading.bytes, found.range), families: found.names, year: found.year,
      range: reading.range(found.range))
    citation.form = found.form
    citation.title = found.title
    citation.locator = found.locator
    return citation
  }

  /// What may be a reference, and where it stands.
  private typealias Candidate = (reference: ReferenceParser.Candidate, place: Range<Int>)

  private func candidates(in paragraph: Note.Paragraph) -> [Candidate] {
    guard let segments else { return [] }
    let text = ReferenceText(paragraph: reading.bytes, in: reading.offsets(of: paragraph.range))
    let finder = ReferenceFinder(text, by: segments, requiresInitials: paragraph.listDepth > 0)
    return finder.spans.compactMap { span in
      guard let first = span.first, let last = span.last else { return nil }
      let place = text.tokens[first].start..<text.tokens[last].end
      let whole = span == text.tokens.indices ? text.reference : ReferenceText(reading.bytes, in: place)
      return (ReferenceParser.candidate(whole, with: labeller), place)
    }
  }

  private func references(
    among candidates: [Candidate], _ style: inout ListStyle
  ) -> [(reference: Reference, range: Range<Int>)] {
    candidates.compactMap { candidate in
      let place = candidate.place
      let parsed = ReferenceParser.parse(candidate.reference, in: &style, with: labeller)
      // Prose with a year and an address reads as no reference: nothing in it is what a work has.
      let isRead =
        parsed.item[.title] != nil || parsed.item[.containerTitle] != nil || parsed.item[names: .author].count > 0
      guard isRead || labeller == nil, !ShortCitations.isOne(reading.bytes, place) else { return nil }
      let reference = Reference(
        text: NoteText.collapsed(reading.bytes, place), range: reading.range(place), item: parsed.item,
        confidence: parsed.confidence)
      return (reference, place)
    }
  }

  /// Whether a stretch beside the references says something: two words at least that are more than «The full quote:».
  private func isCommentary(_ range: Range<Int>) -> Bool {
    let tokens = Tokenizer.tokens(of: reading.bytes, in: range)
    return tokens.lazy.filter(\.isWord).prefix(2).count == 2 && LinkLabel.count(reading.bytes, tokens) < tokens.count
      && !QuoteIntroduction.isOne(String(decoding: reading.bytes[range], as: UTF8.self))
  }
}
