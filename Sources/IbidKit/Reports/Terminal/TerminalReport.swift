import IbidModel

/// An article as a person reads it on a terminal; ``FindingsPage`` shows what was found in it.
///
///     let report = TerminalReport(article, usesColour: false)
///     print(report.claims(), terminator: "")
public struct TerminalReport {
  private let article: CheckedArticle
  private let colour: TerminalColour
  /// A report of this article; control characters of its text are taken out.
  public init(_ article: CheckedArticle, usesColour: Bool) {
    self.article = article
    colour = TerminalColour(isUsed: usesColour)
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
