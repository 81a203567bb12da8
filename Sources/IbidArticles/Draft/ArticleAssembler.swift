import IbidModel
import IbidText

/// Makes an article of a draft: sentences with their markers, sections, notes, and all places.
struct ArticleAssembler {
  private let draft: ArticleDraft
  private let reading: ReadingCopy
  private var article: Article
  /// Citations in the order of the text, and the first that has not been passed.
  private var next = 0

  /// The article of this draft.
  ///
  /// - Parameter source: the file as it was written, or the files.
  static func read(_ draft: ArticleDraft, source: SourceText, path: String, format: ArticleFormat) -> ReadArticle {
    var assembler = ArticleAssembler(draft, source: source, path: path, format: format)
    let article = assembler.assemble()
    return ReadArticle(article: article, reading: assembler.reading, format: format)
  }

  private init(_ draft: ArticleDraft, source: SourceText, path: String, format: ArticleFormat) {
    var draft = draft
    draft.citations.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    draft.links.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.draft = draft
    reading = ReadingCopy(draft.text, map: draft.map, source: source)
    article = Article(path: path, format: format.name)
    article.traits = format.traits
  }

  private mutating func assemble() -> Article {
    article.title = draft.title
    article.links = draft.links.map { range($0.range) }
    for (number, block) in draft.blocks.enumerated() { append(block, number: number) }
    appendMarkers(before: draft.text.count + 1)
    article.notes = draft.notes.map(note).sorted { $0.range.position < $1.range.position }
    return article
  }

  private mutating func append(_ block: ArticleDraft.Block, number: Int) {
    appendMarkers(before: block.range.lowerBound)
    let citations = citations(in: block.range)
    if block.setting == .heading, block.level > 0 {
      let title = ReadingText.string(draft.text, block.range, without: citations)
      article.sections.append(Section(title: title, level: block.level, range: range(block.range)))
    }
    for sentence in sentences(of: block, citations: citations) {
      appendMarkers(before: sentence.lowerBound)
      let first = article.markers.count
      let inside = appendMarkers(before: sentence.upperBound)
      let text = ReadingText.string(draft.text, sentence, without: draft.citations[inside])
      guard !text.isEmpty || !inside.isEmpty else { continue }
      article.sentences.append(
        Sentence(
          text: text, range: range(sentence), setting: block.setting,
          section: article.sections.isEmpty ? nil : article.sections.count - 1, block: number,
          markers: first..<article.markers.count))
      if block.setting != .metadata { article.wordCount += ReadingText.wordCount(of: text) }
    }
  }

  private func sentences(of block: ArticleDraft.Block, citations: ArraySlice<ArticleDraft.Citation>) -> [Range<Int>] {
    if block.isVerbatim { return [] }
    if block.setting == .heading { return [block.range] }
    return SentenceSplitter.sentences(in: draft.text, of: block.range, markers: citations.map(\.range))
  }

  /// The citations that start in a block; the pass has not gone beyond its start.
  private func citations(in range: Range<Int>) -> ArraySlice<ArticleDraft.Citation> {
    var end = next
    while end < draft.citations.count, draft.citations[end].range.lowerBound < range.upperBound { end += 1 }
    return draft.citations[next..<end]
  }

  /// Appends the markers of citations that start before `offset`, and returns which citations these were.
  @discardableResult
  private mutating func appendMarkers(before offset: Int) -> Range<Int> {
    let first = next
    while next < draft.citations.count, draft.citations[next].range.lowerBound < offset {
      for marker in draft.citations[next].markers { article.markers.append(made(marker, citation: next)) }
      next += 1
    }
    return first..<next
  }

  private func made(_ draft: ArticleDraft.MarkerDraft, citation: Int) -> Marker {
    var marker = Marker(
      label: draft.label, target: draft.target, style: draft.style, range: range(draft.range), citation: citation)
    marker.locator = draft.locator
    marker.prefix = draft.prefix
    marker.suffix = draft.suffix
    marker.suppressesAuthor = draft.suppressesAuthor
    marker.isInText = self.draft.citations[citation].isInText
    return marker
  }

  private func note(_ draft: ArticleDraft.NoteDraft) -> Note {
    var stretch = self.draft.map.source(of: draft.range)
    if let start = draft.sourceStart { stretch = start..<max(start, stretch.upperBound) }
    var note = Note(
      label: draft.label, range: reading.source.range(stretch),
      paragraphs: draft.paragraphs.map {
        Note.Paragraph(
          text: ReadingText.string(self.draft.text, $0.range), range: range($0.range), listDepth: $0.listDepth)
      })
    note.references = draft.records.map {
      Reference(
        text: ReadingText.string(self.draft.text, $0.range), range: range($0.range), item: $0.item, confidence: 1)
    }
    note.links = links(in: draft.range).map { Note.Link(address: $0.address, range: range($0.range)) }
    return note
  }

  /// The links whose words start in a stretch of the text.
  private func links(in range: Range<Int>) -> ArraySlice<ArticleDraft.Link> {
    let first = draft.links.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return draft.links[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  private func range(_ text: Range<Int>) -> SourceRange { reading.range(text) }
}
