import ArgumentParser
import IbidKit
import IbidModel

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back what the last command, or the last few, did to the library.",
    discussion: """
      Whatever changed the library can be taken back: an import, a removal, an edit, new keys, tags, decisions. Each
      command counts once, however many records it changed; `ibid redo` does it again.

        ibid undo        the last command
        ibid undo 3      the last three

      Exit status 1 where there is nothing to undo.
      """)

  @Argument(help: ArgumentHelp("How many commands.", valueName: "number"))
  var count = 1

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func validate() throws { try CommandText.check(count) }

  func run() throws {
    try Failure.reporting {
      let undone = try RecordLibrary(updating: libraryOption.path).undo(count)
      try CommandText.show(undone, done: "undone", format)
      for command in undone where command.changedManuscripts {
        Output.warn(
          "ibid: note: the manuscripts of “\(command.text)” keep their new keys; "
            + "`ibid rekey NEW OLD MANUSCRIPT` changes them back")
      }
    }
  }
}

struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do again what `ibid undo` took back.",
    discussion: """
      What was taken back can be done again until something else changes the library.

        ibid redo        the command that was taken back last
        ibid redo 3      the last three

      Exit status 1 where there is nothing to redo.
      """)

  @Argument(help: ArgumentHelp("How many commands.", valueName: "number"))
  var count = 1

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func validate() throws { try CommandText.check(count) }

  func run() throws {
    try Failure.reporting {
      try CommandText.show(try RecordLibrary(updating: libraryOption.path).redo(count), done: "redone", format)
    }
  }
}

/// Commands that were taken back, as they are told.
enum CommandText {
  static func check(_ count: Int) throws {
    guard (1...1_000_000).contains(count) else { throw ValidationError("the number of commands is 1 or more") }
  }

  static func show(_ commands: [LoggedCommand], done: String, _ format: TextOrJSON) throws {
    for command in commands {
      switch format {
      case .text:
        let records = "\(command.records) record\(command.records == 1 ? "" : "s")"
        try Output.write("\(done)\t\(command.time)\t\(records)\t\(command.text)\n")
      case .json:
        let members = [
          JSONMember("command", .string(command.text)), JSONMember("time", .string(command.time)),
          JSONMember("records", .number(String(command.records))), JSONMember("state", .string(done)),
        ]
        try Output.write(JSONWriter.text(of: .object(members)) + "\n")
      }
    }
    if commands.isEmpty {
      Output.warn("nothing to \(done == "undone" ? "undo" : "redo")")
      throw ExitCode(1)
    }
  }
}
