import ArgumentParser
import IbidKit
import IbidModel

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what the last command, or the last few, did to the library.",
    discussion: """
      Whatever changed the library can be taken back: an import, a removal, an edit, new keys, tags, decisions. Each \
      command counts once, however many records it changed; `ibid redo` does it again.

        ibid undo        the last command
        ibid undo 3      the last three

      Exit status 1 where there is nothing to undo.
      """)

  @OptionGroup var commands: LoggedCommands

  func run() throws {
    try commands.show(done: "undone") { library, count in
      let undone = try library.undo(count)
      for command in undone where command.changedManuscripts {
        Output.warn(
          "ibid: note: the manuscripts of “\(command.text)” keep their new keys; "
            + "`ibid rekey NEW OLD MANUSCRIPT` changes them back")
      }
      return undone
    }
  }
}

struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what `ibid undo` took back.",
    discussion: """
      What was taken back can be done again until something else changes the library.

        ibid redo        the command that was taken back last
        ibid redo 3      the last three

      Exit status 1 where there is nothing to redo.
      """)

  @OptionGroup var commands: LoggedCommands

  func run() throws { try commands.show(done: "redone") { try $0.redo($1) } }
}

/// The last commands that changed the library, and how they are told once they are taken back or done again.
struct LoggedCommands: ParsableArguments {
  @Argument(help: ArgumentHelp("How many commands.", valueName: "number"))
  var count = 1

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func validate() throws {
    guard (1...1_000_000).contains(count) else { throw ValidationError("the number of commands is 1 or more") }
  }

  /// Turns them, and says of each that it is done.
  func show(done: String, _ turn: (RecordLibrary, Int) throws -> [LoggedCommand]) throws {
    try Failure.reporting {
      let commands = try turn(try RecordLibrary(updating: libraryOption.path), count)
      for command in commands { try Output.write(text(of: command, done) + "\n") }
      if commands.isEmpty {
        Output.warn("nothing to \(done == "undone" ? "undo" : "redo")")
        throw ExitCode(1)
      }
    }
  }

  private func text(of command: LoggedCommand, _ done: String) -> String {
    switch format {
    case .text:
      let records = "\(command.records) record\(command.records == 1 ? "" : "s")"
      return "\(done)\t\(command.time)\t\(records)\t\(command.text)"
    case .json:
      let members = [
        JSONMember("command", .string(command.text)), JSONMember("time", .string(command.time)),
        JSONMember("records", .number(String(command.records))), JSONMember("state", .string(done)),
      ]
      return JSONWriter.text(of: .object(members))
    }
  }
}
