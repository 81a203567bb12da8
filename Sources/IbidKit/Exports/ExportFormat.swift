import IbidFormats
public import IbidModel

/// A format that references can be written in.
public enum ExportFormat: String, Sendable, CaseIterable {
  case bibtex, biblatex
  case cslJSON = "csl-json"
  case jsonl
  case text, html, markdown

  /// The names of all formats, for a message.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What this format needs a style for is the running text of a bibliography.
  public var usesStyle: Bool { [.text, .html, .markdown].contains(self) }

  /// The references, in the order of the items, as the text of a file.
  ///
  /// - Parameters:
  ///   - style: finds the style, for the formats that use one.
  ///   - locale: an RFC 4646 tag; nil for the style's own.
  /// - Throws: `IbidError` where there is no such style or locale, or it cannot be read.
  public func text(
    of items: [Item], style: () throws(IbidError) -> FoundStyle, locale: String?
  ) throws(IbidError) -> (text: String, warnings: [String]) {
    switch self {
    case .bibtex: (BibTeXWriter(.bibtex).text(of: items), [])
    case .biblatex: (BibTeXWriter(.biblatex).text(of: items), [])
    case .cslJSON: (CSLJSONWriter.array(of: items), [])
    case .jsonl: (items.map { $0.completeJSON + "\n" }.joined(), [])
    case .text, .html, .markdown: try StyledBibliography(style: try style(), locale: locale).text(of: items, in: self)
    }
  }
}
