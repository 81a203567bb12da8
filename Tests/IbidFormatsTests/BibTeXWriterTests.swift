import IbidFormats
import IbidModel
import TestSupport
import Testing

struct BibTeXWriterTests {
  @Test("Entries are written as their program reads them", arguments: ["bibtex", "biblatex"])
  func writesEntries(dialect: String) throws {
    let fixtures = Fixtures()
    let items = CSLJSONReader(try fixtures.bytes("bibtex.csl.json"), path: "").items
    let writer = BibTeXWriter(dialect == "bibtex" ? .bibtex : .biblatex)
    try fixtures.expect(writer.text(of: items), equals: "expected.\(dialect).bib")
  }
}
