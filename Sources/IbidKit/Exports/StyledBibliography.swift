import IbidCSL
import IbidModel
import IbidText

/// A bibliography in a journal's style.
public struct StyledBibliography {
  private let style: Style
  private let locale: String?

  /// The styles that are known by name, and their titles.
  public static var styles: [(name: String, title: String)] {
    Style.bundledNames.map { ($0, Style.named($0)?.about.title ?? "") }
  }

  /// - Parameters:
  ///   - name: a bundled style's name or alias, or the path of a `.csl` file.
  ///   - locale: an RFC 4646 tag; nil for the style's own.
  /// - Throws: `IbidError` where there is no such style or locale, or the file is no style.
  init(style name: String, locale: String?) throws(IbidError) {
    style = try Self.style(name)
    self.locale = locale
    if let locale, LocaleFile.bundled(locale) == nil { throw IbidError("there is no locale “\(locale)”") }
  }

  /// The entries in the order of the items where the style numbers them, else in the style's own order: one a line in
  /// text, one a paragraph in Markdown, a list in HTML.
  func text(of items: [Item], in format: ExportFormat) -> (text: String, warnings: [String]) {
    let output: OutputFormat =
      switch format {
      case .html: .html
      case .markdown: .markdown
      default: .text
      }
    let document = Processor(style: style, locale: locale, format: output).process(items: items)
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

  private static func style(_ name: String) throws(IbidError) -> Style {
    if let style = Style.named(name) { return style }
    guard name.hasSuffix(".csl") || name.contains("/") else {
      let known = Style.bundledNames + Style.aliases.keys
      let nearest = NearestNames.nearest(to: name, among: known.sorted())
      let hint = nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: " or "))? "
      throw IbidError("there is no style “\(name)”; \(hint)`ibid styles` lists them")
    }
    let bytes = try InputFile(path: name).bytes(limit: 16 << 20)
    do throws(CSLError) {
      return try Style.parse(bytes)
    } catch {
      throw IbidError("\(name):\(max(1, error.line)): \(error.reason)")
    }
  }
}
