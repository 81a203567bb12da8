import ArgumentParser
import IbidKit
import IbidModel

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Render a manuscript's citations and bibliography in a journal's style.",
    discussion: """
      The manuscript is Markdown or plain text and nothing else, with pandoc's citations: [@weng2023, p. 33; see \
      also @cook2019], @weng2023 in the sentence, [-@weng2023] without the name. The bibliography stands between \
      “::: {#refs}” and “:::” where these lines are, else at the end.

      A YAML block before the text may name csl, lang, bibliography, references and nocite, as for pandoc; options \
      count before it.

        ibid format paper.md --style apa --output paper-apa.md
        ibid format paper.md --journal "Annals of Surgery" --to html
      """)

  @OptionGroup var manuscript: ManuscriptOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var style: StyleOptions

  @Option(
    help: ArgumentHelp(
      "The format: markdown, text, html; else what the ending of --output says, else the manuscript's own.",
      valueName: "format"), transform: FormatOption.manuscriptFormat)
  var to: FormattedManuscript.Format?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?

  @Flag(help: "Say for each added name, given name and year suffix why it is there.")
  var explain = false

  func validate() throws { _ = try format() }

  func run() throws {
    try Failure.reporting {
      let (path, choice) = try manuscript.resolved(with: records)
      if let output { try OutputFile(output).check(againstInput: path) }
      // What the command line says counts before what the manuscript says of itself.
      let metadata = try ManuscriptMetadata(path: path)
      var style = self.style
      if style.style == nil, style.journal == nil { style.style = metadata.style }
      let (items, problems) = try metadata.items(besides: choice, bibliography: records.bibliography, of: path)
      Failure.report(problems)
      let formatted = try FormattedManuscript(
        path: path, items: items, style: style.found(near: path), locale: style.locale ?? metadata.language,
        format: format(),
        explains: explain)
      guard let text = formatted.text else {
        for missing in formatted.missing { Output.warn(Self.line(missing, path)) }
        throw ExitCode(2)
      }
      formatted.warnings.forEach { Output.warn("ibid: warning: \($0)") }
      formatted.explanations.forEach { Output.warn($0) }
      if let output { try OutputFile(output).write(text) } else { try Output.write(text) }
      try Failure.failOnLoss(problems)
    }
  }

  private func format() throws -> FormattedManuscript.Format? {
    if to != nil { return to }
    guard let output else { return nil }
    return try FormatOption.validated { () throws(IbidError) in try FormattedManuscript.Format(for: output) }
  }

  private static func line(_ missing: FormattedManuscript.MissingKey, _ path: String) -> String {
    let hint = missing.nearest.isEmpty ? "" : "; did you mean \(missing.nearest.joined(separator: " or "))?"
    return "\(path):\(missing.place.line):\(missing.place.column): error: no record has the key “\(missing.key)”\(hint)"
  }
}
