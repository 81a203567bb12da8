import ArgumentParser
import IbidKit
import IbidLSP
import IbidSession

struct LSP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve editors over the Language Server Protocol, on standard input and output.",
    discussion: """
      An editor starts this by itself; how each is told to is in the documentation, “Language server”. It shows what \
      `ibid check` finds while you write, completes keys and note numbers, and shows the reference behind a marker.

        ibid lsp
        ibid lsp --style apa --from pubmed.xml

      The library is the one that --library names, else $IBID_LIBRARY, else Bibliography/library.sqlite in the \
      folder of each article or in the nearest one above that has it. An editor's settings for the server \
      (`initializationOptions`) may hold library, from, bibliography, style, locale and all.
      """)

  @OptionGroup var records: RecordOptions

  @Option(
    help: ArgumentHelp("The style in which references are shown, by name, title, ISSN or path.", valueName: "style"))
  var style: String?

  @Option(help: ArgumentHelp("The language of terms and dates, as in de-DE; else the style's own.", valueName: "tag"))
  var locale: String?

  @Flag(help: "Use every rule, whatever the profile.")
  var all = false

  @Flag(help: "Accepted, as some editors add it; there is no other way to talk.")
  var stdio = false

  func run() throws {
    var options = SessionOptions()
    (options.library, options.files, options.bibliography) = (records.library, records.from, records.bibliography)
    (options.style, options.locale, options.usesAllRules, options.year) = (style, locale, all, Clock.year)
    let status = StreamServer().run(options, version: Ibid.configuration.version)
    if status != 0 { throw ExitCode(status) }
  }
}
