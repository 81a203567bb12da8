import IbidCSL
import IbidModel

/// A bibliography in a journal's style.
public struct StyledBibliography {
  private let style: FoundStyle
  private let locale: String?

  /// The styles that are known by name, and their titles.
  public static var styles: [(name: String, title: String)] {
    Style.bundledNames.map { ($0, Style.named($0)?.about.title ?? "") }
  }

  /// A bibliography in this style.
  ///
  /// - Parameter locale: an RFC 4646 tag; nil for the style's own.
  init(style: FoundStyle, locale: String?) {
    self.style = style
    self.locale = locale
  }

  /// The entries in the order of the items where the style numbers them, else in the style's own order: one a line in
  /// text, one a paragraph in Markdown, a list in HTML.
  ///
  /// - Throws: `IbidError` where there is no such locale.
  func text(of items: [Item], in format: ExportFormat) throws(IbidError) -> (text: String, warnings: [String]) {
    let output: OutputFormat =
      switch format {
      case .html: .html
      case .markdown: .markdown
      default: .text
      }
    let document = try style.processor(locale: locale, format: output).process(items: items)
    let entries = document.bibliography.map(\.text)
    return (Self.joined(entries, in: format), document.warnings.map { "\($0)" })
  }

  private static func joined(_ entries: [String], in format: ExportFormat) -> String {
    switch format {
    case .html:
      "<div class=\"csl-bib-body\">\n" + entries.map { "<div class=\"csl-entry\">\($0)</div>\n" }.joined() + "</div>\n"
    case .markdown: entries.joined(separator: "\n\n") + "\n"
    default: entries.map { $0 + "\n" }.joined()
    }
  }
}
