import ArgumentParser
import IbidKit

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "See whether the library is whole.",
    discussion: """
      Looks at every page of the file, at every record, and at what records are found by. What is wrong is told, a line \
      each, and makes the exit status 1; `ibid salvage` takes out what can still be read.

        ibid verify
        ibid verify --library old.sqlite
      """)

  @OptionGroup var libraryOption: LibraryOption

  func run() throws {
    try Failure.reporting {
      let path = libraryOption.path
      let health = try LibraryHealth(of: path)
      for fault in health.faults { try Output.write(TableText.plain("\(path): \(fault)") + "\n") }
      let count = "\(health.records) record\(health.records == 1 ? "" : "s")"
      guard health.faults.isEmpty else {
        Output.warn("\(path): is damaged; `ibid salvage --library \(path) > records.jsonl` takes out what can be read")
        throw ExitCode(1)
      }
      try Output.write("\(path): \(count), nothing wrong\n")
    }
  }
}
