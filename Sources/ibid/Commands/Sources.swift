import ArgumentParser
import IbidKit
import IbidModel

struct Sources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show where the library's records came from, and the counts of a systematic review.",
    discussion: """
      A row a source, separated by tabs: number, name, file, day of the search, records, works. With --prisma the \
      numbers of PRISMA 2020's flow diagram: records identified by source, duplicates removed, works screened, \
      excluded by reason, and included. They are the same whenever the same files were imported.

        ibid import --source embase --searched 2026-11-02 export.ris
        ibid sources
        ibid sources --prisma --format csv
      """)

  @OptionGroup var libraryOption: LibraryOption

  @Flag(help: "The numbers of PRISMA 2020's flow diagram.")
  var prisma = false

  @Option(help: "text, csv or json.")
  var format = TableForm.text

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(reading: libraryOption.path)
      if prisma { try show(library.prismaCounts()) } else { try show(library.sources()) }
    }
  }

  private func show(_ sources: [LibrarySource]) throws {
    if format == .json { return try Output.write(json: .array(sources.map(\.json))) }
    let head = format == .csv ? [["number", "name", "file", "searched", "records", "works"]] : []
    let rows = sources.map { source in
      [String(source.number), source.name, source.file, source.searched, String(source.records), String(source.works)]
    }
    for row in head + rows { try Output.write(TableText.line(of: row, format)) }
  }

  private func show(_ counts: PRISMACounts) throws {
    if format == .json { return try Output.write(json: counts.json) }
    if format == .csv { try Output.write(TableText.line(of: ["stage", "name", "records"], format)) }
    for row in counts.rows { try Output.write(TableText.line(of: [row.stage, row.name, String(row.count)], format)) }
  }
}
