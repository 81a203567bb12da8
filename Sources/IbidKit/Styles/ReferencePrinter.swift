import IbidCSL
package import IbidModel

/// Prints single references as a style has them, without the number that a list would give them.
package struct ReferencePrinter: Sendable {
  private let processor: Processor

  /// A printer of this style.
  ///
  /// - Throws: `IbidError` where there is no locale of this name.
  package init(_ style: FoundStyle, locale: String? = nil) throws(IbidError) {
    processor = try style.processor(locale: locale, format: .text)
  }

  /// The reference of a record on one line; its title where the style says nothing of it.
  package func text(of item: Item) -> String {
    var bibliography = BibliographyStream(processor)
    let entries = bibliography.add(item) + bibliography.finish()
    let text = entries.first.map { Self.withoutNumber($0.text) } ?? ""
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? item[.title] ?? item.id : line
  }

  /// An entry without the `1.`, `[1]` or `(1)` before it.
  private static func withoutNumber(_ text: String) -> Substring {
    let rest = text.drop { $0 == "[" || $0 == "(" }
    let digits = rest.prefix(while: \.isWholeNumber)
    let behind = rest.dropFirst(digits.count)
    guard digits == "1", let mark = behind.first, ".])  \t".contains(mark) else { return text[...] }
    return behind.drop { ".]) \t".contains($0) }
  }
}
