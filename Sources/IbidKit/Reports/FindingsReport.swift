import IbidChecks
public import IbidModel

/// Findings in the formats that programs read, and as a page.
///
///     let log = FindingsReport.sarif(of: article.findings())
///     print(JSONWriter.text(of: log))
public enum FindingsReport {
  /// The contract's JSON.
  public static func json(of findings: [Finding]) -> JSONValue { JSONReporter.json(of: findings) }

  /// A SARIF 2.1.0 log.
  public static func sarif(of findings: [Finding]) -> JSONValue { SARIFReporter.json(of: findings) }

  /// GitHub's workflow commands, a line each.
  public static func gitHub(of findings: [Finding]) -> String { findings.map(GitHubReporter.text).joined() }

  /// One page of HTML that shows the article with each claim coloured by its state, and needs no other file.
  public static func html(of findings: [Finding], in article: CheckedArticle) -> String {
    HTMLReporter(article.linked, findings: findings).page
  }
}
