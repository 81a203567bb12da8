import IbidArticles
import IbidCSL
import IbidFormats
public import IbidModel
import IbidText

/// A manuscript with its citations and bibliography rendered in a style.
///
///     let style = try StyleSearch().style("apa")
///     let paper = try FormattedManuscript(path: "paper.md", items: [item], style: style)
///     print(paper.text ?? "")
public struct FormattedManuscript: Sendable {
  /// A citation of a work that no record describes.
  ///
  ///     let style = try StyleSearch().style("apa")
  ///     let paper = try FormattedManuscript(path: "paper.md", items: [], style: style)
  ///     for missing in paper.missing { print(missing.place.line, missing.key, missing.nearest) }
  public struct MissingKey: Sendable, Hashable {
    /// The key, as it was written.
    public let key: String
    /// Where the citation stands.
    public let place: Place
    /// Keys that the author may have meant.
    public let nearest: [String]
  }

  /// The manuscript's text; nil where keys are missing and no draft is wanted. Markdown for pandoc where the format is
  /// one that pandoc writes.
  public let text: String?
  /// In the order of the text.
  public let missing: [MissingKey]
  /// What could not be done as asked.
  public let warnings: [String]
  /// A line for each name, given name and year suffix that tells works apart, and why.
  public let explanations: [String]

  /// Renders the manuscript in `bytes`.
  ///
  /// - Parameters:
  ///   - path: what errors are reported under; its ending decides the format where none is given.
  ///   - items: the records that the manuscript may cite.
  ///   - style: as `StyleSearch` finds it.
  ///   - locale: an RFC 4646 tag; nil for the style's own.
  ///   - isDraft: whether citations of missing keys are shown as `[@key?]` instead of stopping the rendering.
  ///   - explains: whether `explanations` are wanted.
  /// - Throws: `IbidError` where the manuscript is no text, its YAML is broken, or there is no such locale.
  public init(
    bytes: [UInt8], path: String, items: [Item], style: FoundStyle, locale: String? = nil, format: Format? = nil,
    isDraft: Bool = false, explains: Bool = false
  ) throws(IbidError) {
    let manuscript: Manuscript
    do { manuscript = try Manuscript.read(bytes, path: path) } catch { throw IbidError(error) }
    let known = Set(items.map(\.id))
    missing = Self.missing(manuscript, bytes, known)
    guard missing.isEmpty || isDraft else {
      (text, warnings, explanations) = (nil, [], [])
      return
    }
    let isPlain = manuscript.isPlainText
    let format = format ?? (isPlain ? .text : .markdown)
    // A page is made of Markdown, but of plain text directly: that is no Markdown.
    let output: OutputFormat = format == .text ? .text : isPlain && format == .html ? .html : .markdown
    let processor = try style.processor(locale: locale, format: output)
    let metadata = try ManuscriptMetadata(bytes, path: path)
    let cited = Set(manuscript.citations.flatMap { $0.cites.map(\.key) }).union(metadata.uncited)
    let items = metadata.listsAll ? items : items.filter { cited.contains($0.id) }
    let order = ReadingOrder(manuscript, makesNotes: style.makesNotes)
    var cites = ManuscriptCites(manuscript, terms: processor.locatorTerms)
    let citations = order.citations.map { cites.citation($0.citation, note: $0.number, known: known) }
    let result = processor.process(items: items, citations: citations)
    let names = Self.authors(order.citations.map(\.citation), processor, items, style)
    var writer = ManuscriptWriter(
      bytes: bytes, manuscript: manuscript, format: format, output: output,
      choices: ManuscriptChoices(metadata, makesNotes: style.makesNotes))
    for (index, placed) in order.citations.enumerated() {
      let rendered = RenderedCitation(
        author: names[index], text: cites.reader.filled(result.citations[index]),
        missing: placed.citation.cites.map(\.key).filter { !known.contains($0) })
      if style.makesNotes, placed.citation.note == nil {
        writer.note(placed.citation, rendered)
      } else {
        writer.inline(placed.citation, rendered)
      }
    }
    let formatted = writer.finished(bibliography: metadata.suppressesBibliography ? [] : result.bibliography)
    text =
      format == .html
      ? isPlain ? PlainTextPage.html(of: formatted) : PagePlace.filled(MarkdownPage.html(of: formatted))
      : formatted
    warnings =
      [style.missingLocale(insteadOf: locale)].compactMap(\.self) + result.warnings.compactMap(\.sentence)
      + metadata.uncited.filter { !known.contains($0) }.map { "no record has the key “\($0)” of nocite" }
    explanations =
      explains
      ? processor.explanations(items: items, citations: citations, listsUncited: false).map(\.sentence) : []
  }

  /// Renders the manuscript at `path`.
  ///
  /// - Throws: as the other, and where the file cannot be read.
  public init(
    path: String, items: [Item], style: FoundStyle, locale: String? = nil, format: Format? = nil,
    isDraft: Bool = false, explains: Bool = false
  ) throws(IbidError) {
    try self.init(
      bytes: InputFile(path: path).bytes(limit: 200_000_000), path: path, items: items, style: style, locale: locale,
      format: format, isDraft: isDraft, explains: explains)
  }

  private static func missing(_ manuscript: Manuscript, _ bytes: [UInt8], _ known: Set<String>) -> [MissingKey] {
    let lines = LineIndex(bytes)
    let names = known.sorted()
    return manuscript.citations.flatMap { citation in
      citation.cites.filter { !known.contains($0.key) }.map { cite in
        MissingKey(
          key: cite.key, place: lines.place(at: citation.range.lowerBound),
          nearest: NearestNames.nearest(to: cite.key, among: names))
      }
    }
  }

  /// The authors' names of the citations whose first work the sentence names; nil for all others.
  private static func authors(
    _ citations: [Manuscript.Citation], _ processor: Processor, _ items: [Item], _ style: FoundStyle
  ) -> [String?] {
    func namesAuthor(_ citation: Manuscript.Citation) -> Bool {
      citation.isInText && citation.cites.first?.suppressesAuthor == false
    }
    guard citations.contains(where: namesAuthor) else { return citations.map { _ in nil } }
    let known = Set(items.map(\.id))
    let named = citations.map { citation in
      Citation(citation.cites.prefix(1).filter { known.contains($0.key) }.map { Cite(id: $0.key, mode: .authorOnly) })
    }
    // Later names may be shorter; in notes the prose names an author in full each time.
    let scope: CitationScope = style.makesNotes ? .single : .document
    let texts = processor.process(items: items, citations: named, listsUncited: false, scope: scope).citations
    return zip(citations, texts).map { namesAuthor($0) && !$1.isEmpty ? $1 : nil }
  }
}
