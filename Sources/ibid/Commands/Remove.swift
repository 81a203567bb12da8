import ArgumentParser
import IbidKit

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take records out of the library, all of those named or none.")

  @Argument(help: ArgumentHelp("The records' keys.", valueName: "key"))
  var keys: [String]

  @OptionGroup var libraryOption: LibraryOption

  func run() throws {
    try Failure.reporting {
      let count = try RecordLibrary(updating: libraryOption.path).remove(keys: keys)
      Output.warn("removed \(count) record\(count == 1 ? "" : "s")")
    }
  }
}
