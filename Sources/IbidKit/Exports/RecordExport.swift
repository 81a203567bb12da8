import IbidFormats
public import IbidModel
import IbidText

/// Writes records in one of the formats, each as it is read where the format and the choice of records allow it: in
/// memory that does not grow with their number.
///
///     let records = RecordChoice(library: nil, from: ["pubmed.xml"])
///     let export = RecordExport(of: records, in: try ExportFormat(named: "bibtex"))
///     let report = try export.write { bytes in print(bytes.count) }
public struct RecordExport: Sendable {
  /// Which records are written.
  ///
  ///     var export = RecordExport(of: .files(["pubmed.xml"]), in: try ExportFormat(named: "text"))
  ///     export.selection = .cited(by: "article.md")
  public enum Selection: Sendable, Equatable {
    /// All, in the order of the library's keys, or of the files.
    case all
    /// Those of these keys, in this order.
    case keys([String])
    /// Those that the article at this path cites, in the order of first citation.
    case cited(by: String)
    /// The article at this path itself, as others cite it; the records are not looked at.
    case article(String)
  }

  /// What an export met with.
  ///
  ///     let export = RecordExport(of: .files(["pubmed.xml"]), in: try ExportFormat(named: "jsonl"))
  ///     for problem in try export.write(to: { _ in }).problems { print(problem.message) }
  public struct Report: Sendable, Equatable {
    /// How many records were written.
    public var records = 0
    /// What the readers of record files met with.
    public var problems: [RecordProblem] = []
    /// What the format's writer could not do as asked.
    public var warnings: [String] = []
    /// What of which record could not be carried: found by reading what was written. Empty for formats that are not
    /// read.
    public var losses: [RecordLoss] = []
    /// How many records had facts of PubMed, MeSH headings and grants among them, that the format has no place for.
    public var recordsWithoutPubMedFacts = 0
    /// How many records had decisions of a screening that the format has no place for.
    public var recordsWithoutDecision = 0
  }

  /// Which records are written.
  public var selection = Selection.all
  /// Files of records that belong to the article whose works are written, beside those that it names.
  public var bibliography: [String] = []
  /// The style of a text in a journal's style, by name, title, ISSN or path; nil for the journal's, or Vancouver.
  public var style: String?
  /// The journal whose style is wanted, by name, abbreviation or ISSN.
  public var journal: String?
  /// The language of a text in a journal's style, as an RFC 4646 tag; nil for the style's own.
  public var locale: String?
  /// Whether PubMed's MeSH descriptors are written as keywords, behind those that the record has.
  public var addsMeSHKeywords = false
  private let records: RecordChoice
  private let format: ExportFormat

  /// Bytes that are gathered before they are written.
  private static let blockSize = 1 << 17

  /// An export of all these records.
  public init(of records: RecordChoice, in format: ExportFormat) {
    self.records = records
    self.format = format
  }

  /// Gives the text to `put`, block by block.
  ///
  /// - Parameter onProgress: told now and then how far which file, or the library, has been read.
  /// - Throws: `IbidError` where there is no such style, locale or key, or where a file or the library cannot be read;
  ///   what `put` throws.
  public func write(
    onProgress: (String, ReadingProgress) -> Void = { _, _ in },
    to put: (UnsafeRawBufferPointer) throws(IbidError) -> Void
  ) throws(IbidError) -> Report {
    var writer = try makeWriter()
    writer.begin()
    var readBack = ReadBack(format)
    var count = 0
    var undecided = 0
    let problems = try read(onProgress: onProgress) { (item, marks) throws(IbidError) in
      let marked = marks.map { $0.added(to: item, inCustom: format.marks == .inCustom) } ?? item
      if format.marks == .inVariables, marks?.screening != nil { undecided += 1 }
      let item = addsMeSHKeywords ? Self.withMeSHKeywords(marked) : marked
      let start = writer.bytes.count
      writer.write(item)
      count += 1
      if readBack != nil, !writer.carries(item) { readBack?.add(item, written: writer.bytes[start...]) }
      if writer.bytes.count >= Self.blockSize { try Self.flush(&writer, to: put) }
    }
    let start = writer.bytes.count
    let warnings = writer.end()
    readBack?.finish(written: writer.bytes[start...])
    try Self.flush(&writer, to: put)
    return Report(
      records: count, problems: problems, warnings: warnings, losses: readBack?.losses ?? [],
      recordsWithoutPubMedFacts: readBack?.losesPubMedFacts ?? 0, recordsWithoutDecision: undecided)
  }

  private func makeWriter() throws(IbidError) -> any RecordWriter {
    var article: String?
    switch selection {
    case .cited(let path), .article(let path): article = path
    case .all, .keys: break
    }
    let options = WritingOptions(style: style, journal: journal, locale: locale, article: article)
    do { return try format.makeWriter(options) } catch { throw IbidError(error, path: "-") }
  }

  private func read(
    onProgress: (String, ReadingProgress) -> Void, each: (Item, LibraryMarks?) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    let chosen: (items: [Item], problems: [RecordProblem])
    switch selection {
    case .all where format.marks != nil: return try records.readMarked(onProgress: onProgress, each: each)
    case .all:
      return try records.read(onProgress: onProgress) { (item) throws(IbidError) in try each(item, nil) }
    case .article(let path): chosen = ([try ArticleItem.item(ofArticle: path)], [])
    case .keys(let keys): chosen = try records.items(keys: keys, onProgress: onProgress)
    case .cited(let path):
      let article = try CheckedArticle(
        path: path, bibliography: bibliography, records: records.open(onProgress: onProgress))
      chosen = (article.works.map(\.item), article.problems + Self.missing(in: article, path))
      guard !chosen.items.isEmpty || !chosen.problems.isEmpty else {
        throw IbidError(.noCitations, "\(path): no citation of a work was found; nothing is written", path: path)
      }
    }
    for item in chosen.items { try each(item, format.marks == nil ? nil : records.marks(of: item)) }
    return chosen.problems
  }

  /// The keys that an article cites and no record has, each once, where it stands first.
  private static func missing(in article: CheckedArticle, _ path: String) -> [RecordProblem] {
    var told: Set<String> = []
    return article.markers.compactMap { link in
      guard case .key(let key) = link.marker.target, link.works.isEmpty, told.insert(key).inserted else { return nil }
      return RecordProblem(
        outcome: .rejected, path: link.marker.range.path ?? path, line: link.marker.range.place.line, record: key,
        message: "no record has this key; it is left out")
    }
  }

  /// The record with its MeSH descriptors among its keywords, each word once, in whatever case.
  private static func withMeSHKeywords(_ item: Item) -> Item {
    guard let facts = item.pubmed else { return item }
    let own = (item[.keyword] ?? "").split(separator: ";").map { String($0).trimmedASCII }.filter { !$0.isEmpty }
    var known = Set(own.map { $0.lowercased() })
    let new = PubMedReading(facts).meshDescriptors.map(RichText.plain).filter { known.insert($0.lowercased()).inserted }
    if new.isEmpty { return item }
    var item = item
    item[.keyword] = (own + new).joined(separator: "; ")
    return item
  }

  private static func flush(
    _ writer: inout any RecordWriter, to put: (UnsafeRawBufferPointer) throws(IbidError) -> Void
  ) throws(IbidError) {
    var failure: IbidError?
    writer.bytes.withUnsafeBytes { bytes in
      do throws(IbidError) { try put(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    writer.bytes.removeAll(keepingCapacity: true)
  }
}
