import ArgumentParser
import IbidKit
import IbidModel

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find records in the library.",
    discussion: """
      All words must occur, in any field, without regard to case and accents. "A phrase" in quotation marks, a
      prefix*, this OR that, NOT other, and a column's name before a word narrow the search: title, author, container,
      year, keyword, abstract, identifier. Filters: tag:rct, source:embase, screening:include, has:abstract,
      is:retracted.

        ibid search exercise arthritis
        ibid search 'author:couppe year:2018..2022 NOT protocol'
        ibid search '"chronic pain" immun* has:abstract'

      Exit status 1 where nothing is found.
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "How many records at the most.")
  var limit = 50

  @Option(help: "text or json (one CSL-JSON object a line).")
  var format = TextOrJSON.text

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above 0") }
  }

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(reading: libraryOption.path)
      let found = try library.search(query.joined(separator: " "), limit: limit)
      for item in found {
        try Output.write(format == .text ? ItemText.line(of: item) : JSONWriter.text(of: item.cslJSON()) + "\n")
      }
      if found.isEmpty { throw ExitCode(1) }
    }
  }
}
