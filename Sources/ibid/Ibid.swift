import ArgumentParser
import Glibc

/// The command: its subcommands stand in `Commands/`, one file each.
@main
struct Ibid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ibid",
    abstract: "Keep references, link an article's claims to them, and check what does not hold.",
    discussion: """
      Start with a PubMed export and an article:

        ibid import pubmed.xml              read its records into the library
        ibid check article.md               what is wrong with the article's citations
        ibid export --cited-in article.md   its references, in a journal's style

      The library is the file that --library names, else $IBID_LIBRARY, else Bibliography/library.sqlite in this \
      folder or the nearest one above that has it. A group of people can share one on a PostgreSQL server, as \
      postgresql://HOST/DATABASE; nothing else ever reaches the network.

      Exit status: 0 done; 1 done, but with findings or rejected records; 2 could not be done; 64 wrong arguments.

      `ibid help COMMAND` explains a command, `ibid help TOPIC` one of these: \
      \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    version: "0.1.0",
    subcommands: [
      Import.self, Add.self, List.self, Search.self, Show.self,
      Edit.self, Tag.self, NoteCommand.self, Relate.self, Rekey.self, Remove.self,
      History.self, Undo.self, Redo.self, Sources.self, Screen.self, Dedupe.self, LibraryCommand.self, Verify.self,
      Salvage.self,
      Notes.self, Claims.self, Check.self, Suggest.self,
      Export.self, CiteCommand.self, Format.self, Parse.self,
      RulesCommand.self, StylesCommand.self, Init.self,
      LSP.self,
    ])

  /// Runs the command. A command that finds out by itself that it was called wrongly shows its own usage, not this one's.
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if let text = HelpTopic.text(for: words) {
      do { try Output.write(text) } catch { exit(withError: error) }
      return
    }
    if let complaint = CommandNames.complaint(about: words) {
      Output.warn("ibid: error: \(complaint)")
      exit(withError: ExitCode(EX_USAGE))
    }
    var command: any ParsableCommand
    do { command = try parseAsRoot() } catch { exit(withError: error) }
    do {
      try command.run()
    } catch let error as ValidationError {
      let help = helpMessage(for: type(of: command), columns: 200)
      let usage = help.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
      Output.warn("Error: \(error.message)\n\(usage)")
      exit(withError: ExitCode(EX_USAGE))
    } catch {
      exit(withError: error)
    }
  }
}
