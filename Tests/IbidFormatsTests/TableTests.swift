import IbidFormats
import IbidModel
import TestSupport
import Testing

struct TableTests {
  private func read(_ text: String) throws -> (items: [Item], summary: ReadingSummary) {
    var input = try ByteInput.memory(Array(text.utf8), path: "x.csv")
    var items: [Item] = []
    let read = try #require(RecordFormat.csv.read)
    let summary = try read(&input, ReadingOptions()) { items.append($0) }
    return (items, summary)
  }

  @Test("Columns are known by their names, in any order, with any separator")
  func columns() throws {
    let rows = [
      ["Year", "Title", "Authors", "Source title", "Art. No.", "Page start", "Page end", "PubMed ID", "ISSN", "EID"],
      [
        "2018", "Salt, \"old\"; and ice\nagain", "Ost W.J.; Rand-Mora M.", "Lakes", "", "7", "12", "30000001",
        "12345679", "2-s2.0",
      ],
    ]
    for separator in [",", ";", "\t"] {
      let text = rows.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: separator)
      }
      let (items, summary) = try read("\u{FEFF}" + text.joined(separator: "\r\n") + "\r\n\r\n")
      let item = try #require(items.first)
      #expect(items.count == 1 && summary.problems.isEmpty)
      #expect(item[.title] == "Salt, \"old\"; and ice again")
      #expect(item[names: .author] == [Name(family: "Ost", given: "W.J."), Name(family: "Rand-Mora", given: "M.")])
      #expect(
        [item[.page], item[.PMID], item[.ISSN], item[.containerTitle]] == ["7-12", "30000001", "1234-5679", "Lakes"])
      #expect(item[custom: "csv"]?["EID"] == "2-s2.0")
      #expect(item[date: .issued] == CSLDate(2018))
    }
  }

  @Test(
    "Names of a cell are told apart",
    arguments: [
      ("Ost W., Rand M.", ["Ost|W.", "Rand|M."]),
      ("Smith J, Van der Ost PA, Kay D.", ["Smith|J", "Van der Ost|PA", "Kay|D"]),
      ("Ost, Wera", ["Ost|Wera"]), ("Ost, Wera (57200000); Roe, Al (1)", ["Ost|Wera", "Roe|Al"]),
      ("[No author name available]", []),
    ])
  func names(cell: String, names: [String]) throws {
    let item = try #require(try read("Title,Authors,Year\nSalt,\"\(cell)\",2020\n").items.first)
    #expect(item[names: .author].map { ($0.family ?? "") + "|" + ($0.given ?? "") } == names)
  }

  @Test(
    "The kind of work is told by its type, else by where it stands",
    arguments: [
      ("Document Type", "Article", ItemType.articleJournal), ("Document Type", "Conference Paper", .paperConference),
      ("Document Type", "Book Chapter", .chapter), ("Item Type", "thesis", .thesis), ("PT", "B", .chapter),
      ("PT", "P", .patent),
    ])
  func types(column: String, value: String, type: ItemType) throws {
    #expect(try read("Title,Source title,\(column)\nSalt,Lakes,\(value)\n").items.map(\.type) == [type])
  }

  @Test("A table of something else is refused; a row that is too long is said")
  func faults() throws {
    #expect(throws: InputError.self) { try read("a,b\n1,2\n") }
    #expect(throws: InputError.self) { try read("") }
    let (items, summary) = try read("Title,Year\nSalt,2020,x\n\n,\nIce,\"2021\nTitle,1\n")
    #expect(items.map { $0[.title] } == ["Salt", "Ice"])
    #expect(summary.problems.map(\.line) == [2])
  }

  @Test("What Ibid writes is read as it was", arguments: 0..<20)
  func inverts(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    var items = (0..<40).map { ItemMaker.item($0, &generator) }
    items[0].set(.title, richText: "Salt <i>in vivo</i>")
    items[1].numericVariables = [.volume]
    items[1][.volume] = "3"
    items[2][names: .director] = [Name(family: "Roe", given: "Al")]
    items[3].custom = [JSONMember("arXiv", "2301.01234")]
    items[4][names: .author] = [Name(literal: "A; B")]
    let makeWriter = try #require(RecordFormat.csv.makeWriter)
    var writer = try makeWriter(WritingOptions())
    let text = writer.text(of: items)
    let (read, summary) = try read(text)
    #expect(read.count == items.count && summary.problems.isEmpty)
    for (read, item) in zip(read, items) { #expect(read.differences(from: item) == []) }
  }
}
