import IbidCSL
import IbidModel
import Testing

struct BibliographyStreamTests {
  /// Authors' given names of some items, and what their stream could not know before which of them.
  static let names: [[[String]]] = [
    [["Ann", "Bo C"], ["DE"], ["F"]],
    [["DE"], ["F", "GH"], ["Ann"], ["IJ"]],
    [["DE"], [], ["F"]],
    [[]],
    [],
  ]

  private static func items(_ names: [[String]], pmid: Bool) -> [Item] {
    names.enumerated().map { number, given in
      var item = Item(id: "k\(number)", type: .articleJournal)
      item[.title] = number == 1 ? "Pain and its relief" : "Åre \(number)"
      item[names: .author] = given.map { Name(family: "Doe", given: $0) }
      item[date: .issued] = CSLDate(2020 - number % 2)
      if pmid { item[.PMID] = "\(number + 1)" }
      return item
    }
  }

  private static func style(_ bibliography: String, citation: String = "") throws -> Style {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><id/><title/></info>
      <citation \(citation)><layout><text variable="title"/></layout></citation>\(bibliography)</style>
      """
    return try Style.parse(Array(text.utf8))
  }

  private static func streamed(_ items: [Item], _ processor: Processor) -> ([BibliographyEntry], [CSLWarning]) {
    var stream = BibliographyStream(processor)
    let entries = items.flatMap { stream.add($0) } + stream.finish()
    return (entries, stream.warnings)
  }

  @Test("Every style gives the entries that it gives of all items together", arguments: Style.bundledNames)
  func agrees(style: String) throws {
    for format in OutputFormat.allCases {
      let processor = Processor(style: try #require(Style.named(style)), format: format)
      for names in Self.names {
        for pmid in [false, true] {
          let items = Self.items(names, pmid: pmid)
          let together = processor.process(items: items)
          let (entries, warnings) = Self.streamed(items, processor)
          #expect(entries == together.bibliography, "\(style), \(format), \(names)")
          #expect(warnings == together.warnings, "\(style), \(format), \(names)")
        }
      }
    }
  }

  @Test("A style that numbers its entries gives each as it comes, as soon as the names tell how initials are written")
  func givesEachAsItComes() throws {
    let processor = Processor(style: try #require(Style.named("american-medical-association")))
    func counts(_ names: [[String]], pmid: Bool = false) -> [Int] {
      var stream = BibliographyStream(processor)
      return Self.items(names, pmid: pmid).map { stream.add($0).count } + [stream.finish().count]
    }
    #expect(counts([["Ann"], ["DE"], ["F"]]) == [1, 1, 1, 0])
    #expect(counts([["DE"], ["F"], ["Ann"], ["IJ"]]) == [0, 0, 3, 1, 0])
    #expect(counts([["DE"], ["F"]]) == [0, 0, 2])
    #expect(counts([["DE"], ["F"]], pmid: true) == [1, 1, 0])
  }

  @Test(
    "A style that has to see all items gives its entries at the end",
    arguments: [
      ("<sort><key variable=\"title\"/></sort>", ""), ("", "disambiguate-add-names=\"true\""),
      ("", "disambiguate-add-year-suffix=\"true\""),
    ])
  func waitsForAll(sort: String, citation: String) throws {
    let bibliography = "<bibliography>\(sort)<layout><text variable=\"title\"/></layout></bibliography>"
    let processor = Processor(style: try Self.style(bibliography, citation: citation))
    var stream = BibliographyStream(processor)
    let items = Self.items([["Ann"], ["Bo"]], pmid: false)
    #expect(items.flatMap { stream.add($0) }.isEmpty)
    #expect(stream.finish() == processor.process(items: items).bibliography)
  }

  @Test("Repeated authors and items of which nothing is said read as they do together")
  func keepsWhatCameBefore() throws {
    let processor = Processor(
      style: try Self.style(
        """
        <bibliography subsequent-author-substitute="———"><layout><group delimiter=". "><names variable="author"/>
        <text variable="volume"/></group></layout></bibliography>
        """))
    var items = Self.items([["Ann"], ["Ann"], [], ["Ann"], ["Bo"]], pmid: false)
    for index in [0, 1, 3] { items[index][.volume] = "7" }
    let (entries, warnings) = Self.streamed(items, processor)
    let together = processor.process(items: items)
    #expect(entries.map(\.text) == ["Ann Doe. 7", "———. 7", "———. 7", "Bo Doe"])
    #expect(entries == together.bibliography)
    #expect(warnings == [.emptyEntry(id: "k2", place: 2)])
    #expect(warnings == together.warnings)
  }
}
