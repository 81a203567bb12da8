import IbidModel
import Testing

struct WorkLinkTests {
  private static let address = "https://doi.org/10.1000/Ice"

  @Test(
    "A link to a work in the prose is a citation of it",
    arguments: [
      ("a.md", "It is so, [Weng found](\(address) \"Ice\"). Not [so](https://example.org/10.1000/x) else.\n"),
      ("a.html", "<html><p>It is so, <a href=\"\(address)\">Weng found</a>. Not so else.</p>"),
      ("a.tex", "\\begin{document}It is so, \\href{\(address)}{Weng found}. Not so else.\\end{document}"),
    ])
  func cites(path: String, text: String) throws {
    let marked = try Marked(text, path: path)
    #expect(marked.markers == ["doi:10.1000/ice «Weng found»"])
    #expect(marked.sentences == ["It is so, Weng found.", "Not so else."])
    #expect(marked.article.sentences[0].markers == 0..<1)
    #expect(marked.article.notes.map { $0.references.map { $0.item[.DOI] } } == [["10.1000/ice"]])
  }

  @Test(
    "Links to PubMed, PubMed Central and arXiv too",
    arguments: [
      ("https://pubmed.ncbi.nlm.nih.gov/36593092/", "pmid:36593092"),
      ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "pmcid:PMC123456"),
      ("https://arxiv.org/abs/2301.01234v2", "arxiv:2301.01234"),
      ("http://dx.doi.org/10.1000/a%28b", "doi:10.1000/a(b"),
    ])
  func kinds(address: String, label: String) throws {
    let marked = try Marked("It is so, [as they found](\(address)), in the mice.\n", path: "a.md")
    #expect(marked.article.notes.map(\.label) == [label])
  }

  @Test(
    "A page's own address, links in notes and other links cite nothing",
    arguments: [
      ("a.md", "[\(address)](\(address))\n\nIt is so.\n"),
      ("a.md", "It is so.[^1]\n\n[^1]: Weng. [Ice helps the back](\(address)). 2023.\n"),
      ("a.md", "It is so, [we say](https://doi.org/), [here](https://example.org).\n"),
    ])
  func none(path: String, text: String) throws {
    let marked = try Marked(text, path: path)
    #expect(!marked.article.notes.contains { $0.label.hasPrefix("doi") })
  }
}
