import ArgumentParser
import IbidKit
import IbidModel

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read records into the library.",
    discussion: """
      Formats are recognized from the content, then from the name; lists of references as people write them need \
      --input-format references. A record of a work that the library has updates it and keeps its key; the \
      same file once more changes nothing. Another library comes with its keys, sources, tags, notes and \
      decisions.

        ibid import pubmed.xml
        ibid import --library review.sqlite batch-*.xml.gz
        ibid import --source embase --searched 2026-11-02 export.ris
        ibid import other.sqlite
        cat pubmed.xml | ibid import -

      Formats, for --input-format:

      \(HelpText.table(of: ImportFormat.all))
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(
    help: ArgumentHelp("The files' format, where it is not recognized.", valueName: "format"),
    transform: FormatOption.importFormat)
  var inputFormat: ImportFormat?

  @Option(
    help: ArgumentHelp("The database whose export the files are; else they count under their names.", valueName: "name")
  )
  var source: String?

  @Option(help: ArgumentHelp("The day of the search, as in 2026-11-02.", valueName: "date"))
  var searched: String?

  @Flag(help: "Tell also which fields of the library's records changed, and what no field holds, by element name.")
  var verbose = false

  func validate() throws {
    if let searched, !RecordImport.isDay(searched) {
      throw ValidationError("--searched takes a day, as in 2026-11-02")
    }
    if let source, source.allSatisfy(\.isWhitespace) { throw ValidationError("--source takes a name") }
  }

  func run() throws {
    var records = RecordImport(
      into: libraryOption.path, files: files, format: inputFormat, database: source, searched: searched ?? "")
    // What was done before something went wrong is told all the same.
    let failure = Result {
      try Failure.reporting {
        var progress = FileProgress()
        defer { progress.end() }
        for file in files { try records.read(file) { progress.show(file, $0) } }
      }
    }
    let report = records.report
    Failure.report(report.problems.filter { verbose || $0.outcome != .kept })
    for clash in Self.uniqued(report.clashes) { Output.warn("ibid: note: " + clash) }
    show(report)
    if verbose {
      for key in report.otherKeys { Output.warn("key: “\(key.old)” is “\(key.new)” in the library") }
      for change in report.changes { Output.warn("changed: " + change) }
      for (name, count) in report.unheld.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        Output.warn("not kept: \(name) \(count)")
      }
    }
    if (try? failure.get()) != nil || report.seen > 0 { try summarize(report) }
    try failure.get()
    if !report.isComplete { throw ExitCode(1) }
  }

  /// Names the keys under which a manuscript would cite other works than its author means.
  private func show(_ report: ImportReport) {
    let shown = report.takenKeys.prefix(verbose ? .max : Self.mostKeys)
    for key in shown {
      Output.warn("ibid: note: the key “\(key.old)” is another work's in the library; this one is “\(key.new)”")
    }
    if shown.count < report.takenKeys.count {
      Output.warn("ibid: note: … and \(report.takenKeys.count - shown.count) more such keys; --verbose names them")
    }
  }

  private static let mostKeys = 20

  /// Each line once: two records of a work may say the same.
  private static func uniqued(_ lines: [String]) -> [String] {
    var told: Set<String> = []
    return lines.filter { told.insert($0).inserted }
  }

  private func summarize(_ report: ImportReport) throws {
    let remarks = report.problems.count { $0.outcome == .kept }
    if remarks > 0, !verbose {
      Output.warn("\(remarks) remark\(remarks == 1 ? "" : "s") on records that were kept; --verbose prints them")
    }
    let deleted = report.deleted > 0 ? "; \(report.deleted) deleted" : ""
    try Output.write(
      "\(report.seen) records: \(report.added) added, \(report.updated) updated, \(report.unchanged) unchanged, "
        + "\(report.rejected) rejected\(deleted)\n")
  }
}
