import IbidChecks
import IbidFormats
public import IbidModel

/// Findings in the formats that programs read, and as a page.
///
///     let log = FindingsReport.sarif(of: article.findings())
///     print(JSONWriter.text(of: log))
public enum FindingsReport {
  /// The contract's JSON.
  public static func json(of findings: [Finding]) -> JSONValue { JSONReporter.json(of: findings) }

  /// A SARIF 2.1.0 log, with the rules of what was checked: articles, bibliographies, or both.
  public static func sarif(of findings: [Finding], subjects: Set<RuleSelection.Subject> = [.article]) -> JSONValue {
    let bibliography = BibTeXRule.all.map {
      SARIFReporter.DescribedRule(id: $0.id, severity: $0.severity, summary: $0.summary, explanation: $0.explanation)
    }
    return SARIFReporter.json(
      of: findings,
      rules: (subjects.contains(.article) ? SARIFReporter.rulesOfArticles : [])
        + (subjects.contains(.bibliography) ? bibliography : []))
  }

  /// GitHub's workflow commands, a line each.
  public static func gitHub(of findings: [Finding]) -> String { findings.map(GitHubReporter.text).joined() }

  /// One page of HTML that shows the article with each claim coloured by its state, and needs no other file.
  ///
  /// - Parameter suggestions: works that may support the article's claims, shown with each.
  public static func html(
    of findings: [Finding], in article: CheckedArticle, suggestions: ArticleSuggestions? = nil
  ) -> String {
    HTMLReporter(article.linked, findings: findings, suggestions: suggestions?.bySentence ?? [:]).page
  }
}
