import ArgumentParser
import IbidKit
import IbidModel

struct Screen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Keep what a reviewer decided on records: include, exclude or maybe.",
    discussion: """
      Reasons are free, unless .ibid.yml lists them under screening: {reasons: [wrong population, wrong outcome]}. \
      `none` takes a decision back. `ibid search screening:exclude` finds records, `ibid sources --prisma` counts \
      them.

      Decisions come in from Rayyan's and Covidence's exports, RIS or CSV, and go out as Rayyan reads them. A file \
      of Covidence holds records of one kind: name the decision where they do not say it.

      --by keeps whose decision it is, --stage whether title and abstract were read or the report. Where one reviewer \
      includes a record and another one excludes it, `ibid search screening:conflict` finds it until a decision without \
      --by settles it.

        ibid screen klasson2022 weng2023 include
        ibid screen weng2023 exclude --reason 'no control' --by Anna --stage full-text
        ibid screen roe2010 exclude --reason 'wrong population'
        ibid screen --import rayyan.ris
        ibid screen --import covidence_included.csv include
        ibid screen --export > screened.ris
      """)

  @Argument(help: ArgumentHelp("The records' keys, and the decision.", valueName: "key"))
  var words: [String] = []

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "Why a record is excluded.")
  var reason: String?

  @Option(help: ArgumentHelp("Whose decision it is.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("What was read: title-abstract or full-text."), transform: FormatOption.choice)
  var stage = ScreeningDecision.Stage.titleAbstract

  @Option(
    name: .customLong("import"), help: ArgumentHelp("Take decisions over from this file.", valueName: "file"))
  var importFile: String?

  @Flag(help: "Write all records with what was decided on them.")
  var export = false

  @Option(help: "ris or csv, for --export.")
  var format = ExportForm.ris

  func validate() throws {
    guard importFile == nil || !export else { throw ValidationError("--import and --export exclude each other") }
    if export {
      guard words.isEmpty, reason == nil, by == nil else { throw ValidationError("--export writes all records") }
      return
    }
    let count = importFile == nil ? 2 : 0
    guard words.count >= count, importFile == nil || words.count < 2 else {
      throw ValidationError("name keys and a decision: include, exclude, maybe or none")
    }
    if let word = words.last, word != "none" || importFile != nil, verdict == nil {
      throw ValidationError("“\(word)” is no decision; there are include, exclude, maybe and none")
    }
    if let by, by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
    if reason != nil, verdict != .exclude { throw ValidationError("--reason goes with exclude") }
  }

  private var verdict: ScreeningDecision.Verdict? { words.last.flatMap(ScreeningDecision.Verdict.init(rawValue:)) }

  func run() throws {
    try Failure.reporting {
      if export { return try write() }
      let configuration = try CheckConfiguration.nearest(to: libraryOption.path)
      let library = try RecordLibrary(updating: libraryOption.path)
      let decision = verdict.map { ScreeningDecision($0, reason: reason ?? "", by: by ?? "", stage: stage) }
      guard let importFile else {
        let keys = Array(words.dropLast())
        let count =
          try decision.map { try library.screen(keys, $0, configuration: configuration) }
          ?? library.takeBackDecisions(on: keys, by: by ?? "", stage: stage)
        return Output.warn("\(count) record\(count == 1 ? "" : "s") changed")
      }
      let report = try library.importDecisions(
        from: importFile, otherwise: decision, by: by ?? "", stage: stage, configuration: configuration)
      Failure.report(report.problems)
      for key in report.conflicts { Output.warn("reviewers differ on “\(key)”; a decision without --by settles it") }
      for key in report.settled { Output.warn("“\(key)” stays as the review decided; the file’s reviewers differ") }
      for title in report.unknown { Output.warn("not in the library: \(TableText.plain(title))") }
      try Output.write(
        "\(report.changed + report.unchanged + report.undecided + report.unknown.count) records: \(report.changed) changed, "
          + "\(report.unchanged) unchanged, \(report.undecided) without a decision, \(report.unknown.count) not in the library\n"
      )
      if !report.unknown.isEmpty { throw ExitCode(1) }
    }
  }

  private func write() throws {
    let library = try RecordLibrary(reading: libraryOption.path)
    guard format == .csv else { return try Output.write(library.decisionsAsRIS(stage: stage)) }
    try Output.write(TableText.csv(ScreeningTable.columns))
    for item in try library.itemsWithDecisions(stage: stage) {
      try Output.write(TableText.csv(ScreeningTable.row(of: item)))
    }
  }

  /// Forms that screening programs read.
  enum ExportForm: String, ExpressibleByArgument, CaseIterable {
    case ris, csv
  }
}

/// The table that Rayyan reads.
///
/// Source: Rayyan's example of a CSV file.
private enum ScreeningTable {
  static let columns = [
    "key", "title", "authors", "journal", "issn", "volume", "issue", "pages", "year", "publisher", "url", "abstract",
    "notes", "doi", "keywords", "pubmed_id",
  ]

  static func row(of item: Item) -> [String] {
    let authors = item[names: .author].map {
      [$0.familyOrLiteral, $0.given ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return [
      item.id, item[.title] ?? "", authors.joined(separator: "; "), item[.containerTitle] ?? "", item[.ISSN] ?? "",
      item[.volume] ?? "", item[.issue] ?? "", item[.page] ?? "", item[date: .issued]?.year.map(String.init) ?? "",
      item[.publisher] ?? "", item[.URL] ?? "", item[.abstract] ?? "", item[.note] ?? "", item[.DOI] ?? "",
      item[.keyword] ?? "", item[.PMID] ?? "",
    ]
  }
}
