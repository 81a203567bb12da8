import IbidArticles
import IbidChecks
import IbidClaims
public import IbidModel
import IbidStore
import IbidText

/// An article read, its notes understood, its claims linked with records: what `claims`, `notes`, `check` and
/// `export --cited-in` start from.
public struct ArticleCheck: Sendable {
  /// What the readers of record files met with.
  public let problems: [RecordProblem]
  private let linked: LinkedArticle
  private let lines: LineIndex
  private let text: [UInt8]
  private let places: ArticlePlaces
  private let suppressions: [Suppression]

  /// Reads the article at `path` and looks up its references in `records`.
  ///
  /// - Parameter format: the article's format; nil to recognize it.
  /// - Throws: `IbidError` where the article or the records cannot be read.
  public init(path: String, format: String? = nil, records: RecordChoice) throws(IbidError) {
    try self.init(bytes: InputFile(path: path).bytes(limit: 200_000_000), path: path, format: format, records: records)
  }

  /// The same for an article's bytes; `path` is what findings are reported under.
  public init(bytes: [UInt8], path: String, format: String? = nil, records: RecordChoice) throws(IbidError) {
    var (source, problems) = try records.source()
    let block = FrontMatter(bytes)
    if let problem = block.problem { problems.append(problem.record(in: path)) }
    if !block.works.isEmpty { source = OwnRecords(block.works, before: source) }
    try self.init(bytes: bytes, path: path, format: format, source: source, problems: problems)
  }

  /// The same for records that are in memory.
  public init(bytes: [UInt8], path: String, format: String? = nil, items: [Item]) throws(IbidError) {
    try self.init(bytes: bytes, path: path, format: format, source: MemoryRecords(items), problems: [])
  }

  private init(
    bytes: [UInt8], path: String, format: String?, source: any RecordSource, problems: [RecordProblem]
  ) throws(IbidError) {
    let read: ReadArticle
    do throws(ArticleError) {
      let folder = ArticleFolder(of: path)
      read = try ArticleReaders.read(bytes, path: path, format: format) { folder?.bytes(of: $0) }
    } catch {
      throw IbidError(error.message)
    }
    lines = read.reading.lines
    text = read.text
    places = ArticlePlaces(pieces: read.pieces, lines: lines)
    suppressions = SuppressionReader.suppressions(in: read.text)
    self.problems = problems
    var linker = ArticleLinker(read.reading, records: source)
    do {
      linked = try linker.link(read.article)
    } catch let error as LibraryError {
      throw IbidError(error.message)
    } catch {
      throw IbidError("\(path): \(error)")
    }
  }

  /// The works that the article cites, in the order of first citation.
  public var citedItems: [Item] { linked.works.map(\.item) }

  /// The contract's JSON of claims, notes and items.
  public func claimsJSON(explaining: Bool = false) -> JSONValue {
    places.json(ClaimsReport(linked).json(explaining: explaining))
  }

  /// The contract's JSON of notes and items, without the references whose reading is less sure than `minConfidence`
  /// (0…1).
  public func notesJSON(minConfidence: Double = 0) -> JSONValue {
    places.json(ClaimsReport(linked, minConfidence: minConfidence).notesJSON)
  }

  /// What these rules find (all rules where none is named), but for what the article's own remarks switch off.
  public func findings(rules: RuleSelection = RuleSelection()) -> [Finding] {
    let found = rules.findings(in: linked).filter { finding in
      let first = finding.range.place.line
      // A finding ends on the line of its last byte.
      let last = suppressions.isEmpty ? first : lines.place(at: max(0, finding.range.offsets.upperBound - 1)).line
      return !suppressions.contains { $0.covers(finding.rule, first...max(first, last)) }
    }
    return found.map(places.written)
  }

  /// The findings with their places in the text as it was read.
  private func read(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      var finding = finding
      if let range = places.read(finding) { finding.range = range }
      return finding
    }
  }

  /// Rules that the article's remarks switch off and that there are not: `line: name`.
  public var unknownSuppressions: [String] {
    let known = Set(Rules.all.map(\.id))
    return suppressions.flatMap { one in
      one.rules.filter { !known.contains($0) }.map { "\(linked.article.path):\(one.line): there is no rule “\($0)”" }
    }
  }

  /// What each finding is known by when lines have moved.
  public func fingerprints(of findings: [Finding]) -> [String] { Fingerprint.all(of: read(findings), in: text) }

  /// The report of these findings as one page of HTML, which needs nothing else.
  public func htmlReport(of findings: [Finding]) -> String { HTMLReporter(linked, findings: read(findings)).page }

  /// For each section how many of its claims are cited, hollow and uncited, as a table for a terminal.
  public func sectionTable(usesColour: Bool) -> String {
    SectionTable(linked: linked, usesColour: usesColour).text
  }

  /// A finding as text with the line that it stands in.
  public func text(of finding: Finding, usesColour: Bool) -> String {
    TextReporter(lines: lines, usesColour: usesColour).text(of: finding, at: places.read(finding))
  }

  /// One line that counts the findings.
  public func summary(of findings: [Finding]) -> String { TextReporter.summary(of: findings, in: linked.article.path) }

  /// One line on the article's claims: how many there are, and how many are cited, hollow and uncited.
  public var claimsSummary: String {
    let claims = linked.judgements.indices.filter { linked.judgements[$0].kind == .claim }
    func count(_ status: CitationStatus) -> Int { claims.count { linked.statuses[$0] == status } }
    let notes = linked.notes.count { !$0.references.isEmpty }
    return "\(claims.count) claims: \(count(.cited)) cited, \(count(.hollow)) hollow, \(count(.uncited)) uncited; "
      + "\(linked.notes.count) notes, \(notes) with a reference; \(linked.works.count) works"
  }

  /// The article's claims for a terminal: a line each with place, state, score and keys.
  public func claimsText(explaining: Bool, usesColour: Bool) -> String {
    ClaimsText(linked: linked, places: places, isExplaining: explaining, usesColour: usesColour).text
  }

  /// The article's notes for a terminal: a line a reference whose reading is as sure as `minConfidence` (0…1).
  public func notesText(minConfidence: Double = 0) -> String {
    NotesText(linked: linked, places: places, minConfidence: minConfidence).text
  }
}
