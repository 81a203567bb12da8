import ArgumentParser
import IbidKit
import IbidModel

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that the library knows of a record.",
    discussion: "  ibid show klasson2022\n  ibid show --format json klasson2022")

  @Argument(help: ArgumentHelp("The records' keys.", valueName: "key"))
  var keys: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (CSL-JSON with PubMed's facts).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(reading: libraryOption.path)
      var isFirst = true
      for key in keys {
        guard let item = try library.item(key: key) else { throw IbidError.unknownKey(key) }
        switch format {
        case .text: try Output.write((isFirst ? "" : "\n") + ItemText.page(of: item))
        case .json: try Output.write(json: item.cslJSON(includingFacts: true))
        }
        isFirst = false
      }
    }
  }
}
