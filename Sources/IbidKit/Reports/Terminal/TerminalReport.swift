public import IbidModel

/// An article and its findings as a person reads them on a terminal.
///
///     let report = TerminalReport(article, usesColour: false)
///     print(report.text(of: article.findings()), terminator: "")
public struct TerminalReport {
  private let article: CheckedArticle
  private let colour: TerminalColour

  /// A report of this article; control characters of its text are taken out.
  public init(_ article: CheckedArticle, usesColour: Bool) {
    self.article = article
    colour = TerminalColour(isUsed: usesColour)
  }

  /// For each finding `path:line:column: severity: message [rule]`, then the line with the place marked; the most
  /// important ones first, and of many these set apart.
  ///
  /// - Parameter withInfos: whether those that are information only are shown, too.
  public func text(of findings: [Finding], withInfos: Bool = true) -> String {
    let text = FindingsText(source: article.source, colour: colour)
    let shown = findings.filter { withInfos || $0.severity > .info }.byImportance
    guard shown.count > Self.first * 2 else { return shown.map(text.text).joined() }
    return colour.bold("\(Self.first) to look at first:") + "\n" + shown.prefix(Self.first).map(text.text).joined()
      + "\n" + colour.bold("\(shown.count - Self.first) more:") + "\n"
      + shown.dropFirst(Self.first).map(text.text).joined()
  }

  /// How many findings are set apart.
  private static let first = 3

  /// One line that counts the findings.
  ///
  /// - Parameter withInfos: whether those that are information only have been shown.
  public func summary(of findings: [Finding], withInfos: Bool = true) -> String {
    let hint = withInfos || !findings.contains { $0.severity == .info } ? "" : " (--all shows it)"
    return FindingsText.summary(of: findings, in: article.article.path) + hint
  }

  /// One line on the article's claims: how many there are, and how many are cited, hollow and uncited.
  public var claimsSummary: String {
    let summary = article.summary
    return "\(Self.count(summary.claims, "claim")): \(summary.cited) cited, \(summary.hollow) hollow, "
      + "\(summary.uncited) uncited; \(Self.count(summary.notes, "note")), \(summary.notesWithReference) with a "
      + "reference; \(Self.count(summary.works, "work"))"
  }

  private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }

  /// How the claims of each section are supported, as a table; empty where fewer than two sections make claims.
  public var sections: String { SectionTable(sections: article.sections, colour: colour).text }

  /// Section by section, the sentences that are claims or carry a marker: place, state, score, text, and the works
  /// behind them.
  ///
  /// - Parameter explaining: adds what spoke for and against each sentence's needing a citation.
  public func claims(explaining: Bool = false) -> String {
    ClaimsText(article: article, isExplaining: explaining, colour: colour).text
  }

  /// A line a note, then one for each reference that is read as surely as `minConfidence` (0…1), each quote and each
  /// mention in it.
  public func notes(minConfidence: Double = 0) -> String {
    NotesText(article: article, minConfidence: minConfidence).text
  }
}
