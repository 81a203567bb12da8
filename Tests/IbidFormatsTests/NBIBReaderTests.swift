import IbidFormats
import IbidModel
import IbidText
import TestSupport
import Testing

struct NBIBReaderTests {
  private let fixtures = Fixtures()

  @Test("Every tag finds its variable or fact, as in PubMed's XML")
  func readsEveryTag() throws {
    let (records, summary) = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib"), path: "works.nbib")
    let json = JSONValue.array(records.map { $0.item.cslJSON(includingFacts: true) })
    try fixtures.expect(JSONWriter.text(of: json, .pretty) + "\n", equals: "PubMed/works.json")
    #expect(records.map(\.pmid) == ["90000001", "90000003", "90000004"])
    #expect(records.map(\.line) == [2, 50, 62])
    #expect(summary.seen == 3)
    #expect(summary.unknownElements.map(\.name) == ["ZZZ"])
    #expect(summary.problems.isEmpty)
  }

  @Test("Both exports of a work give the same variables")
  func agreesWithXML() throws {
    let nbib = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib")).records[0].item
    let xml = try PubMedReader.items(in: fixtures.bytes("PubMed/everything.xml")).items[0]
    for variable: Variable in [.PMID, .PMCID, .volume, .issue, .page, .note, .language, .containerTitle, .ISSN] {
      #expect(nbib[variable] == xml[variable], "\(variable)")
    }
    #expect(nbib[date: .issued] == xml[date: .issued])
    #expect(nbib[date: .availableDate] == xml[date: .availableDate])
    #expect(nbib[names: .author][0].family == "McDonald-Smith")
    #expect(PubMedReading(try #require(nbib.pubmed)).isRetracted)
  }

  @Test("Line ends and blocks do not matter", arguments: ["\n", "\r\n", "\r"])
  func readsLineEnds(end: String) throws {
    let text = try fixtures.text("PubMed/works.nbib").split(separator: "\n", omittingEmptySubsequences: false)
    let records = try NBIBReader.records(in: Array(text.joined(separator: end).utf8)).records
    let plain = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib")).records
    #expect(records.map(\.item) == plain.map(\.item))
    #expect(records.map(\.line) == plain.map(\.line))
  }

  @Test(
    "What is no nbib is refused",
    arguments: [("", "x: is empty"), ("hello\n", "x: is no nbib file: no line begins with `PMID-`")])
  func refuses(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try NBIBReader.records(in: Array(text.utf8), path: "x") }
    #expect(error.map(String.init(describing:)) == message)
  }

  @Test(
    "nbib is recognized by its first tag",
    arguments: [("\nPMID- 1\n", true), ("PMID- x\n", false), ("TY  - JOUR\n", false), ("BTI - A book\n", true)])
  func recognizes(prefix: String, isNBIB: Bool) {
    #expect(NBIBReader.recognizes(Array(prefix.utf8)) == isNBIB)
  }
}
