import IbidArticles
import IbidModel
import Testing

@testable import IbidClaims

struct CitationFormTests {
  private static let item = {
    var item = Item(id: "okafor2019", type: .articleJournal)
    item[names: .author] = [Name(family: "Okafor", given: "Ada"), Name(family: "Lindqvist", given: "Per")]
    item[date: .issued] = CSLDate(2019)
    return item
  }()

  @Test(
    "A citation is written as the article writes its others",
    arguments: [
      ("a.md", "Salt harms rice [@ito2001].", "[@okafor2019]", false),
      ("a.md", "Salt harms rice.[^1]\n\n[^1]: Ito K. Salt. Rice. 2001;1:2-3.\n", "[^okafor2019]", true),
      ("a.md", "Salt harms rice [1].\n\n## References\n\n1. Ito K. Salt. Rice. 2001;1:2-3.\n", "[2]", true),
      ("a.md", "Salt harms rice, and it always did.", "[@okafor2019]", false),
      ("a.txt", "Salt harms rice, and it always did.", "(Okafor and Lindqvist, 2019)", false),
      ("a.tex", "\\documentclass{article}\\begin{document}Salt harms.\\end{document}", "\\cite{okafor2019}", false),
      ("a.typ", "= Salt\n\nSalt harms rice @ito2001.\n", "@okafor2019", false),
      ("a.org", "* Salt\n\nSalt harms rice [cite:@ito2001].\n", "[cite:@okafor2019]", false),
    ])
  func writesAsOthers(name: String, text: String, citation: String, needsEntry: Bool) throws {
    let form = CitationForm(try ArticleReaders.read(Array(text.utf8), path: name).article)
    #expect(form.text(citing: Self.item, label: nil) == citation)
    #expect(form.needsEntry == needsEntry)
  }

  @Test("A work that has a note is cited by its label")
  func knowsItsLabel() throws {
    let text = "Salt harms rice [1].\n\n## References\n\n1. Ito K. Salt. Rice. 2001;1:2-3.\n"
    let form = CitationForm(try ArticleReaders.read(Array(text.utf8), path: "a.md").article)
    #expect(form.text(citing: Self.item, label: "1") == "[1]")
  }

  @Test(
    "Authors and year of a record that lacks them are made up for",
    arguments: [
      ([], nil, "(k, n.d.)"), (["Ito"], 2001, "(Ito, 2001)"), (["Ito", "Ruiz", "Shah"], 2001, "(Ito et al., 2001)"),
    ] as [([String], Int?, String)])
  func names(families: [String], year: Int?, citation: String) {
    var item = Item(id: "k", type: .book)
    item[names: .author] = families.map { Name(family: $0, given: nil) }
    item[date: .issued] = year.map { CSLDate($0) }
    #expect(CitationForm(Article(path: "a.txt", format: "plain-text")).text(citing: item, label: nil) == citation)
  }
}
