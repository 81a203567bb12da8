import IbidArticles
import IbidModel
import Testing

/// Where notes stand in web pages: lines of a paragraph, sidenotes, asides, lists that links point into.
struct PageNoteTests {
  private static let references = NoteListTests.references

  private func article(_ body: String) throws -> Article {
    let page = "<!doctype html><html><head><title>Page</title></head><body>\(body)</body></html>"
    return try ArticleReaders.read(Array(page.utf8), path: "a.html").article
  }

  private func notes(_ article: Article) -> [String] {
    article.notes.map { $0.paragraphs.map(\.text).joined(separator: " ¶ ") }
  }

  private static let raised = NoteListTests.text([".<sup>1</sup>", ".<sup>2</sup>", ".<sup>3</sup>"])

  @Test(
    "Notes are lines of a paragraph, paragraphs behind a rule, items of a list, under a heading or not",
    arguments: [
      "<p>1. @1<br>2. @2<br>3. @3", "<h4>References:</h4><p>1. @1<br>2. @2<br>3. @3",
      "<p><b>Sources</b><br>1. @1<br>2. @2<br>3. @3",
      "<hr><p><sup>1</sup> @1<p><sup>2</sup>@2<p><sup>3</sup> @3", "<hr><ol><li>@1<li>@2<li>@3</ol>",
      "<aside><ol><li>@1<li>@2<li>@3</ol></aside>",
      "<aside>1. @1</aside><p>Words.<aside>2. @2</aside><aside>3. @3</aside>",
      "<p class=footnote>1. @1<p class=footnote>2. @2<p class='footnote small'>3. @3",
      "<div class=footnotes><b>Notes</b><ol start=1><li value=1>@1<li>@2<li>@3</ol></div>",
    ])
  func lists(list: String) throws {
    var list = list
    for (index, reference) in Self.references.enumerated() {
      list = list.replacing("@\(index + 1)", with: reference)
    }
    let article = try article("<article><h1>On Sleep</h1><p>\(Self.raised)</p>\(list)</article>")
    #expect(notes(article) == Self.references)
    #expect(article.markers.map(\.label) == ["1", "2", "3"])
    #expect(!article.sentences.contains { $0.text.contains("J Sleep Stud") })
  }

  @Test("Two breaks end a paragraph, one a line")
  func breaks() throws {
    let article = try article("<div>One line<br>and another.<br><br>Two.<br> <br>Three.</div>")
    #expect(article.sentences.map(\.text) == ["One line and another.", "Two.", "Three."])
    #expect(article.sentences.map(\.block) == [0, 1, 2])
  }

  @Test("A sidenote is a note where it stands, with its number if the page writes one, and no sentence")
  func sidenotes() throws {
    let note = { (number: String, text: String) in
      "<label for=n class=\"margin-toggle\">⊕</label><input type=checkbox id=n>\(number)<span class=\"sidenote\">\(text)</span>"
    }
    let page = try article(
      "<p>Walks help\(note("", Self.references[0])), as do\(note("", "So they say.")) naps.</p><p>So there.")
    #expect(page.sentences.map(\.text) == ["Walks help, as do naps.", "So there."])
    #expect(notes(page) == [Self.references[0], "So they say."])
    #expect(page.markers.map(\.target) == [.note("fn:1"), .note("fn:2")])
    #expect(page.markers.allSatisfy { $0.style == .footnote })
    let written = try article("<p>Walks help\(note("<sup>1</sup>", "<sup>1</sup> " + Self.references[0])) a lot.</p>")
    #expect(written.sentences.map(\.text) == ["Walks help a lot."])
    #expect(notes(written) == [Self.references[0]])
    let margin = try article(
      "<p>Walks help.</p><p class=marginnote>\(Self.references[0])</p><p class=marginnote>A boot.")
    #expect(notes(margin) == [Self.references[0]])
    #expect(margin.sentences.map(\.text) == ["Walks help.", "A boot."])
  }

  @Test("An aside beside the article is no part of it; one within it is, and so is one where nothing is an article")
  func asides() throws {
    let aside = "<aside><p>Popular now: coffee helps.</p></aside>"
    let settings = { (body: String) in
      try article(body).sentences.filter { $0.text.contains("coffee") }.map(\.setting)
    }
    #expect(try settings("<article><p>Words.</p></article>\(aside)") == [.metadata])
    #expect(try settings("\(aside)<main><p>Words.</p></main>") == [.metadata])
    #expect(try settings("<article><p>Words.</p>\(aside)</article>") == [.paragraph])
    #expect(try settings("<div><p>Words.</p></div>\(aside)") == [.paragraph])
  }

  @Test("Entries that nothing points at are notes where links point at others of their list")
  func uncited() throws {
    let list = Self.references.enumerated().map { "<li id=b\($0.offset + 1)>\($0.element)" }.joined()
    let page = try article("<p>Walks help <a href=#b2>2</a>.<h2>References</h2><ol>\(list)</ol><ul><li>More</ul>")
    #expect(page.notes.map(\.label) == ["1", "2", "3"])
    #expect(notes(page) == Self.references)
    #expect(page.sentences.map(\.text) == ["Walks help.", "References", "More"])
    let lines = Self.references.enumerated().map { "<p id=b\($0.offset + 1)>\($0.element)" }
    let paragraphs = try article("<p>Walks <a href=#b1>1</a> help <a href=#b2>2</a>.\(lines.joined())<p>The end.")
    #expect(paragraphs.notes.map(\.label) == ["1", "2", "3"])
    #expect(paragraphs.sentences.map(\.text) == ["Walks help.", "The end."])
  }

  @Test("An item's further paragraphs belong to its note")
  func longItems() throws {
    let items = "<li><p>\(Self.references[0])</p><p>They say so.</p></li><li><p>\(Self.references[1])</p></li>"
    for list in ["<ol>\(items)</ol>", "<ul>\(items)</ul>"] {
      let page = try article("<p>Walks [1] help [2].</p><h2>References</h2>\(list)<h2>More</h2><p>Words.</p>")
      #expect(notes(page) == [Self.references[0] + " ¶ They say so.", Self.references[1]])
      #expect(page.sentences.last?.text == "Words.")
    }
  }
}
