public import ArgumentParser
public import IbidKit
import IbidModel

extension ExportFormat: ExpressibleByArgument {}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write references: BibTeX, CSL-JSON, or text in a journal's style.",
    discussion: """
      Without keys and --cited-in all records are written, in the order of their keys; with --cited-in only those that
      the article cites, in the order of first citation.

        ibid export --to bibtex --output references.bib
        ibid export --cited-in article.md --style vancouver
        ibid export --from pubmed.xml --to csl-json
        ibid export klasson2022 weng2023
      """)

  @Argument(help: ArgumentHelp("Only the records of these keys, in this order.", valueName: "key"))
  var keys: [String] = []

  @OptionGroup var records: RecordOptions

  @Option(help: ArgumentHelp("The format: \(ExportFormat.list).", valueName: "format"))
  var to = ExportFormat.text

  @OptionGroup var style: StyleOptions

  @Option(help: ArgumentHelp("Only what this article cites, in the order of first citation.", valueName: "article"))
  var citedIn: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard keys.isEmpty || citedIn == nil else { throw ValidationError("keys and --cited-in exclude each other") }
  }

  func run() throws {
    try Failure.reporting {
      if keys.isEmpty, citedIn == nil, let stream = RecordStream(of: records.choice, in: to) {
        return try write(stream)
      }
      let (items, problems) = try self.items()
      Failure.report(problems)
      let (text, warnings) = try to.text(
        of: items, style: { () throws(IbidError) in try style.found(near: citedIn) }, locale: style.locale)
      warnings.forEach { Output.warn("ibid: warning: \($0)") }
      if let output {
        try OutputFile(output).write(text)
      } else {
        try Output.write(text)
      }
      try Failure.failOnLoss(problems)
    }
  }

  /// Writes each record as it is read.
  private func write(_ stream: RecordStream) throws {
    var stream = stream
    var progress = ProgressLine()
    defer { progress.end() }
    var current = ""
    func show(_ file: String, _ read: ReadingProgress) {
      // Records that scroll by are progress enough.
      guard output != nil || !Output.isOnTerminal else { return }
      if file != current {
        progress.end()
        progress = ProgressLine()
        current = file
      }
      progress.show { ProgressBar(file, read, seconds: $0).text }
    }
    let problems =
      if let output {
        try OutputFile(output).write { (put) throws(IbidError) in try stream.write(onProgress: show, to: put) }
      } else {
        try stream.write(onProgress: show) { (bytes) throws(IbidError) in try Output.write(bytes) }
      }
    progress.end()
    Failure.report(problems)
    try Failure.failOnLoss(problems)
  }

  private func items() throws -> ([Item], [RecordProblem]) {
    if let citedIn {
      let checked = try CheckedArticle(path: citedIn, records: records.choice.open())
      return (checked.works.map(\.item), checked.problems)
    }
    if keys.isEmpty { return try records.choice.items() }
    return try records.choice.items(keys: keys)
  }
}
