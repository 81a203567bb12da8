import IbidFormats
import IbidKit
import IbidModel
import Testing

/// Records in YAML.
struct YAMLRecordTests {
  private func items(_ name: String, _ yaml: String) throws -> [Item] {
    let format = try #require(RecordFormats.all.first { $0.recognizes?(Array(yaml.utf8)) == true })
    #expect(format.name == name)
    var input = try ByteInput.memory(Array(yaml.utf8), path: "x.yml")
    var items: [Item] = []
    let reading = try #require(format.read)
    _ = try reading(&input, ReadingOptions()) { items.append($0) }
    return items
  }

  @Test("CITATION.cff: the program, and the work that its authors want cited")
  func cff() throws {
    let items = try items(
      "cff",
      """
      cff-version: 1.2.0
      title: Saltcalc
      version: 2.1
      date-released: 2024-05-06
      doi: 10.5281/zenodo.123
      authors:
        - {family-names: Rand, given-names: Mona}
        - name: Salt Lab
      preferred-citation:
        type: article
        title: Salt in code
        journal: J Salt
        start: 10
        end: 19
        year: 2023
        month: 4
      """)
    #expect(items.map(\.type) == [.software, .articleJournal])
    #expect(items[0][.version] == "2.1" && items[0][date: .issued] == CSLDate(2024, 5, 6))
    #expect(items[0][names: .author] == [Name(family: "Rand", given: "Mona"), Name(literal: "Salt Lab")])
    #expect(items[1][.page] == "10-19" && items[1][date: .issued] == CSLDate(2023, 4))
  }

  @Test("Hayagriva: an entry within another, and back")
  func hayagriva() throws {
    let items = try items(
      "hayagriva",
      """
      ost:
        type: article
        title: Salt in {DNA}
        author: ["Ost, Wera", WHO]
        date: 2023-05
        page-range: 1-9
        serial-number: {doi: "10.5/x"}
        runtime: 10
        parent: {type: periodical, title: J Salt, volume: 29}
      """)
    let item = try #require(items.first)
    #expect(item.type == .articleJournal && item[.title] == "Salt in DNA" && item[.volume] == "29")
    #expect(item[names: .author] == [Name(family: "Ost", given: "Wera"), Name(literal: "WHO")])
    #expect(item[.DOI] == "10.5/x" && item[date: .issued] == CSLDate(2023, 5))
    let format = try #require(RecordFormats.all.first { $0.name == "hayagriva" })
    let makeWriter = try #require(format.makeWriter)
    var writer = try makeWriter(WritingOptions())
    #expect(try self.items("hayagriva", writer.text(of: items)) == items)
  }

  @Test("Hayagriva's marks, and what YAML does not allow or takes for a line break, are escaped")
  func hayagrivaEscapes() throws {
    let format = try #require(RecordFormats.all.first { $0.name == "hayagriva" })
    var writer = try #require(try format.makeWriter?(WritingOptions()))
    var item = Item(id: "a", type: .book)
    item[.title] = "$5 {a} \\ \u{7F}\u{85}\u{9F}\u{A0}\u{2028}\u{2029}\u{FEFF}\u{FFFD}\u{FFFE}"
    let title = #""\\$5 \\{a\\} \\\\ \u007f\u0085\u009f"# + "\u{A0}" + #"\u2028\u2029\ufeff"# + "\u{FFFD}" + #"\ufffe""#
    let text = writer.text(of: [item])
    #expect(text.contains("  title: \(title)\n"), "\(text)")
    #expect(try items("hayagriva", text).first?[.title] == item[.title])
  }

  @Test("Any text of Hayagriva's comes back")
  func hayagrivaTexts() throws {
    let format = try #require(RecordFormats.all.first { $0.name == "hayagriva" })
    for text in ["a: b", "{a} \\ b", "\"q\" # x", "e\u{301}\u{202E}", "- a", "1e5", "a\u{2028}b", "%&*!|>'@`"] {
      var item = Item(id: "yes", type: .book)
      item[.title] = text
      item[.publisher] = text
      item[names: .author] = [Name(family: text, given: text), Name(literal: "Body")]
      let makeWriter = try #require(format.makeWriter)
      var writer = try makeWriter(WritingOptions())
      #expect(try items("hayagriva", writer.text(of: [item])) == [item], "\(text)")
    }
  }

  @Test("CSL-YAML: the items under `references`")
  func cslYAML() throws {
    let items = try items(
      "csl-yaml", "---\nreferences:\n- id: a\n  type: book\n  title: T\n  issued: {year: 2001}\n...\n")
    #expect(items.map(\.id) == ["a"] && items.first?[date: .issued] == CSLDate(2001))
  }
}
