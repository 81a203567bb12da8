import ArgumentParser
import IbidKit

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the library's records: key, author, year and title, separated by tabs.",
    discussion: """
      A search narrows the list, as in `ibid search`, but finding nothing is no failure.

        ibid list
        ibid list tag:rct --sort year
        ibid list --sort added --limit 20 --offset 40
        ibid list screening:include --format keys
      """)

  @Argument(help: ArgumentHelp("Only what this search finds.", valueName: "query"))
  var query: [String] = []

  @OptionGroup var libraryOption: LibraryOption

  @OptionGroup var table: ListOptions

  func run() throws {
    try Failure.reporting {
      _ = try table.show(query, of: RecordLibrary(reading: libraryOption.path), limit: nil, order: .key)
    }
  }
}
