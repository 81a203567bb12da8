import ArgumentParser
import IbidKit
import IbidModel

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that the library knows of a record.",
    discussion: """
      The record's fields, and what the library keeps beside: former keys, tags, notes, what a reviewer decided, \
      relations to other records, and the sources with the days of their searches.

        ibid show klasson2022
        ibid show --format json klasson2022
      """)

  @Argument(help: ArgumentHelp("The records' keys.", valueName: "key"))
  var keys: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (CSL-JSON with PubMed's facts; the library's own under library).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(reading: libraryOption.path)
      var isFirst = true
      for key in keys {
        let details = try library.details(of: key)
        switch format {
        case .text:
          let beside = details.lines.map { $0 + "\n" }.joined()
          try Output.write((isFirst ? "" : "\n") + ItemText.page(of: details.item) + beside)
        case .json: try Output.write(json: details.json)
        }
        isFirst = false
      }
    }
  }
}
