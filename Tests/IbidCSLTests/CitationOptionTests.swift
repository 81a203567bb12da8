import IbidCSL
import IbidModel
import TestSupport
import Testing

/// What the options of citations and bibliographies do to one small document, by golden files.
struct CitationOptionTests {
  private static let fixtures = Fixtures()

  private static func work(
    _ id: String, _ authors: [(String, String)], _ year: Int, _ title: String, volume: String? = nil
  ) -> Item {
    var item = Item(id: id, type: .articleJournal)
    item[names: .author] = authors.map { Name(family: $0.0, given: $0.1) }
    item[date: .issued] = CSLDate(year)
    item[.title] = title
    item[.volume] = volume
    return item
  }

  /// Works whose authors and years are alike.
  private static let works = [
    work("a", [("Doe", "Ann B"), ("Roe", "Cy"), ("Poe", "Al")], 2001, "Zebras", volume: "10"),
    work("b", [("Doe", "Ann B"), ("Roe", "Cy"), ("Moe", "Di")], 2001, "Apes", volume: "9"),
    work("c", [("Doe", "Ann B"), ("Roe", "Cy"), ("Poe", "Al")], 2001, "Bees"),
    work("d", [("Doe", "Bea")], 2002, "The élan of cats", volume: "2"),
    work("e", [("Doe", "Ann B")], 2002, "Dogs"), work("f", [("Doe", "Ann B")], 2002, "Eels", volume: "1"),
    work("g", [("Doe", "Ann B")], 2002, "Élan"), work("h", [("Doe", "Ann B")], 1999, "Flies"),
    work("i", [("Lin", "Ola")], 2002, "Gnats"), work("j", [], 1998, "Hens"),
  ]

  private static let citations = [
    Citation([Cite(id: "a"), Cite(id: "b"), Cite(id: "c")], noteNumber: 1),
    Citation([Cite(id: "d"), Cite(id: "e"), Cite(id: "i"), Cite(id: "f"), Cite(id: "g")], noteNumber: 2),
    Citation([Cite(id: "e"), Cite(id: "f", locator: "12"), Cite(id: "g"), Cite(id: "h")], noteNumber: 3),
    Citation([Cite(id: "e", prefix: "see "), Cite(id: "f", suffix: " there"), Cite(id: "j")], noteNumber: 4),
    Citation([Cite(id: "a", mode: .suppressAuthor), Cite(id: "d", mode: .authorOnly)], noteNumber: 5),
    Citation([Cite(id: "d", mode: .authorOnly)], noteNumber: 6),
  ]

  private static func style(_ attributes: String, _ citation: String, _ bibliography: String) throws -> Style {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" \(attributes)><info><id/><title/></info>
      \(citation)\(bibliography)</style>
      """
    return try Style.parse(Array(text.utf8))
  }

  @Test("Telling apart, grouping and collapsing of authors and years")
  func namesAndYears() throws {
    let titles = "<choose><if disambiguate=\"true\"><text variable=\"title\"/></if></choose>"
    let layout = """
      <layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><names variable="author">
      <name form="short" and="symbol" initialize-with=". " et-al-min="3" et-al-use-first="1"/></names>
      <date variable="issued"><date-part name="year"/></date>
      TITLES<text variable="locator" prefix="p. "/></group></layout>
      """
    try Self.fixtures.expect(eachLineOf: "values/citations") { line in
      let isSorted = line.contains("sorted")
      let sort = isSorted ? "<sort><key variable=\"author\"/><key variable=\"title\" sort=\"descending\"/></sort>" : ""
      let shown = layout.replacing("TITLES", with: line.contains("titled") ? titles : "")
      let attributes = line.replacing("sorted", with: "").replacing("titled", with: "")
      let style = try Self.style("", "<citation \(attributes)>\(sort)\(shown)</citation>", "")
      let processor = Processor(style: style)
      return processor.process(items: Self.works, citations: Self.citations).citations
        + processor.explanations(items: Self.works, citations: Self.citations).map {
          "\($0.id): \($0.measure), else «\($0.reading)» \($0.others)"
        }
    }
  }

  @Test("Collapsing of numbers")
  func numbers() throws {
    let layout =
      "<layout prefix=\"[\" suffix=\"]\" delimiter=\", \"><text variable=\"citation-number\"/><text variable=\"locator\" prefix=\": \"/></layout>"
    try Self.fixtures.expect(eachLineOf: "values/number-citations") { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let sort = "<sort><key variable=\"citation-number\"/></sort>"
      let style = try Self.style(
        "", "<citation \(parts[0])>\(sort)\(layout)</citation>", "<bibliography>\(layout)</bibliography>")
      let citations = parts.dropFirst().map { citation in
        Citation(
          citation.split(separator: " ").map { cite in
            let words = cite.split(separator: ":").map(String.init)
            return Cite(id: words[0], locator: words.count > 1 ? words[1] : nil)
          })
      }
      // All works in the order of their keys first, so that «a» is 1.
      let order = Citation(Self.works.map { Cite(id: $0.id) })
      return Array(
        Processor(style: style).process(items: Self.works, citations: [order] + citations).citations.dropFirst())
    }
  }

  @Test("Positions: which cites are the first, repeated, or near")
  func positions() throws {
    let tests = ["first", "subsequent", "ibid", "ibid-with-locator", "near-note"].map {
      "<choose><if position=\"\($0)\"><text value=\"\($0)\"/></if></choose>"
    }
    let layout = """
      <layout delimiter="; "><group delimiter=" "><text variable="title"/>\(tests.joined())
      <text variable="first-reference-note-number" prefix="n"/></group></layout>
      """
    try Self.fixtures.expect(eachLineOf: "values/positions") { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let style = try Self.style(parts[0], "<citation \(parts[1])>\(layout)</citation>", "")
      let citations = parts.dropFirst(2).map { citation in
        var words = citation.split(separator: " ").map(String.init)
        let note = Int(words.removeFirst())
        let cites = words.map { word in
          let pieces = word.split(separator: ":").map(String.init)
          return Cite(
            id: pieces[0], locator: pieces.count > 1 ? pieces[1] : nil, label: pieces.count > 2 ? pieces[2] : nil)
        }
        return Citation(cites, noteNumber: note)
      }
      return Processor(style: style).process(items: Self.works, citations: citations).citations
    }
  }

  @Test("Orders of a bibliography, and authors that are not named again")
  func bibliographies() throws {
    let layout = """
      <layout suffix="."><group delimiter=", "><names variable="author"><name name-as-sort-order="all" and="text"/>
      </names><date variable="issued"><date-part name="year"/></date><text variable="title"/><number variable="volume"/>
      </group></layout>
      """
    let citation = "<citation><layout><text variable=\"title\"/></layout></citation>"
    try Self.fixtures.expect(eachLineOf: "values/bibliographies") { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let keys = parts[1].split(separator: ",").map { key in
        let words = key.split(separator: " ").map(String.init)
        return "<key variable=\"\(words[0])\" \(words.dropFirst().joined(separator: " "))/>"
      }
      let sort = keys.isEmpty ? "" : "<sort>\(keys.joined())</sort>"
      let style = try Self.style("", citation, "<bibliography \(parts[0])>\(sort)\(layout)</bibliography>")
      return Processor(style: style).process(items: Self.works).bibliography.map { "\($0.id): \($0.text)" }
    }
  }
}
