import IbidCSL
import IbidFormats

/// The running text of a bibliography, in a journal's style.
extension RecordFormat {
  /// An entry a line.
  static let text = styled(.text, "text in a journal's style", shortName: "txt")
  /// A page's list.
  static let html = styled(.html, "HTML in a journal's style", shortName: "htm")
  /// An entry a paragraph.
  static let markdown = styled(.markdown, "Markdown in a journal's style", shortName: "md")

  private static func styled(_ format: OutputFormat, _ summary: String, shortName: String) -> RecordFormat {
    RecordFormat(
      name: format.rawValue, summary: summary, shortNames: [shortName], endings: [shortName, format.rawValue],
      makeWriter: { options in
        let style = try StyleSearch(manuscript: options.article).style(options.style, journal: options.journal)
        return StyledTextWriter(
          try style.processor(locale: options.locale, format: format),
          warnings: [style.missingLocale(insteadOf: options.locale)].compactMap(\.self))
      })
  }
}
