import IbidFormats
import IbidModel
import TestSupport
import Testing

struct NBIBWriterTests {
  private let fixtures = Fixtures()

  private func text(_ items: [Item]) throws -> String {
    let makeWriter = try #require(RecordFormat.nbib.makeWriter)
    var writer = try makeWriter(WritingOptions())
    return writer.text(of: items)
  }

  private func items(_ text: String) throws -> [Item] {
    try NBIBReader.records(in: Array(text.utf8)).records.map(\.item)
  }

  @Test("What is written of nbib's records is read as they were, and written the same again")
  func returnsRecords() throws {
    let first = try items(fixtures.text("PubMed/works.nbib"))
    let written = try text(first)
    for (read, item) in zip(try items(written), first) { #expect(read.differences(from: item) == []) }
    #expect(try text(items(written)) == written)
  }

  @Test("Of PubMed's XML each tag is written that the format has")
  func writesFacts() throws {
    let item = try PubMedReader.items(in: fixtures.bytes("PubMed/everything.xml")).items[0]
    let lines = try text([item]).split(separator: "\n").map(String.init)
    for tag in ["PMID", "OWN", "IS", "VI", "TI", "AB", "FAU", "AU", "LA", "GR", "PT", "MH", "PHST", "AID", "OT"] {
      #expect(lines.contains { $0.hasPrefix(tag) }, "\(tag)")
    }
    let again = try items(lines.joined(separator: "\n"))[0]
    for variable: Variable in [.PMID, .PMCID, .DOI, .title, .volume, .issue, .page, .language, .ISSN, .keyword] {
      #expect(again[variable] == item[variable], "\(variable)")
    }
    #expect(again[names: .author].map(\.familyOrLiteral) == item[names: .author].map(\.familyOrLiteral))
    #expect(again[date: .issued] == item[date: .issued])
  }

  @Test("An item from elsewhere is written by its variables")
  func writesVariables() throws {
    var item = Item(id: "a", type: .articleJournal)
    item[.title] = "Salt"
    item[.containerTitle] = "Journal of Salt"
    item[.containerTitleShort] = "J Salt"
    item[.volume] = "3"
    item[.DOI] = "10.5555/x"
    item[.language] = "de"
    item[names: .author] = [Name(family: "van Ost", given: "Wera Ann", suffix: "Jr"), Name(literal: "Salt Group")]
    item[date: .issued] = CSLDate(.init(year: 2020, month: 10), through: .init(year: 2020, month: 12))
    let expected = """
      TI  - Salt.
      VI  - 3
      DP  - 2020 Oct-Dec
      LID - 10.5555/x [doi]
      FAU - van Ost, Wera Ann Jr
      AU  - van Ost WA Jr
      CN  - Salt Group
      LA  - ger
      PT  - Journal Article
      TA  - J Salt
      JT  - Journal of Salt
      AID - 10.5555/x [doi]
      SO  - J Salt. 2020 Oct-Dec;3. doi: 10.5555/x.


      """
    #expect(try text([item]) == expected)
    let again = try items(expected)[0]
    for variable in [Variable.title, .containerTitle, .containerTitleShort, .volume, .DOI, .language] {
      #expect(again[variable] == item[variable])
    }
    #expect(again[names: .author] == item[names: .author])
    #expect(again[date: .issued] == item[date: .issued])
  }
}
