import IbidArticles
import IbidChecks
import IbidClaims
import IbidModel
import Testing

struct TraitTests {
  private func linked(_ text: String, _ format: String, changing change: (inout ArticleTraits) -> Void = { _ in })
    throws
    -> LinkedArticle
  {
    let read = try ArticleReaders.read(Array(text.utf8), path: "a", format: format)
    var article = read.article
    change(&article.traits)
    var linker = ArticleLinker(read.reading, records: MemoryRecords([]))
    return try linker.link(article)
  }

  private static let reference =
    "Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36."

  @Test("A fix points at a note as the format does")
  func pointsAtNotes() throws {
    let rule = try #require(Rules.all.first { $0.id == "linkable-terse-citation" })
    let markdown =
      "Medicine needs a new model.[^1] Much later Engel et al were read again.\n\n[^1]: \(Self.reference)\n"
    let html =
      "<html><p>Medicine needs a new model.<sup><a href=\"#f\">1</a></sup> Much later Engel et al were read again.</p>"
      + "<ol><li id=f>\(Self.reference)</li></ol></html>"
    func fixes(_ article: LinkedArticle) -> [String?] {
      Rules.findings(in: article, rules: [rule]).map { $0.fix?.replacement }
    }
    #expect(try fixes(linked(markdown, "markdown")) == ["Engel et al[^1]"])
    #expect(try fixes(linked(markdown, "markdown") { $0.noteMark = nil }) == ["Engel et al (note 1)"])
    #expect(try fixes(linked(html, "html")).allSatisfy { $0?.hasPrefix("Engel et al (note ") == true })
  }
}
