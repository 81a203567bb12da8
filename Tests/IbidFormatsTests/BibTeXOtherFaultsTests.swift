import Testing

@testable import IbidFormats

/// Faults that entries have together, and what must not be taken for one.
struct BibTeXOtherFaultsTests {
  private func rules(_ text: String) -> [String] {
    BibTeXLint.faults(in: Array(text.utf8)).map(\.rule)
  }

  private func entry(_ key: String, _ line: String) -> String {
    "@misc{\(key),\n  title = {Salt},\n  \(line),\n  year = {2020}\n}\n"
  }

  @Test(
    "A DOI that stands twice is told, whatever its spelling; that of a repeated key is told by the key",
    arguments: [
      ("a", "doi = {10.1000/X}", "b", "doi = \"10.1000/x\"", ["duplicate-doi"]),
      ("a", "doi = {10.1000/x}", "b", "doi = {https://doi.org/10.1000/x}", ["doi-as-url", "duplicate-doi"]),
      ("a", "doi = {10.1000/x}", "b", "doi = {10.1000/y}", []),
      ("a", "doi = {10.1000/x}", "a", "doi = {10.1000/x}", ["duplicate-key"]),
    ])
  func findsDOIs(first: String, one: String, second: String, other: String, expected: [String]) {
    #expect(rules(entry(first, one) + entry(second, other)) == expected)
  }

  @Test(
    "Names whose last word is short are no initials behind a family name",
    arguments: [
      "X, Malcolm", "Malcolm X and Roe, Jane", "Smith III, John", "Pope John XII", "{Salt Group UK}",
      "Ministry of Health UK", "J. R. Lee", "Ann Lee and Bo Kim",
    ])
  func leavesNames(names: String) {
    #expect(!rules(entry("a", "author = {\(names)}")).contains("initials-last"))
  }

  @Test(
    "Braces go around words and not around tags",
    arguments: [
      ("The genome of <i>E. coli</i> K12 and CO<sub>2</sub>", "The genome of <i>E. coli</i> K12 and {CO}<sub>2</sub>"),
      ("growth of <i>Homo sapiens</i> cells in vitro", "growth of <i>{Homo} sapiens</i> cells in vitro"),
      ("loss of the <b>mRNA</b> of yeast", "loss of the <b>{mRNA}</b> of yeast"),
    ])
  func keepsTags(title: String, mended: String) {
    let text = "@misc{a,\n  title = {\(title)},\n  year = {2020}\n}\n"
    let result = BibTeXMending.mended(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == text.replacing(title, with: mended))
  }

  @Test("A file may begin with a byte order mark")
  func knowsMark() {
    #expect(RecordFormat.bibtex.recognizes?(Array("\u{FEFF}@misc{a, title = {Salt}}".utf8)) == true)
    #expect(rules("\u{FEFF}" + entry("a", "note = {b}")) == [])
  }
}
