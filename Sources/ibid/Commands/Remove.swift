import ArgumentParser
import IbidKit

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take records out of the library, all of those named or none.")

  @Argument(help: ArgumentHelp("The records' keys.", valueName: "key"))
  var keys: [String]

  @OptionGroup var libraryOption: LibraryOption

  func run() throws {
    try Failure.reporting {
      _ = try RecordLibrary(reading: libraryOption.path)
      let library = try RecordLibrary(writing: libraryOption.path)
      for key in keys where try library.item(key: key) == nil { throw KeyError.unknown(key) }
      let removed = try library.remove(keys: keys)
      Output.warn("removed \(removed.count) record\(removed.count == 1 ? "" : "s")")
    }
  }
}
