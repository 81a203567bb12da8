import ArgumentParser
import IbidKit

struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Put tags on records (+tag) and take others off (-tag).",
    discussion: """
      Tags are told apart without regard to case; `ibid search tag:rct` finds them.

        ibid tag klasson2022 weng2023 +rct +sleep
        ibid tag klasson2022 -old +new
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The records' keys, then tags, each with a + or a - before it.", valueName: "key"))
  var words: [String]

  @OptionGroup var libraryOption: LibraryOption

  func validate() throws {
    if let word = words.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(word)'") }
    guard words.contains(where: isTag) else { throw ValidationError("no tag is named; write +tag or -tag") }
    guard !words.allSatisfy(isTag) else { throw ValidationError("no record is named") }
  }

  func run() throws {
    try Failure.reporting {
      let keys = words.filter { !isTag($0) }
      func tags(_ sign: Character) -> [String] { words.filter { $0.first == sign }.map { String($0.dropFirst()) } }
      let count = try RecordLibrary(updating: libraryOption.path)
        .tag(keys, adding: tags("+"), removing: tags("-"))
      Output.warn("\(count) record\(count == 1 ? "" : "s") changed")
    }
  }

  private func isTag(_ word: String) -> Bool { word.first == "+" || word.first == "-" }
}
