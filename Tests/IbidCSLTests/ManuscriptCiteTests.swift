import IbidModel
import Testing

@testable import IbidCSL

/// What manuscripts ask of the engine beside the specification.
struct ManuscriptCiteTests {
  private static func processor(_ layout: String, sorts: Bool = true) throws -> Processor {
    let sort = sorts ? "<sort><key variable=\"title\"/></sort>" : ""
    let style = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>x</id></info>
      <locale><terms><term name="page-range-delimiter">-</term>
      <term name="chapter" form="short"><single>kap.</single><multiple>kapp.</multiple></term></terms></locale>
      <citation>\(sort)<layout delimiter="; ">\(layout)</layout></citation></style>
      """
    return Processor(style: try Style.parse(Array(style.utf8)))
  }

  private static let items = ["a", "b", "c", "d"].map { key in
    var item = Item(id: key, type: .book)
    item[.title] = key
    return item
  }

  @Test(
    "What stands between cites that keep their place is sorted by itself",
    arguments: [
      ("dcba", "", "a; b; c; d"), ("dcba", "c", "d; c; a; b"), ("dcba", "d", "d; a; b; c"),
      ("dcba", "dcba", "d; c; b; a"), ("ba", "a", "b; a"),
    ])
  func keepsPlaces(order: String, kept: String, text: String) throws {
    let cites = order.map { key in
      var cite = Cite(id: String(key))
      cite.keepsPlace = kept.contains(key)
      return cite
    }
    let result = try Self.processor("<text variable=\"title\"/>").process(
      items: Self.items, citations: [Citation(cites)])
    #expect(result.citations == [text])
  }

  @Test(
    "A locator that is a list or a range is several, and a mark between pages is none between lines",
    arguments: [
      ("page", "iv, vi–xi", "pp. iv, vi-xi"), ("figure", "3a–b", "figs. 3a–b"), ("page", "3, 5", "pp. 3, 5"),
      ("page", "II.3", "p. II.3"), ("page", "3–5", "pp. 3-5"), ("line", "3–5", "ll. 3–5"), ("note", "3", "n. 3"),
    ])
  func rendersLocators(label: String, value: String, text: String) throws {
    let layout =
      "<group delimiter=\" \"><label variable=\"locator\" form=\"short\"/><text variable=\"locator\"/></group>"
    let cite = Cite(id: "a", locator: value, label: label)
    let result = try Self.processor(layout).process(items: Self.items, citations: [Citation([cite])])
    #expect(result.citations == [text])
  }

  @Test("The words of locators are those of the style, of its language, and English ones")
  func knowsWords() throws {
    let style = try Self.processor("<text variable=\"title\"/>").prepared.style
    let terms = Processor(style: style, locale: "de-DE").locatorTerms
    let words = ["kapp.", "KAP.", "S.", "Seiten", "pp.", "chapter", "§", "bild", ""]
    #expect(words.map { terms[$0] } == ["chapter", "chapter", "page", "page", "page", "chapter", "section", nil, nil])
  }
}
