import ArgumentParser
import IbidKit
import IbidModel

struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "For each sentence without a citation, show works of the library that may support it.",
    discussion: """
      Each work comes with a score (0 to 100), the sentence of its abstract that is nearest to the claim, the words \
      that both have, a warning where the abstract says another number or the other direction, and what to write \
      into the article in the way in which it cites. It is yours to read the work: that two texts share rare words \
      shows that they speak of the same thing, not that one supports the other.

        ibid suggest article.md
        ibid suggest article.md --from pubmed.xml
        ibid suggest article.md --limit 3 --all
        ibid suggest article.md --format html > suggestions.html
        ibid suggest article.md --format json | jq '.claims[] | select(.supported)'

      Ranked by the claim's words, those of the sentences beside it, and the article's title, words and references. \
      Shown are claims whose first work scores \(Int(ArticleSuggestions.threshold)) or more; --all shows the others \
      too, JSON always has them. Works that are newer than the article, or retracted, are never shown.
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions

  @Option(help: ArgumentHelp("How many works a claim at the most.", valueName: "number"))
  var limit = 5

  @Flag(help: "Show also works that are not likely to support the claim.")
  var all = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Option(help: "text, json or html.")
  var format = Format.text

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above 0") }
  }

  func run() throws {
    let (article, choice) = try input.resolved(with: records)
    try Failure.reporting {
      let found = try choice.open()
      let checked = try CheckedArticle(
        path: article, format: input.inputFormat, bibliography: records.bibliography, records: found)
      Failure.report(checked.problems)
      let suggestions = try ArticleSuggestions(for: checked, from: found, limit: limit)
      guard suggestions.workCount > 0 else {
        Output.warn(
          "ibid: error: there are no works to suggest; import some into the library, or name a file with --from")
        throw ExitCode(2)
      }
      let report = SuggestionsReport(suggestions, of: checked)
      switch format {
      case .text:
        try Output.write(report.text(showsAll: all))
        Output.warn(report.summary)
      case .json: try Output.write(json: report.json)
      case .html: try Output.write(report.html)
      }
      try Failure.failOnLoss(checked.problems)
    }
  }
}
