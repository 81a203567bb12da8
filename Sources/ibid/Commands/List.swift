import ArgumentParser
import IbidKit
import IbidModel

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the library's records: key, author, year and title, separated by tabs.")

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (one CSL-JSON object a line).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      for item in try RecordLibrary(reading: libraryOption.path).items() {
        try Output.write(format == .text ? ItemText.line(of: item) : JSONWriter.text(of: item.cslJSON()) + "\n")
      }
    }
  }
}
