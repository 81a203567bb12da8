public import ArgumentParser
public import IbidKit
import IbidModel

extension RecordFormat: ExpressibleByArgument {}

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read records into the library.",
    discussion: """
      Reads PubMed XML, nbib and CSL-JSON, recognized from the content, and with --input-format references lists of
      references as people write them. A record of a work that the library
      has updates it and keeps its key; a second import of the same file changes nothing.

        ibid import pubmed.xml
        ibid import --library review.sqlite batch-*.xml.gz
        cat pubmed.xml | ibid import -
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(
    help: ArgumentHelp("The files' format, where it is not recognized: \(RecordFormat.list).", valueName: "format"))
  var inputFormat: RecordFormat?

  @Flag(help: "Tell also what no field holds, by element name.")
  var verbose = false

  func run() throws {
    var records = RecordImport(into: libraryOption.path, format: inputFormat)
    // What was done before something went wrong is told all the same.
    let failure = Result {
      try Failure.reporting {
        for file in files {
          var progress = ProgressLine()
          defer { progress.end() }
          try records.read(file) { read in progress.show { ProgressBar(file, read, seconds: $0).text } }
        }
      }
    }
    let report = records.report
    Failure.report(report.problems.filter { verbose || $0.outcome != .kept })
    if verbose {
      for (name, count) in report.unheld.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        Output.warn("not kept: \(name) \(count)")
      }
    }
    if (try? failure.get()) != nil || report.seen > 0 { try summarize(report) }
    try failure.get()
    if !report.isComplete { throw ExitCode(1) }
  }

  private func summarize(_ report: ImportReport) throws {
    let deleted = report.deleted > 0 ? "; \(report.deleted) deleted" : ""
    try Output.write(
      "\(report.seen) records: \(report.added) added, \(report.updated) updated, \(report.unchanged) unchanged, "
        + "\(report.rejected) rejected\(deleted)\n")
  }
}
