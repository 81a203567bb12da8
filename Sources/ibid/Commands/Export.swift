import ArgumentParser
import IbidKit

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write references: BibTeX, CSL-JSON, or text in a journal's style.",
    discussion: """
      Without keys and --cited-in all records are written, in the order of their keys; with --cited-in only those \
      that the article cites, in the order of first citation. With --self the article itself is written, as others \
      cite it.

        ibid export --to bibtex --output references.bib
        ibid export --cited-in article.md --style vancouver
        ibid export --from pubmed.xml --to csl-json
        ibid export klasson2022 weng2023
        ibid export --self article.html --to bibtex

      Formats, for --to:

      \(HelpText.table(of: ExportFormat.all))
      """)

  @Argument(help: ArgumentHelp("Only the records of these keys, in this order.", valueName: "key"))
  var keys: [String] = []

  @OptionGroup var records: RecordOptions

  @Option(
    help: ArgumentHelp(
      "The format; else what the ending of --output says, else text.", valueName: "format"),
    transform: FormatOption.exportFormat)
  var to: ExportFormat?

  @OptionGroup var style: StyleOptions

  @Option(help: ArgumentHelp("Only what this article cites, in the order of first citation.", valueName: "article"))
  var citedIn: String?

  @Option(
    name: .customLong("self"),
    help: ArgumentHelp("The record of this article itself, as others cite it.", valueName: "article"))
  var itself: String?

  @Flag(help: "Write PubMed's MeSH headings as keywords too.")
  var meshKeywords = false

  @Flag(help: "End with status 1 where the format could not carry a field; each is named in any case.")
  var strict = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, whole or not at all; - is standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard keys.isEmpty || citedIn == nil else { throw ValidationError("keys and --cited-in exclude each other") }
    guard records.bibliography.isEmpty || citedIn != nil else {
      throw ValidationError("--bibliography goes with --cited-in; to write a file's records, name it with --from")
    }
    guard itself == nil || keys.isEmpty && citedIn == nil && records.isUnnamed else {
      throw ValidationError("--self takes its record from the article and from nowhere else")
    }
    _ = try format()
  }

  func run() throws {
    try Failure.reporting {
      try checkOutput()
      var export = RecordExport(of: records.choice, in: try format())
      export.bibliography = records.bibliography
      export.selection = selection
      export.style = style.style
      export.journal = style.journal
      export.locale = style.locale
      export.addsMeSHKeywords = meshKeywords
      let report = try write(export)
      Failure.report(report.problems)
      report.warnings.forEach { Output.warn("ibid: warning: \($0)") }
      show(report)
      try Failure.failOnLoss(report.problems)
      if strict, !report.losses.isEmpty || report.recordsWithoutDecision > 0 { throw ExitCode(1) }
    }
  }

  /// Names what could not be carried, a line a record.
  private func show(_ report: RecordExport.Report) {
    if report.records == 0 { Output.warn("ibid: note: there were no records to write") }
    for loss in report.losses {
      let parts = [("left out", loss.missing), ("changed", loss.changed)].filter { !$0.1.isEmpty }
      let fields = parts.map { "\($0.0): \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
      Output.warn("ibid: note: \(loss.key): \(fields)")
    }
    if report.recordsWithoutDecision > 0 {
      let count = report.recordsWithoutDecision
      Output.warn("ibid: note: \(count) \(count == 1 ? "record" : "records"): left out: what screening decided")
    }
    // Who does not ask expects no format but Ibid's own to hold them.
    if strict, report.recordsWithoutPubMedFacts > 0 {
      let count = report.recordsWithoutPubMedFacts
      Output.warn(
        "ibid: note: \(count) \(count == 1 ? "record" : "records"): left out: what only PubMed says (MeSH headings, grants)"
      )
    }
  }

  private var selection: RecordExport.Selection {
    if let itself { return .article(itself) }
    return citedIn.map { .cited(by: $0) } ?? (keys.isEmpty ? .all : .keys(keys))
  }

  private func format() throws -> ExportFormat {
    if let to { return to }
    return try FormatOption.validated { () throws(IbidError) in try ExportFormat(for: output) }
  }

  /// Refuses an output that is what is read, then one whose name is another format's.
  private func checkOutput() throws {
    guard let output, output != "-" else { return }
    let file = OutputFile(output)
    switch records.choice {
    case .library(let path, _): try file.check(against: path)
    case .files(let paths): for path in paths { try file.check(againstInput: path) }
    }
    let format = try format()
    try FormatOption.validated { () throws(IbidError) in try format.check(output: output) }
  }

  private func write(_ export: RecordExport) throws(IbidError) -> RecordExport.Report {
    var progress = FileProgress()
    // Records that scroll by are progress enough.
    progress.isShown = output != nil && output != "-" || export.selection != .all || !Output.isOnTerminal
    defer { progress.end() }
    func show(_ file: String, _ read: ReadingProgress) { progress.show(file, read) }
    guard let output, output != "-" else {
      return try export.write(onProgress: show) { (bytes) throws(IbidError) in
        progress.end()
        try Output.write(bytes)
      }
    }
    return try OutputFile(output).write { (put) throws(IbidError) in try export.write(onProgress: show, to: put) }
  }
}
