import IbidModel
import Testing

struct NamedWorksTests {
  private static let address = "https://doi.org/10.1000/Ice"

  @Test(
    "A link to a work in the prose is a citation of it",
    arguments: [
      ("a.md", "It is so, [Weng found](\(address) \"Ice\"). Not [so](https://example.org/a.png) else.\n"),
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
    "A page's own address, links in notes and links to sites cite nothing",
    arguments: [
      ("a.md", "[\(address)](\(address))\n\nIt is so.\n"),
      ("a.md", "It is so.[^1]\n\n[^1]: Weng. [Ice helps the back](\(address)). 2023.\n"),
      ("a.md", "It is so, [we say](https://doi.org/), [here](https://example.org).\n"),
    ])
  func none(path: String, text: String) throws {
    let marked = try Marked(text, path: path)
    #expect(!marked.article.notes.contains { $0.label.hasPrefix("doi") })
  }

  private func cited(_ text: String, _ path: String = "a.md") throws -> [String] {
    try Marked(text, path: path).article.sentences.map { sentence in
      sentence.markers.isEmpty ? sentence.text : "\(sentence.text) ← \(sentence.markers.count)"
    }
  }

  @Test(
    "Identifiers in the prose are citations; those alone in parentheses go with them",
    arguments: ["a.md", "a.txt"])
  func prose(path: String) throws {
    let text = """
      Ice helps (PMID: 36593092). Heat helps (see PMIDs 31000001, 31000003 and PMC1234567; doi:10.1000/x(1)a). Sand, says
      doi 10.1000/y, does not. As https://www.who.int/news/ice says, snow falls. In 2013, PMID had 12 of 300.
      """
    let marked = try Marked(text, path: path)
    #expect(
      marked.sentences == [
        "Ice helps.", "Heat helps.", "Sand, says doi 10.1000/y, does not.",
        "As https://www.who.int/news/ice says, snow falls.", "In 2013, PMID had 12 of 300.",
      ])
    #expect(marked.article.sentences.map(\.markers.count) == [1, 4, 1, 1, 0])
    #expect(
      marked.article.notes.map(\.label) == [
        "pmid:36593092", "pmid:31000001", "pmid:31000003", "pmcid:PMC1234567", "doi:10.1000/x(1)a", "doi:10.1000/y",
        "https://www.who.int/news/ice",
      ])
  }

  @Test("Where an article keeps notes, addresses in the prose are of programs and data")
  func notesKept() throws {
    let text = """
      Ice helps [1]. We used https://example.org/ice/tool and data (https://doi.org/10.1000/data; 10.1000/more). Sand does
      not (PMID: 36593092).

      ## References

      1. Weng A. Ice. Spine. 2001;1:1-2.
      """
    let marked = try Marked(text, path: "a.md")
    #expect(marked.article.sentences.prefix(3).map(\.markers.count) == [1, 0, 1])
  }

  @Test("A link to a page of another site is a citation, to one of the article's own none")
  func site() throws {
    let page = """
      <html><head><link rel="canonical" href="https://www.ice.example/a"></head><body>
      <p>It froze, <a href="https://news.example/ice">they said</a>, in May. <a href="https://ice.example/b">We said</a> so \
      too, and <a href="/c">others</a> did.</p></body></html>
      """
    #expect(try cited(page, "a.html") == ["It froze, they said, in May. ← 1", "We said so too, and others did."])
  }

  @Test("A link by reference leads where its label says; a number that is nothing but a link is a marker")
  func referenceLinks() throws {
    let text = """
      Ice helps [2]. [Sand][Weng] does not, nor does [heat][].

      [2]: <https://doi.org/10.1000/ice> "Ice"
      [weng]: https://arxiv.org/abs/2301.01234
      [heat]: https://news.example/heat
      """
    let marked = try Marked(text, path: "a.md")
    #expect(marked.sentences == ["Ice helps.", "Sand does not, nor does heat."])
    #expect(marked.article.notes.map(\.label) == ["doi:10.1000/ice", "arxiv:2301.01234", "https://news.example/heat"])
  }
}
