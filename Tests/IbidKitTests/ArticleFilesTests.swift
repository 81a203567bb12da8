import IbidKit
import IbidModel
import TestSupport
import Testing

struct ArticleFilesTests {
  @Test(
    "A marker whose note only points at another note has that note's work behind it",
    arguments: [
      (
        "a.md",
        "# T\n\nIce helps.[^1]\n\n[^1]: See the other note.[^2]\n\n[^2]: Smith A. Ice helps. Pain. 2010;1:2-3.\n"
      ),
      (
        "a.html",
        "<html><p>Ice helps.<sup><a href=\"#f1\">1</a></sup></p><ol><li id=\"f1\">See the other.<a href=\"#f2\">2</a></li>"
          + "<li id=\"f2\">Smith A. Ice helps. Pain. 2010;1:2-3.</li></ol></html>"
      ),
    ])
  func nestedNote(path: String, text: String) throws {
    let article = try CheckedArticle(bytes: Array(text.utf8), path: path)
    #expect(article.sentences.flatMap(\.markers).map { $0.works.map(\.item.id) } == [["smith2010"]])
  }

  @Test("Notes that point at each other end")
  func circle() throws {
    let text = "# T\n\nIce helps.[^1]\n\n[^1]: See there.[^2]\n\n[^2]: See here.[^1]\n"
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md")
    #expect(article.markers.map(\.works.count) == [0, 0, 0])
    #expect(article.notes.map(\.kind) == [.commentary, .commentary])
  }
}
