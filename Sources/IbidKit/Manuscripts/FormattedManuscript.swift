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
  /// What the text is written as.
  ///
  ///     let format = FormattedManuscript.Format.html
  public enum Format: String, Sendable, CaseIterable {
    case markdown, text, html

    /// The format of this name or short name: `md`.
    ///
    /// - Throws: `IbidError` where a manuscript cannot be written so.
    public init(named name: String) throws(IbidError) {
      self.init(try Self.formats.format(named: name, for: .writing))
    }

    /// The format in which a file of this name is written, by its ending; nil where the ending says nothing.
    ///
    /// - Throws: `IbidError` where the ending is that of a kind of file that a manuscript cannot be written as.
    public init?(for output: String) throws(IbidError) {
      guard let format = try Self.formats.format(ofFile: output, for: .writing) else { return nil }
      self.init(format)
    }

    /// Those of a bibliography's formats that are running text.
    private static var formats: [RecordFormat] { RecordFormats.all.filter { Self(rawValue: $0.name) != nil } }

    private init(_ format: RecordFormat) { self = Self(rawValue: format.name) ?? .text }
  }

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

  /// The manuscript's text; nil where keys are missing.
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
  ///   - explains: whether `explanations` are wanted.
  /// - Throws: `IbidError` where the manuscript is no text, its YAML is broken, or there is no such locale.
  public init(
    bytes: [UInt8], path: String, items: [Item], style: FoundStyle, locale: String? = nil, format: Format? = nil,
    explains: Bool = false
  ) throws(IbidError) {
    let manuscript: Manuscript
    do { manuscript = try Manuscript.read(bytes, path: path) } catch { throw IbidError(error) }
    let known = Set(items.map(\.id))
    missing = Self.missing(manuscript, bytes, known)
    let isPlain = manuscript.isPlainText
    let format = format ?? (isPlain ? .text : .markdown)
    guard missing.isEmpty else {
      (text, warnings, explanations) = (nil, [], [])
      return
    }
    // A page is made of Markdown, but of plain text directly: that is no Markdown.
    let output: OutputFormat = format == .text ? .text : isPlain && format == .html ? .html : .markdown
    let processor = try style.processor(locale: locale, format: output)
    let metadata = try ManuscriptMetadata(bytes, path: path)
    let cited = Set(manuscript.citations.flatMap { $0.cites.map(\.key) }).union(metadata.uncited)
    let items = metadata.listsAll ? items : items.filter { cited.contains($0.id) }
    let order = ReadingOrder(manuscript, makesNotes: style.makesNotes)
    let citations = order.citations.map {
      Self.citation($0.citation, note: $0.number, startsNote: style.makesNotes && $0.citation.note == nil)
    }
    let result = processor.process(items: items, citations: citations)
    let names = Self.authors(order, processor, items)
    var writer = ManuscriptWriter(bytes: bytes, manuscript: manuscript, format: output)
    for (index, placed) in order.citations.enumerated() {
      let author = names[index]
      if style.makesNotes, placed.citation.note == nil {
        writer.note(placed.citation, author: author, text: result.citations[index])
      } else {
        writer.inline(placed.citation, author: author, text: result.citations[index])
      }
    }
    let formatted = writer.finished(bibliography: result.bibliography.map(\.text))
    text = format == .html ? isPlain ? PlainTextPage.html(of: formatted) : MarkdownPage.html(of: formatted) : formatted
    warnings =
      [style.missingLocale(insteadOf: locale)].compactMap(\.self) + result.warnings.map { "\($0)" }
      + metadata.uncited.filter { !known.contains($0) }.map { "no record has the key “\($0)” of nocite" }
    explanations =
      explains
      ? processor.explanations(items: items, citations: citations, listsUncited: false).map(\.sentence) : []
  }

  /// Renders the manuscript at `path`.
  ///
  /// - Throws: as the other, and where the file cannot be read.
  public init(
    path: String, items: [Item], style: FoundStyle, locale: String? = nil, format: Format? = nil, explains: Bool = false
  ) throws(IbidError) {
    try self.init(
      bytes: InputFile(path: path).bytes(limit: 200_000_000), path: path, items: items, style: style, locale: locale,
      format: format, explains: explains)
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

  /// In the text the prose names the author, so that the citation leaves the name out.
  ///
  /// - Parameter startsNote: whether the citation becomes a note, which begins with a capital.
  private static func citation(_ citation: Manuscript.Citation, note: Int?, startsNote: Bool) -> Citation {
    Citation(
      citation.cites.enumerated().map { index, cite in
        Cite(
          id: cite.key, locator: cite.locator.map(Locator.init)?.value, label: cite.locator.map(Locator.init)?.label,
          prefix: cite.prefix.map { (startsNote && index == 0 ? $0.capitalizedFirst : $0) + " " },
          suffix: cite.suffix.map { ($0.startsWithLetter ? ", " : " ") + $0 },
          mode: cite.suppressesAuthor || citation.isInText ? .suppressAuthor : .complete)
      }, noteNumber: note)
  }

  /// The authors' names of the citations that stand in the sentence; nil for all others.
  private static func authors(_ order: ReadingOrder, _ processor: Processor, _ items: [Item]) -> [String?] {
    let citations = order.citations.map(\.citation)
    guard citations.contains(where: \.isInText) else { return citations.map { _ in nil } }
    // Later names may be shorter, in notes too.
    let named = order.citations.map { placed in
      Citation(placed.citation.cites.map { Cite(id: $0.key, mode: .authorOnly) }, noteNumber: placed.number)
    }
    let texts = processor.process(items: items, citations: named, listsUncited: false).citations
    return zip(citations, texts).map { $0.isInText && !$1.isEmpty ? $1 : nil }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var startsWithLetter: Bool { utf8.first.map { $0.isASCIILetter || $0 >= 0x80 } ?? false }
}
