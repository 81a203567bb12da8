import IbidKit
import IbidModel
import Testing

/// What a manuscript's YAML block says of its rendering.
struct ManuscriptMetadataTests {
  private static func metadata(_ text: String) throws -> ManuscriptMetadata {
    try ManuscriptMetadata(Array(text.utf8), path: "paper.md")
  }

  @Test("Reads style, language and records")
  func readsScalars() throws {
    let read = try Self.metadata("---\ntitle: A\ncsl: \"apa.csl\"\nlang: de-DE\nbibliography: refs.json\n---\nText")
    #expect(read.style == "apa.csl")
    #expect(read.language == "de-DE")
    #expect(read.bibliography == ["refs.json"])
  }

  @Test(
    "Reads lists of files in both spellings",
    arguments: ["bibliography: [a.json, b.bib]", "bibliography:\n  - a.json\n  - b.bib"])
  func readsLists(line: String) throws {
    #expect(try Self.metadata("---\n\(line)\n---\n").bibliography == ["a.json", "b.bib"])
  }

  @Test(
    "Reads uncited keys", arguments: ["nocite: '@a1, @b.2'", "nocite: |\n  @a1, @b.2", "nocite: |\n  @a1,\n  @b.2."])
  func readsUncited(line: String) throws {
    #expect(try Self.metadata("---\n\(line)\n---\n").uncited == ["a1", "b.2"])
    #expect(try !Self.metadata("---\n\(line)\n---\n").listsAll)
  }

  @Test("Lists all records on a star")
  func listsAll() throws { #expect(try Self.metadata("---\nnocite: '@*'\n---\n").listsAll) }

  @Test("Finds nothing in a text without a block", arguments: ["", "csl: apa", "Text\n---\ncsl: apa\n---"])
  func readsNothing(text: String) throws { #expect(try Self.metadata(text).style == nil) }

  @Test(
    "Comments, quotes and blocks are YAML's",
    arguments: [
      ("csl: apa # house style", "apa"), ("csl: 'a #1' # not the first", "a #1"), ("csl: \"a: b.csl\"", "a: b.csl"),
      ("csl:   >-\n  apa", "apa"), ("\"csl\": apa", "apa"), ("csl: apa#1", "apa#1"), ("citation-style: mla", "mla"),
      ("citation-style: mla\ncsl: apa", "apa"), ("# csl: mla\ncsl: apa", "apa"),
      ("format:\n  csl: mla\ncsl: apa", "apa"),
    ])
  func readsStyle(block: String, style: String) throws {
    #expect(try Self.metadata("---\n\(block)\n---\n").style == style)
  }

  @Test(
    "A path may hold commas, brackets and blanks in quotes",
    arguments: [
      ("bibliography: \"my, records.json\"", ["my, records.json"]),
      ("bibliography: ['a, b.json', \"c  [1].bib\"] # two", ["a, b.json", "c  [1].bib"]),
      ("bibliography:\n- 'a, b.json' # first\n- c.bib", ["a, b.json", "c.bib"]),
      ("bibliography:", []), ("bibliography: {a: b}", []), ("bibliography: [a.json, [b.json]]", ["a.json"]),
    ])
  func readsPaths(block: String, files: [String]) throws {
    #expect(try Self.metadata("---\n\(block)\n---\n").bibliography == files)
  }

  @Test(
    "Works that the block describes are records, with dates in each of pandoc's spellings",
    arguments: [
      "{date-parts: [[2019, 4]]}", "{year: 2019, month: 4}", "'2019-04'", "2019-04", "[{year: 2019, month: 4}]",
    ])
  func readsReferences(issued: String) throws {
    let read = try Self.metadata(
      """
      ---
      references:
      - {id: a1, type: book, title: "Walking: a guide", author: [{family: Cook, given: Ann}], issued: \(issued)}
      - id: no-work
      - {title: No key}
      ...
      """)
    #expect(read.references.map(\.id) == ["a1"])
    let item = try #require(read.references.first)
    #expect(item[.title] == "Walking: a guide")
    #expect(item[names: .author].map(\.family) == ["Cook"])
    #expect(item[date: .issued]?.start?.year == 2019 && item[date: .issued]?.start?.month == 4)
  }

  @Test(
    "A year alone, a range and a date in words",
    arguments: [
      ("1999", 1999, nil), ("[{year: 2001}, {year: 2003}]", 2001, nil), ("in press", nil, "in press" as String?),
    ])
  func readsOtherDates(issued: String, year: Int?, literal: String?) throws {
    let item = try #require(
      try Self.metadata("---\nreferences: [{id: a, type: book, issued: \(issued)}]\n---\n").references.first)
    #expect(item[date: .issued]?.start?.year == year)
    #expect(item[date: .issued]?.literal == literal)
  }

  @Test(
    "A block that is no YAML is an error with its line and column",
    arguments: [
      ("title: Sleep: a study", "paper.md:2:13: "), ("csl: apa\nlang: 'de", "paper.md:"),
      ("a: 1\n\tb: 2", "paper.md:3:"),
      ("csl: [apa", "paper.md:"), ("csl: apa\ncsl: mla", "paper.md:"),
    ])
  func refusesOtherText(block: String, start: String) throws {
    let error = try #require(throws: IbidError.self) { try Self.metadata("---\n\(block)\n---\nText\n") }
    #expect(error.message.hasPrefix(start) && error.message.contains("is no YAML"), "\(error.message)")
  }
}
