import IbidArticles
import IbidModel
import Testing

struct ArticleFormatTests {
  @Test("A format’s traits come with each article in it")
  func traits() throws {
    let articles: [(String, String, Bool, String?)] = [
      ("# T\n\nIt is so.\n", "markdown", false, "[^1]"), ("It is so.", "plain-text", false, nil),
      ("<html><p>It is so.</p></html>", "html", false, nil), ("\\begin{document}It is so.", "latex", false, nil),
      ("<article><front/><body><p>It is so.</p></body></article>", "jats", true, nil),
    ]
    for (text, format, isResearchFormat, mark) in articles {
      let read = try ArticleReaders.read(Array(text.utf8), path: "a", format: format)
      #expect(read.article.format == format)
      #expect(read.format.name == format)
      #expect(read.article.traits.isResearchFormat == isResearchFormat)
      #expect(read.article.traits.noteMark?.text(for: "1") == mark)
    }
    let unknown = #expect(throws: ArticleError.self) { try ArticleReaders.read([0x41], path: "a", format: "pdf") }
    #expect(
      unknown?.message
        == "a: there is no article format “pdf”; there are docx, jats, html, latex, markdown, plain-text")
  }

  @Test(
    "The content tells the format, then the name, compressed or not",
    arguments: [
      ("It is so.", "a.md", "markdown"), ("It is so.", "a.MD.gz", "markdown"), ("It is so.", "a.Rmd", "markdown"),
      ("It is so.", "a.tex", "latex"), ("It is so.", "a.tex.gz", "latex"), ("It is so.", "a.htm.GZ", "html"),
      ("It is so.", "a.xhtml", "html"), ("It is so.", "a.txt.gz", "plain-text"), ("It is so.", "a.gz", "plain-text"),
      ("It is so.", "a.md.txt", "plain-text"), ("It is so.", "md", "plain-text"),
      ("<html><p>It is so.</p></html>", "a.txt.gz", "html"), ("<html><p>It is so.</p></html>", "a.md.gz", "markdown"),
      ("<html><p>It is so.</p></html>", "a.tex.gz", "latex"), ("\\documentclass{a} It is so.", "a.txt", "latex"),
      ("\\documentclass{a} It is so.", "a.md.gz", "markdown"), ("Text.[^1]\n\n[^1]: Note.\n", "a.txt.gz", "markdown"),
      ("<article><front/><body><p>It is so.</p></body></article>", "a.xml.gz", "jats"),
    ])
  func recognized(text: String, path: String, format: String) throws {
    #expect(try ArticleReaders.read(Array(text.utf8), path: path).article.format == format)
  }

  @Test(
    "A manuscript is plain text by its name",
    arguments: [("a.txt", true), ("a.TEXT", true), ("a.txt.gz", true), ("a.md", false), ("txt", false)])
  func manuscripts(path: String, isPlainText: Bool) throws {
    #expect(try Manuscript.read(Array("It is so.".utf8), path: path).isPlainText == isPlainText)
  }
}
