import ArgumentParser
import IbidKit
import IbidModel

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Show the article's notes as references.",
    discussion: """
      Each note with the references, quotes and works named in passing that were read in it, and the library's \
      record where there is one.

        ibid notes article.txt
        ibid notes article.txt --format json
        ibid notes article.txt --min-confidence 0.9
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var colour: ColourOption

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  @Option(help: ArgumentHelp("Leave out references that are less sure than this, from 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  func validate() throws {
    guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence takes a number from 0 to 1") }
  }

  func run() throws {
    try input.check(with: records) { checked in
      switch format {
      case .text:
        if checked.notes.isEmpty {
          Output.warn("ibid: \(checked.article.path): no notes and no list of references found")
        }
        let report = TerminalReport(checked, usesColour: colour.isUsed)
        try Output.write(report.notes(minConfidence: minConfidence))
      case .json: try Output.write(json: ClaimsReport(checked, minConfidence: minConfidence).notesJSON)
      }
    }
  }
}
