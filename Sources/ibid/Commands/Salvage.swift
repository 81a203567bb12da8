import ArgumentParser
import IbidKit
import IbidModel

struct Salvage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Take out of a damaged library what can be read.",
    discussion: """
      Writes each record that can be read as a line of JSON, which `ibid import` reads; the library stays as it is. What \
      cannot be read is named on standard error, and makes the exit status 1.

        ibid salvage > records.jsonl
        ibid import --library new.sqlite records.jsonl
      """)

  @OptionGroup var libraryOption: LibraryOption

  func run() throws {
    try Failure.reporting {
      let path = libraryOption.path
      var count = 0
      let lost = try LibraryHealth.salvage(path) { item in
        count += 1
        try Output.write(JSONWriter.text(of: item.cslJSON(includingFacts: true)) + "\n")
      }
      for fault in lost { Output.warn("\(path): lost: \(fault)") }
      Output.warn("\(path): \(count) record\(count == 1 ? "" : "s") read, \(lost.count) lost")
      if !lost.isEmpty { throw ExitCode(1) }
    }
  }
}
