import IbidCSL
import IbidModel
import TestSupport
import Testing

/// One document of many kinds of works and cites, in each bundled style.
struct WholeDocumentTests {
  private static let fixtures = Fixtures()

  /// What the document cites, one citation a note.
  private static let citations: [Citation] = [
    Citation([Cite(id: "trial")], noteNumber: 1),
    Citation([Cite(id: "trial", locator: "987")], noteNumber: 2),
    Citation([Cite(id: "trial", locator: "987")], noteNumber: 3),
    Citation([Cite(id: "trial2", locator: "1003-5", prefix: "see ")], noteNumber: 4),
    Citation([Cite(id: "trial"), Cite(id: "trial2"), Cite(id: "many")], noteNumber: 5),
    Citation([Cite(id: "many2"), Cite(id: "many"), Cite(id: "brother", suffix: ", and elsewhere")], noteNumber: 6),
    Citation([Cite(id: "book", locator: "3", label: "chapter")], noteNumber: 7),
    Citation([Cite(id: "book", locator: "ix-xii")], noteNumber: 9),
    Citation([Cite(id: "chapter", mode: .suppressAuthor), Cite(id: "edited")], noteNumber: 10),
    Citation([Cite(id: "board", mode: .authorOnly)], noteNumber: 11),
    Citation([Cite(id: "page", prefix: "It is so. ")], noteNumber: 12),
    Citation([Cite(id: "spring"), Cite(id: "thesis"), Cite(id: "talk"), Cite(id: "old")], noteNumber: 13),
    Citation([Cite(id: "undated"), Cite(id: "anonymous"), Cite(id: "german", locator: "44, 50")], noteNumber: 14),
    Citation([Cite(id: "trial", locator: "12", label: "figure")], noteNumber: 40),
    Citation([Cite(id: "chapter")], noteNumber: 41), Citation([Cite(id: "chapter")], noteNumber: 42),
  ]

  /// The items of `works.json`, in the reverse of its order, so that a style has something to sort.
  private static func works() throws -> [Item] {
    let json = try JSONReader.value(of: try fixtures.text("works.json"))
    return json.elements.compactMap { Item(cslJSON: $0) }.reversed()
  }

  private static func listing(_ style: String, locale: String? = nil, format: OutputFormat) throws -> String {
    let processor = Processor(style: try #require(Style.named(style)), locale: locale, format: format)
    let items = try works()
    let document = processor.process(items: items, citations: citations)
    var lines = ["\(style), \(locale ?? "in its own language"), as \(format)", ""]
    for (citation, text) in zip(citations, document.citations) { lines.append("\(citation.noteNumber ?? 0): \(text)") }
    lines.append("")
    lines += document.bibliography.map(\.text)
    let explanations = processor.explanations(items: items, citations: citations)
    if !explanations.isEmpty { lines.append("") }
    for explanation in explanations {
      lines.append("\(explanation.id): \(explanation.measure), else «\(explanation.reading)» \(explanation.others)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("A document reads as each style's golden file says", arguments: Style.bundledNames)
  func readsInEachStyle(style: String) throws {
    try Self.fixtures.expect(try Self.listing(style, format: .text), equals: "documents/\(style).txt")
  }

  @Test(
    "And in other languages and formats",
    arguments: [
      ("apa", "de-DE", OutputFormat.html), ("chicago-notes", "fr-FR", .html), ("nature", nil, .markdown),
      ("ieee", "es-ES", .markdown), ("nlm-citation-sequence-superscript", nil, .html),
      ("harvard-cite-them-right", "pt-BR", .text), ("chicago-author-date", "en-US", .html),
    ] as [(String, String?, OutputFormat)])
  func readsInOtherLanguages(style: String, locale: String?, format: OutputFormat) throws {
    let name = "documents/\(style).\(locale ?? "own").\(format.rawValue)"
    try Self.fixtures.expect(try Self.listing(style, locale: locale, format: format), equals: name)
  }
}
