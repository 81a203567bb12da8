package import IbidModel

/// Renders citations and a bibliography in a style: a pure function of style, locale, items and citations.
package struct Processor: Sendable {
  let prepared: PreparedStyle
  private var style: Style { prepared.style }
  /// How citations and entries are written.
  package let format: OutputFormat
  /// The words of the style's language that name what a locator counts.
  package var locatorTerms: LocatorTerms { LocatorTerms(prepared.locale) }

  /// A processor of this style.
  ///
  /// - Parameters:
  ///   - locale: the language, as in `de-DE`; nil for the style's own, else `en-US`.
  ///   - format: how citations and entries are written.
  ///   - locales: finds the locale file of exactly this name; the bundled ones where none is given.
  package init(
    style: Style, locale: String? = nil, format: OutputFormat = .text,
    locales: (String) -> LocaleFile? = LocaleFile.bundled
  ) {
    let language = locale ?? style.defaultLocale ?? "en-US"
    prepared = PreparedStyle(style: style, locale: Locale(language, style: style.locales, file: locales))
    self.format = format
  }

  /// Renders a document's citations, in order, and its bibliography.
  ///
  /// - Parameters:
  ///   - items: the items, by their keys; of equal keys the last counts.
  ///   - citations: the document's citations, in order.
  ///   - listsUncited: whether items that no citation names stand in the bibliography, behind the cited ones
  ///     where the style does not sort.
  ///   - scope: whether the citations are one text's.
  package func process(
    items: [Item], citations: [Citation] = [], listsUncited: Bool = true, scope: CitationScope = .document
  ) -> ProcessedDocument {
    result(of: document(items: items, citations: citations, listsUncited: listsUncited, scope: scope))
  }

  /// The document numbered, placed and told apart, ready to be written.
  func document(items: [Item], citations: [Citation], listsUncited: Bool, scope: CitationScope) -> Document {
    var document = Document(prepared, items: items, citations: citations, listsUncited: listsUncited)
    document.number()
    document.place(scope)
    document.disambiguate()
    return document
  }

  /// What a finished document reads.
  func result(of document: Document) -> ProcessedDocument {
    let writer = DocumentWriter(document: document, format: format)
    let bibliography = writer.bibliography()
    var warnings = document.warnings
    if style.bibliography != nil, bibliography.count < document.order.count {
      let written = Set(bibliography.map(\.id))
      for (place, entry) in document.order.enumerated() {
        let id = document.entries[entry].item.id
        if !written.contains(id) { warnings.append(.emptyEntry(id: id, place: place)) }
      }
    }
    return ProcessedDocument(
      citations: document.citations.indices.map(writer.citation), bibliography: bibliography, warnings: warnings)
  }
}

/// Whether the citations are one text's.
package enum CitationScope: Sendable {
  /// Later citations are shortened by what earlier ones said.
  case document
  /// Each is rendered as the first of its document, as in a preview.
  case single
}

/// What a processor made of a document.
package struct ProcessedDocument: Sendable, Hashable {
  /// The text of each citation, in the order of the citations.
  package var citations: [String]
  /// The entries, in the style's order; empty where the style has no bibliography.
  package var bibliography: [BibliographyEntry]
  /// What could not be done as asked.
  package var warnings: [CSLWarning]
}

/// One entry of a bibliography.
package struct BibliographyEntry: Sendable, Hashable {
  /// The item's key.
  package var id: String
  /// The entry's text, in the output format.
  package var text: String
}

/// Something that could not be done as asked.
package enum CSLWarning: Sendable, Hashable {
  /// A cite of a key that no item has.
  case unknownItem(id: String, citation: Int)
  /// The style has nothing to say of an item, which therefore is missing in the bibliography.
  /// `place` is where it would stand, 0 for the first.
  case emptyEntry(id: String, place: Int)
}
