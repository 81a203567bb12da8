public import IbidModel
import IbidText

/// What was found in a file, as a person reads it on a terminal.
///
///     let page = FindingsPage(of: article, usesColour: false)
///     print(page.text(of: article.findings()), terminator: "")
public struct FindingsPage {
  private let text: FindingsText
  private let path: String
  /// How many findings are set apart.
  private static let first = 3

  /// What was found in an article; control characters of its text are taken out.
  ///
  /// - Parameter columns: how many the terminal has; nil where that is not known.
  public init(of article: CheckedArticle, usesColour: Bool, columns: Int? = nil) {
    self.init(article.source, article.article.path, usesColour, columns)
  }

  /// What was found in a bibliography.
  public init(of bibliography: CheckedBibliography, usesColour: Bool, columns: Int? = nil) {
    self.init(SourceText(bibliography.bytes), bibliography.path, usesColour, columns)
  }

  private init(_ source: SourceText, _ path: String, _ usesColour: Bool, _ columns: Int?) {
    text = FindingsText(
      source: source, colour: TerminalColour(isUsed: usesColour), columns: columns ?? FindingsText.usualColumns)
    self.path = path
  }

  /// For each finding `path:line:column: severity: message [rule]`, then the line with the place marked; the most
  /// important ones first, and of many these set apart.
  ///
  /// - Parameter withInfos: whether those that are information only are shown, too.
  public func text(of findings: [Finding], withInfos: Bool = true) -> String {
    let shown = findings.filter { withInfos || $0.severity > .info }.byImportance
    guard shown.count > Self.first * 2 else { return shown.map(text.text).joined() }
    return text.colour.bold("\(Self.first) to look at first:") + "\n"
      + shown.prefix(Self.first).map(text.text).joined()
      + "\n" + text.colour.bold("\(shown.count - Self.first) more:") + "\n"
      + shown.dropFirst(Self.first).map(text.text).joined()
  }

  /// One line that counts the findings.
  ///
  /// - Parameter withInfos: whether those that are information only have been shown.
  public func summary(of findings: [Finding], withInfos: Bool = true) -> String {
    let hint = withInfos || !findings.contains { $0.severity == .info } ? "" : " (--all shows it)"
    return Self.summary(of: findings, in: path) + hint
  }

  /// One line that counts findings, under the name of what they were found in.
  public static func summary(of findings: [Finding], in name: String) -> String {
    guard !findings.isEmpty else { return "\(name): nothing found" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return severity == .info ? "\(count) info" : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(name): " + counts.joined(separator: ", ")
  }
}
