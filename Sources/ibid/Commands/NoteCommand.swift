import ArgumentParser
import IbidKit

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a note on a record.",
    discussion: """
      Notes are numbered from 1 in the order in which they were written; without a text they are printed.

        ibid note klasson2022 'The dose is per day, as the authors write.'
        ibid note klasson2022
        ibid note klasson2022 --remove 1
      """)

  @Argument(help: ArgumentHelp("The record's key.", valueName: "key"))
  var key: String

  @Argument(help: ArgumentHelp("The note.", valueName: "text"))
  var text: String?

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: ArgumentHelp("Take this note out.", valueName: "number"))
  var remove: Int?

  func validate() throws {
    guard text == nil || remove == nil else { throw ValidationError("a text and --remove exclude each other") }
  }

  func run() throws {
    try Failure.reporting {
      if let text {
        try RecordLibrary(updating: libraryOption.path).note(text, on: key)
      } else if let remove {
        try RecordLibrary(updating: libraryOption.path).removeNote(remove, of: key)
      } else {
        let notes = try RecordLibrary(reading: libraryOption.path).details(of: key).notes
        for (index, note) in notes.enumerated() { try Output.write("\(index + 1)\t\(note)\n") }
      }
    }
  }
}
