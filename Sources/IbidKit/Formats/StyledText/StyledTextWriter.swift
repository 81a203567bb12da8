import IbidCSL
import IbidFormats
import IbidModel

/// Writes a bibliography in a journal's style: in the order of the items where the style numbers them, else in the
/// style's own order; an entry a line in text, a paragraph in Markdown, a list in HTML.
struct StyledTextWriter: RecordWriter {
  var bytes: [UInt8] = []
  private let format: OutputFormat
  private var bibliography: BibliographyStream
  private var hasEntries = false
  /// What was to say before anything is written.
  private let warnings: [String]

  /// A writer that renders with this processor.
  init(_ processor: Processor, warnings: [String] = []) {
    self.warnings = warnings
    format = processor.format
    bibliography = BibliographyStream(processor)
  }

  mutating func begin() {
    if format == .html { append("<div class=\"csl-bib-body\">\n") }
  }

  mutating func write(_ item: Item) { write(bibliography.add(item)) }

  mutating func end() -> [String] {
    write(bibliography.finish())
    switch format {
    case .html: append("</div>\n")
    case .markdown: append("\n")
    case .text, .rtf: break
    }
    return warnings + bibliography.warnings.map { "\($0)" }
  }

  private mutating func write(_ entries: [BibliographyEntry]) {
    for entry in entries {
      switch format {
      case .html: append("<div class=\"csl-entry\">\(entry.text)</div>\n")
      case .markdown: append(hasEntries ? "\n\n" + entry.text : entry.text)
      case .text, .rtf: append(entry.text + "\n")
      }
      hasEntries = true
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
