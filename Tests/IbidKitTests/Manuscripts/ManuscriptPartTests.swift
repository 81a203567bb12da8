import IbidModel
import Testing

@testable import IbidKit

/// The parts of the rendering of a manuscript.
struct ManuscriptPartTests {
  private func bounded(_ text: String) -> String {
    String(decoding: MarkdownLimits.bounded(Array(text.utf8)), as: UTF8.self)
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test(
    "Marks that cost too much in one paragraph become text, one paragraph apart from the other",
    arguments: [("[", 2000, "&#91;"), ("<!", 500, "&lt;!"), ("<?", 500, "&lt;?"), ("|-\n", 100, "&#124;-\n")])
  func boundsParagraphs(mark: String, most: Int, shown: String) {
    #expect(bounded(repeated(mark, most)) == repeated(mark, most))
    #expect(bounded(repeated(mark, most + 1)) == repeated(shown, most + 1))
    let apart = "x" + mark + "\n\n" + repeated(mark, most) + "\n>  \t\n" + mark
    #expect(bounded(apart) == apart)
    let beside = mark + "\n\n" + repeated(mark, most + 1) + "\n\n" + mark + "\n"
    #expect(bounded(beside) == mark + "\n\n" + repeated(shown, most + 1) + "\n\n" + mark + "\n")
  }

  @Test("A link's definition may be the longer the fewer links there are; a footnote's may be of any length")
  func boundsDefinitions() {
    // 5,000 closing brackets leave 10,000 bytes.
    let links = repeated("[a] ", 4999) + "\n\n"
    let shown = repeated("[a] ", 1999)
    func text(_ count: Int, _ label: String = "a") -> String {
      repeated("]", 4999 - 0) + "\n\n[\(label)]:" + repeated("u", count - 1)
    }
    #expect(bounded(text(10_000)) == text(10_000))
    #expect(bounded(text(10_001)) == text(10_001).replacing("]:", with: "]&#58;"))
    #expect(bounded(text(10_001, "^a")) == text(10_001, "^a"))
    #expect(!links.isEmpty && bounded(shown) == shown)
    let two = repeated("]", 4998) + "\n\n[a]:" + repeated("u", 10_000) + "[b]:x"
    #expect(bounded(two) == two.replacing("]:", with: "]&#58;"))
  }

  @Test(
    "What ends without a line break, or holds nothing, stays as it is",
    arguments: ["", "\n", "a", "a\n\nb", "\n\n> \n", "a: b <c | d"])
  func leavesOthers(text: String) { #expect(bounded(text) == text) }

  private static let items: [Item] = ["a", "b", "c"].map { key in
    var item = Item(id: key, type: .book)
    item[.title] = key.uppercased()
    item[names: .author] = [Name(family: "Author \(key.uppercased())", given: "X")]
    item[date: .issued] = CSLDate(2000)
    return item
  }

  private func text(
    _ manuscript: String, style: String = "chicago-notes", format: FormattedManuscript.Format = .text,
    path: String = "a.md"
  ) throws -> String {
    let paper = try FormattedManuscript(
      bytes: Array(manuscript.utf8), path: path, items: Self.items, style: StyleSearch().style("bundled:" + style),
      format: format)
    return try #require(paper.text)
  }

  @Test("A style of notes counts its own and the author's in the order in which a reader meets them")
  func numbersNotes() throws {
    let page = try text(
      "One [@a]. Two.[^x] Three [@b]. Four.[^y]\n\n[^y]: See [@c].\n\n[^x]: See [@b, p. 3].\n\n[^z]: Lost [@a].\n",
      format: .markdown)
    let lines = page.split(separator: "\n").prefix(6)
    #expect(lines.first == "One.[^ibid-1] Two.[^x] Three.[^ibid-2] Four.[^y]")
    #expect(lines.contains { $0.hasPrefix("[^x]: See X Author B, *B*") })
    #expect(lines.contains { $0.hasPrefix("[^y]: See X Author C, *C*") })
  }

  @Test(
    "A note's mark follows the punctuation, a citation that ends a sentence needs no second period",
    arguments: [
      ("So [@a].", "So.[1]"), ("So [@a], and.", "So,[1] and."), ("So [@a]?!", "So?![1]"), ("So[@a].", "So.[1]"),
      ("[@a] so.", "[1] so."), ("So [@a]", "So[1]"),
      ("@a says so.", "X Author A[1] says so."), ("So says @a.", "So says X Author A[1]."),
    ])
  func placesMarks(manuscript: String, line: String) throws {
    let lines = try text(manuscript).split(separator: "\n")
    #expect(lines.first.map(String.init) == line)
  }

  @Test(
    "Raised numbers stand close to the word; others where the citation stood",
    arguments: [
      ("nature", "So [@a].", "So^1^."), ("nature", "So[@a].", "So^1^."), ("nature", "[@a] so.", "^1^ so."),
      ("apa", "So [@a].", "So (Author A, 2000)."),
      ("apa", "@a says so.", "Author A (2000) says so."), ("apa", "So [-@a].", "So (2000)."),
      ("apa", "So [see @a, pp. 3-4 and more].", "So (see Author A, 2000, pp. 3–4 and more)."),
      ("apa", "So [@a; @b].", "So (Author A, 2000; Author B, 2000)."),
    ])
  func placesCitations(style: String, manuscript: String, line: String) throws {
    #expect(try text(manuscript, style: style, format: .markdown).split(separator: "\n").first.map(String.init) == line)
  }

  @Test(
    "The bibliography ends the text, or fills its division",
    arguments: [
      ("So [@a].", "So (Author A, 2000).\n\nAuthor A, X. (2000). A.\n"),
      ("So [@a].\n", "So (Author A, 2000).\n\nAuthor A, X. (2000). A.\n"),
      ("So [@a; @b].", "So (Author A, 2000; Author B, 2000).\n\nAuthor A, X. (2000). A.\nAuthor B, X. (2000). B.\n"),
      (
        "So [@a].\n\n::: {#refs}\nold\n:::\n\nEnd.",
        "So (Author A, 2000).\n\n::: {#refs}\n\nAuthor A, X. (2000). A.\n\n:::\n\nEnd."
      ),
      ("So.", "So."), ("So.\n", "So.\n"),
    ])
  func placesBibliography(manuscript: String, whole: String) throws {
    #expect(try text(manuscript, style: "apa") == whole)
  }

  @Test("A plain text's page is a paragraph for what blank lines part")
  func pagesOfPlainText() throws {
    let page = try text("One\ntwo <b>.\n \t\n\nThree [@a].", style: "apa", format: .html, path: "a.txt")
    let body = page.split(separator: "<body>\n").last.map(String.init)
    #expect(
      body
        == "<p>One\ntwo &lt;b&gt;.</p>\n<p>Three (Author A, 2000).</p>\n<div class=\"csl-bib-body\">\n"
        + "<div class=\"csl-entry\">Author A, X. (2000). <i>A</i>.</div>\n</div>\n</body>\n</html>\n")
  }

  @Test(
    "Spans, comments and divisions of a page",
    arguments: [
      ("[a]{.x}", "<p><span>a</span></p>"), ("a]{.x}", "<p>a]</p>"), ("[a [b]]{.x} c", "<p><span>a [b]</span> c</p>"),
      ("[*a* b]{.x}", "<p><span><em>a</em> b</span></p>"),
      ("[a][b]{.x}", "<p>[a]<span>b</span></p>"), ("<!-- c --> a", "a</p>"), ("a<!-- c -->b", "<p>ab</p>"),
      ("<!-- c -->", ""), ("<!-- c -->\nd", "d</p>"),
      ("<div>\na\n</div>", "<p>a</p>"), ("<div>a</div>", "<p>&lt;div&gt;a&lt;/div&gt;</p>"),
      ("<p>a</p>", "<p>&lt;p&gt;a&lt;/p&gt;</p>"), ("a <i>b</i>", "<p>a &lt;i&gt;b&lt;/i&gt;</p>"),
    ])
  func pages(markdown: String, html: String) throws {
    let page = try text(markdown, style: "apa", format: .html)
    let body = try #require(page.split(separator: "<body>\n", omittingEmptySubsequences: false).last)
    #expect(body.contains(html), "\(body)")
  }

  @Test("A page's title is its block's")
  func titles() throws {
    let page = try text("---\ntitle: A & B\n---\n\nSo.\n", format: .html)
    #expect(page.contains("<title>A &amp; B</title>") && page.contains("<body>\n<h1>A &amp; B</h1>\n"))
    #expect(try !text("So.\n", format: .html).contains("<h1>"))
  }
}
