import ArgumentParser
import IbidKit
import IbidModel

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Render a manuscript's citations and bibliography in a journal's style.",
    discussion: """
      The manuscript is Markdown or plain text, or - for standard input, with citations as pandoc writes them:

        [@weng2023]                          a work, by its key
        [see @weng2023, p. 33; @cook2019]    words, pages, several works
        @weng2023 [p. 33] says               the author in the sentence
        [-@weng2023]                         without the author
        [@weng2023, {appendix B}]            braces around what is no plain number

      The bibliography stands between “::: {#refs}” and “:::” where these lines are, else at the end.

      A YAML block before the text may name csl, lang, bibliography, references, nocite, reference-section-title, \
      suppress-bibliography, link-citations, link-bibliography and notes-after-punctuation, as for pandoc; options \
      count before it. A key that no record has is an error; --draft shows it as [@key?] instead.

      In a Word document the live citations of Zotero and Mendeley are rendered anew, and stay live.

        ibid format paper.md --style apa --output paper-apa.md
        ibid format paper.docx --style nature --output paper-nature.docx
        ibid format paper.md --journal "Annals of Surgery" --to html
        ibid format paper.md --output paper.docx

      docx, odt, pdf, jats, latex, rtf, epub, org, rst and typst are made by pandoc, where it is installed.
      """)

  @OptionGroup var manuscript: ManuscriptOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var style: StyleOptions

  @Option(
    help: ArgumentHelp(
      """
      The format: markdown, text, html; docx, odt, pdf, jats, latex and others by pandoc; else what the ending of \
      --output says, else the manuscript's own.
      """, valueName: "format"), transform: FormatOption.manuscriptFormat)
  var to: FormattedManuscript.Format?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?

  @Flag(help: "Show citations of missing keys as [@key?], and end with status 1.")
  var draft = false

  @Flag(help: "Say for each added name, given name and year suffix why it is there.")
  var explain = false

  func validate() throws {
    if word != nil { return }
    guard let format = try format(), format.isBinary, output == nil else { return }
    throw ValidationError("\(format.rawValue) is nothing for a terminal: name a file with --output")
  }

  func run() throws {
    if let word { return try word.run() }
    try Failure.reporting {
      let (path, choice) = try manuscript.resolved(with: records)
      if let output { try OutputFile(output).check(againstInput: path) }
      let bytes = try ManuscriptMetadata.bytes(of: path)
      // What the command line says counts before what the manuscript says of itself.
      let metadata = try ManuscriptMetadata(bytes, path: path)
      var style = self.style
      if style.style == nil, style.journal == nil { style.style = metadata.style }
      let (items, problems) = try metadata.items(besides: choice, bibliography: records.bibliography, of: path)
      Failure.report(problems)
      let formatted = try FormattedManuscript(
        bytes: bytes, path: path, items: items, style: style.found(near: path),
        locale: style.locale ?? metadata.language, format: format(), isDraft: draft, explains: explain)
      for missing in formatted.missing { Output.warn(line(missing, path)) }
      guard let text = formatted.text else { throw ExitCode(2) }
      formatted.warnings.forEach { Output.warn("ibid: warning: \($0)") }
      formatted.explanations.forEach { Output.warn($0) }
      try write(text, of: path)
      if !formatted.missing.isEmpty { throw ExitCode(1) }
      try Failure.failOnLoss(problems)
    }
  }

  /// The work on a Word document, where the manuscript is one.
  private var word: FormatWord? { FormatWord(manuscript, records, style, output) }

  private func write(_ text: String, of path: String) throws {
    guard let format = try format(), format.isMadeByPandoc else {
      if let output { try OutputFile(output).write(text) } else { try Output.write(text) }
      return
    }
    let document = try PandocDocument(markdown: text, format: format, manuscript: path).bytes()
    if let output {
      try OutputFile(output).write(document)
    } else {
      try Output.write(String(decoding: document, as: UTF8.self))
    }
  }

  private func format() throws -> FormattedManuscript.Format? {
    if to != nil { return to }
    guard let output else { return nil }
    return try FormatOption.validated { () throws(IbidError) in try FormattedManuscript.Format(for: output) }
  }

  private func line(_ missing: FormattedManuscript.MissingKey, _ path: String) -> String {
    let hint = missing.nearest.isEmpty ? "" : "; did you mean \(missing.nearest.joined(separator: " or "))?"
    let kind = draft ? "warning" : "error"
    return
      "\(path):\(missing.place.line):\(missing.place.column): \(kind): no record has the key “\(missing.key)”\(hint)"
  }
}
