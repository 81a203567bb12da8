import ArgumentParser
import IbidKit
import IbidModel

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Show every claim of the article with its citations.",
    discussion: """
      A claim is cited when one of its markers leads to a reference, hollow when its markers lead only to notes \
      without one, uncited when it has no marker.

        ibid claims article.md
        ibid claims article.md --explain
        ibid claims article.md --format json | jq '.summary'
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var colour: ColourOption

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  @Flag(help: "Tell what speaks for and against each sentence's needing a citation.")
  var explain = false

  func run() throws {
    try input.check(with: records) { checked in
      switch format {
      case .text:
        let report = TerminalReport(checked, usesColour: colour.isUsed)
        try Output.write(report.claims(explaining: explain))
        Output.warn(report.claimsSummary)
      case .json: try Output.write(json: ClaimsReport(checked).json(explaining: explain))
      }
    }
  }
}
