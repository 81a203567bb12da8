import ArgumentParser
import IbidKit

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find records in the library.",
    discussion: """
      All words must occur, in any field, tag or note, without regard to case and accents. "A phrase" in quotation \
      marks, a prefix*, this OR that, NOT other, (groups), and a column's name before a word narrow the search: \
      title, author, container, year, keyword, abstract, identifier. Filters: tag:rct, note:ann, source:embase, \
      screening:include, type:book, key:weng*, publisher:wiley, has:abstract, is:retracted. A DOI or the address of \
      a work at PubMed may be pasted.

        ibid search exercise arthritis
        ibid search 'author:couppe year:2018..2022 NOT protocol'
        ibid search '"chronic pain" immun* has:abstract'
        ibid search 'tag:rct OR (hip NOT mouse)'
        ibid search tag:rct --sort year --limit 20 --offset 20

      The best 50 come first; how many there are stands on standard error where that is more. Exit status 1 where \
      nothing is found.
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  @OptionGroup var libraryOption: LibraryOption

  @OptionGroup var table: ListOptions

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(reading: libraryOption.path)
      // Who looks for nothing finds nothing.
      guard query.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { throw ExitCode(1) }
      if try table.show(query, of: library, limit: 50, order: .relevance) == 0 { throw ExitCode(1) }
    }
  }
}
