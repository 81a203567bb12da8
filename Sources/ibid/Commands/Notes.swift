import ArgumentParser
import IbidKit
import IbidModel

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the article's notes as references.",
    discussion: """
      Each note with the references, quotes and works named in passing that were read in it, and the library's record
      where there is one.

        ibid notes article.txt
        ibid notes article.txt --format json
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func run() throws {
    let (article, choice) = try input.resolved(with: records)
    try Failure.reporting {
      let check = try ArticleCheck(path: article, format: input.inputFormat, records: choice)
      Failure.report(check.problems)
      switch format {
      case .text: try Output.write(check.notesText)
      case .json: try Output.write(JSONWriter.text(of: check.notesJSON, .pretty) + "\n")
      }
      try Failure.failOnLoss(check.problems)
    }
  }
}
