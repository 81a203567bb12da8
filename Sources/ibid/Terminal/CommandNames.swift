import ArgumentParser
import IbidKit

/// The words by which commands are called.
enum CommandNames {
  /// What is said of the first word of a call where a command is wanted and no command has that name; nil where there is
  /// nothing to say.
  ///
  ///     CommandNames.complaint(about: ["chek", "a.md"])  // there is no command “chek”; did you mean `ibid check`?
  static func complaint(about words: [String]) -> String? {
    var words = words[...]
    if words.first == "help" { words = words.dropFirst() }
    var command: any ParsableCommand.Type = Ibid.self
    var path = "ibid"
    while let word = words.first, !word.hasPrefix("-") {
      let known = command.configuration.subcommands
      guard !known.isEmpty else { return nil }
      guard let next = known.first(where: { name(of: $0) == word }) else {
        return IbidError.unknownCommand(word, of: path, among: known.map(name)).message
      }
      command = next
      path += " " + word
      words = words.dropFirst()
    }
    return nil
  }

  private static func name(of command: any ParsableCommand.Type) -> String { command._commandName }
}
