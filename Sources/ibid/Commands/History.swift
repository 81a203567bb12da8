import ArgumentParser
import IbidKit
import IbidModel

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show what happened to a record: when, by which command, which fields, and who says so.",
    discussion: """
      The earliest comes first; what was undone is not told. A key that once was the record's will do.

        ibid history klasson2022
        ibid history klasson2022 --format json
      """)

  @Argument(help: ArgumentHelp("The record's key.", valueName: "key"))
  var key: String

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (one event a line).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      for event in try RecordLibrary(reading: libraryOption.path).history(of: key) {
        guard format == .text else {
          try Output.write(JSONWriter.text(of: event.json) + "\n")
          continue
        }
        let source = event.source.map { " (\($0))" } ?? ""
        try Output.write("\(event.command.time)\t\(event.kind.rawValue)\(source)\t\(event.command.text)\n")
        for change in event.changes { try Output.write("  " + change.text + "\n") }
      }
    }
  }
}
