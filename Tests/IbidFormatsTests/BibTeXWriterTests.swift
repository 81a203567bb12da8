import IbidFormats
import IbidModel
import TestSupport
import Testing

struct BibTeXWriterTests {
  @Test("Entries are written as their program reads them", arguments: ["bibtex", "biblatex"])
  func writesEntries(dialect: String) throws {
    let fixtures = Fixtures()
    let items = CSLJSONReader.items(in: try fixtures.bytes("bibtex.csl.json")).items
    var writer = BibTeXWriter(dialect == "bibtex" ? .bibtex : .biblatex)
    try fixtures.expect(writer.text(of: items), equals: "expected.\(dialect).bib")
  }

  @Test("Keys that BibTeX would take for one get letters, in the order of the entries")
  func keysAreUnique() {
    let items = ["a b", "ab", "a~b", "c", "", ","].map { Item(id: $0, type: .book) }
    var writer = BibTeXWriter(.bibtex)
    let entries = writer.text(of: items).split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(entries == ["@book{ab,", "@book{aba,", "@book{abb,", "@book{c,", "@book{item,", "@book{itema,"])
  }
}
