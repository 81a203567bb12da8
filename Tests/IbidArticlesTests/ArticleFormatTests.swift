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
      ("{\"cells\": []}", "jupyter", false, "[^1]"), ("It is so.", "rst", false, "[1]_"),
      ("It is so.", "org", false, "[fn:1]"), ("It is so.", "typst", false, nil), ("It is so.", "asciidoc", false, nil),
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
        == """
        a: there is no article format “pdf”; there are docx, jats, jupyter, rst, org, typst, asciidoc, html, latex, \
        markdown, plain-text
        """)
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
      ("It is so.", "a.rst", "rst"), ("It is so.", "a.ORG.gz", "org"), ("It is so.", "a.typ", "typst"),
      ("It is so.", "a.adoc", "asciidoc"), ("It is so.", "a.asciidoc", "asciidoc"),
      ("{\"cells\":[]}", "a.ipynb", "jupyter"),
      ("\\documentclass{a} It is so.", "a.rst", "rst"), ("<html><p>It is so.</p></html>", "a.org", "org"),
      ("\n{\"cells\": [{\"cell_type\": \"code\"}]}", "-", "jupyter"), ("{\"cells\": 1}", "-", "plain-text"),
      ("As [1]_ says.\n\n.. [1] One.\n", "-", "rst"), ("As [1]_ says.\n\n... [1] One.\n", "-", "plain-text"),
      ("\n#+title: One\n\nIt is so.", "-", "org"), ("Words\n#+title: One", "-", "plain-text"),
      ("// On it\n#set page(width: 1pt)\nIt is so.", "-", "typst"), ("= One\n:toc:\n\nIt is so.", "-", "asciidoc"),
      ("= One\n\n:toc: It is so.", "-", "plain-text"), ("#+title: One", "a.md", "markdown"),
      ("#+title: One", "a.txt", "plain-text"), ("As [1]_ says.\n\n.. [1] One.\n", "a.md", "markdown"),
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
