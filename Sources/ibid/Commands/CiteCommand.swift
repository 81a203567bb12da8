import ArgumentParser
import IbidKit
import IbidModel

struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Make the typed citations of a Word document live.",
    discussion: """
      Typed citations, as in [1], ¹⁻³ or (Smith 2020), that lead to a work for certain become fields of Zotero’s, \
      with the work’s whole record in them, and the list of references its bibliography. What is unsure is left, and \
      listed. The text stays as it was typed; with --style all is rendered in that style.

        ibid cite typed.docx --output live.docx
        ibid cite typed.docx --from records.xml --style apa --output live.docx
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var style: StyleOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The Word document to write.", valueName: "file"))
  var output: String?

  func run() throws {
    let (path, choice) = try input.resolved(with: records)
    guard FormattedWord.isWord(path) else {
      throw ValidationError("typed citations become live in a Word document (.docx)")
    }
    let output = try WordOutput.path(output, input: path)
    try Failure.reporting {
      let checked = try CheckedArticle(
        path: path, format: input.inputFormat, bibliography: records.bibliography, records: choice.open())
      Failure.report(checked.problems)
      let isStyled = style.style != nil || style.journal != nil
      let found = isStyled ? try style.found(near: path) : nil
      let cited = try CitedWord(checked, style: found, locale: style.locale)
      cited.left.forEach { Output.warn("ibid: note: \($0)") }
      guard cited.count > 0 else {
        Output.warn("ibid: error: \(path): no typed citation leads to a work for certain; nothing was written")
        throw ExitCode(2)
      }
      var bytes = cited.bytes
      if let found {
        let formatted = try FormattedWord(bytes: bytes, path: path, style: found, locale: style.locale)
        (formatted.kept + formatted.warnings).forEach { Output.warn("ibid: warning: \($0)") }
        bytes = formatted.bytes
      }
      try OutputFile(output).write(bytes)
      Output.warn(
        "ibid: note: \(cited.count) citations\(cited.hasBibliography ? " and the bibliography" : "") made live in \(output)"
      )
      if !cited.left.isEmpty { throw ExitCode(1) }
    }
  }
}
