import ArgumentParser
import IbidKit
import IbidModel

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every claim of the article with its citations.",
    discussion: """
      A claim is cited when one of its markers leads to a reference, hollow when its markers lead only to notes
      without one, uncited when it has no marker.

        ibid claims article.md
        ibid claims article.md --explain
        ibid claims article.md --format json | jq '.summary'
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  @Flag(help: "Tell what speaks for and against each sentence's needing a citation.")
  var explain = false

  func run() throws {
    let (article, choice) = try input.resolved(with: records)
    try Failure.reporting {
      let check = try ArticleCheck(path: article, format: input.inputFormat, records: choice)
      Failure.report(check.problems)
      switch format {
      case .text:
        try Output.write(check.claimsText(explaining: explain, usesColour: Output.usesColour))
        Output.warn(check.claimsSummary)
      case .json: try Output.write(json: check.claimsJSON(explaining: explain))
      }
      try Failure.failOnLoss(check.problems)
    }
  }
}
