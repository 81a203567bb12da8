import IbidArticles
import IbidChecks
import IbidClaims
public import IbidModel
import IbidText

/// An article read, its notes understood, its claims linked with records: what `claims`, `notes`, `check` and
/// `export --cited-in` start from.
///
///     let records = try Records(files: ["pubmed.xml"])
///     let article = try CheckedArticle(path: "article.md", records: records)
///     for finding in article.findings() { print(finding.range.place.line, finding.message) }
public struct CheckedArticle: Sendable {
  /// Its sentences, in the order of the file.
  public let sentences: [CheckedSentence]
  /// Its notes, in the order of the file.
  public let notes: [CheckedNote]
  /// Its markers, in the order of the file.
  public let markers: [CheckedMarker]
  /// The works that it cites, each once, in the order of first citation.
  public let works: [CitedWork]
  /// Remarks that name rules which there are not.
  public let unknownSuppressions: [UnknownSuppression]
  /// What the readers of the record files met with.
  public let problems: [RecordProblem]
  let linked: LinkedArticle
  let reading: ArticleReading
  /// The text that its places point into.
  var source: SourceText { reading.read.source }
  /// The article's file, inflated, in its own encoding.
  var raw: [UInt8] { reading.raw }

  /// Most bytes of an article's file.
  private static let byteLimit = 200_000_000

  /// Reads the article at `path` (`-` is standard input) and looks up its references in its own bibliography, which it
  /// or its project names, and in `records`.
  ///
  /// - Parameters:
  ///   - format: the article's format; nil to recognize it.
  ///   - bibliography: files of records that belong to the article beside those that it names.
  /// - Throws: `IbidError` where the article or the records cannot be read. A file that the article names and that
  ///   cannot be read is one of its `problems`.
  public init(
    path: String, format: String? = nil, bibliography: [String] = [], records: Records = Records([])
  ) throws(IbidError) {
    try self.init(
      bytes: InputFile(path: path).bytes(limit: Self.byteLimit), path: path, format: format,
      bibliography: bibliography, records: records)
  }

  /// The same for an article's bytes; `path` is what its places and findings are reported under, and files that it
  /// takes in are looked for beside it.
  public init(
    bytes: [UInt8], path: String, format: String? = nil, bibliography: [String] = [], records: Records = Records([])
  ) throws(IbidError) {
    self = try ArticleReading(bytes: bytes, path: path, format: format, bibliography: bibliography)
      .linked(with: records)
  }

  init(_ linked: LinkedArticle, from reading: ArticleReading, problems: [RecordProblem]) {
    self.linked = linked
    self.reading = reading
    self.problems = problems
    let values = Values(linked)
    (sentences, notes, markers, works) = (values.sentences, values.notes, values.markers, values.works)
    let known = Set(Rules.all.map(\.id))
    unknownSuppressions = reading.suppressions.flatMap { one in
      one.rules.filter { !known.contains($0) }.map {
        UnknownSuppression(path: one.range.path ?? reading.path, line: one.range.place.line, rule: $0)
      }
    }
  }

  /// The article as it was read: path, format, title, sections, number of words.
  public var article: Article { linked.article }

  /// Its claims and notes in figures.
  public var summary: ClaimsSummary {
    ClaimsSummary(sentences: sentences, notes: notes, markers: markers, works: works.count)
  }

  /// What stands before the first heading, and each section, with how its claims are supported.
  public var sections: [SectionCoverage] { SectionCoverage.rows(of: linked) }

  /// What these rules find (all rules where none is named), but for what the article's own remarks switch off; in the
  /// order of the text, each with its fingerprint.
  public func findings(rules: RuleSelection = RuleSelection()) -> [Finding] {
    let found = rules.findings(in: linked).filter { finding in
      !reading.suppressions.contains { $0.covers(finding) }
    }
    return zip(found, Fingerprint.all(of: found, in: source.bytes)).map { finding, fingerprint in
      var finding = finding
      finding.fingerprint = fingerprint
      return finding
    }
  }

  /// A range as editors count it.
  public func utf16(_ range: SourceRange) -> UTF16Range {
    UTF16Range(start: utf16(at: range.position), end: utf16(at: range.positions.upperBound))
  }

  private func utf16(at position: Int) -> UTF16Place {
    UTF16Place(line: source.place(at: position).line, column: source.utf16Column(at: position))
  }
}

/// A remark of an article that switches off a rule which there is not.
///
///     for one in article.unknownSuppressions { print("\(one.path):\(one.line): \(one.rule)?") }
public struct UnknownSuppression: Sendable, Hashable {
  /// The article.
  public let path: String
  /// The 1-based line of the remark.
  public let line: Int
  /// The name that is no rule's.
  public let rule: String
}
