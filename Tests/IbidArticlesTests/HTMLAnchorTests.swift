import IbidArticles
import IbidModel
import Testing

/// Links within a page: which of them are markers, and what is a note then.
struct HTMLAnchorTests {
  private func page(_ prose: String, _ list: String, heading: String = "References") throws -> Marked {
    try Marked("<html><body><p>\(prose)</p><h2>\(heading)</h2>\(list)</body></html>", path: "a.html")
  }

  private static let items = """
    <ol><li id="a">Okonkwo A, Delgado B. 2011. Ice. J Ice 1:1-2.</li><li id="b">Ilves K. 2019. Heat. J Ice 2:1-2.</li>\
    <li id="c">Sato H. 2003. Sand. J Ice 3:1-2.</li></ol>
    """

  @Test("Names and years that link to an entry are markers of any length, and the whole list is notes")
  func authorYear() throws {
    let marked = try page(
      "Ice helps (<a href=\"#a\">Okonkwo, Delgado, and colleagues 2011</a>; <a href=\"#b\">Ilves 2019</a>). As "
        + "<a href=\"#b\">Ilves (2019)</a> says, heat helps.", Self.items)
    #expect(marked.article.notes.map(\.label) == ["1", "2", "3"])
    #expect(
      marked.markers == [
        "1 «Okonkwo, Delgado, and colleagues 2011»", "2 «Ilves 2019»", "2 «Ilves (2019)»",
      ])
    #expect(marked.sentences.prefix(2) == ["Ice helps.", "As Ilves (2019) says, heat helps."])
    #expect(marked.article.markers.map(\.citation) == [0, 0, 1])
  }

  @Test("Beside links by author and year, numbers in the text are no markers")
  func numbersBesideNames() throws {
    let marked = try page(
      "Ice (<a href=\"#a\">Okonkwo 2011</a>) has (1) form, heat.2 Then <a href=\"#b\">Ilves (2019)</a> [3].", Self.items
    )
    #expect(marked.article.markers.map(\.label) == ["Okonkwo 2011", "Ilves (2019)"])
  }

  @Test("Entries without a list are told by the beginning of their identifiers")
  func divisions() throws {
    let marked = try page(
      "Ice helps (<a href=\"#r1\">Weng 2001</a>), and so does heat (<a href=\"#r2\">Cook 2002</a>).",
      "<div id=\"r1\">Weng A. 2001. Ice.</div><div id=\"r2\">Cook B. 2002. Heat.</div><div id=\"r3\">Doe C. 2003. Sand.</div>"
        + "<div id=\"about\">About us.</div>", heading: "Works")
    #expect(marked.article.notes.map(\.label) == ["1", "2", "3"])
    #expect(marked.sentences.last == "About us.")
  }

  @Test("Two linked numbers with a dash between are a range; brackets around linked numbers go with them")
  func ranges() throws {
    let marked = try page(
      "Ice helps [<a href=\"#a\">1</a>–<a href=\"#c\">3</a>]. Heat ([<a href=\"#b\">2</a>]; [<a href=\"#c\">3</a>]) helps.",
      Self.items)
    #expect(marked.article.markers.map(\.label) == ["1", "2", "3", "2", "3"])
    #expect(marked.sentences.prefix(2) == ["Ice helps.", "Heat helps."])
  }

  @Test("One linked marker leaves the others of its kind")
  func partlyLinked() throws {
    let marked = try page("Ice helps <a href=\"#a\">[1]</a>. Heat helps [2]. Both help [1, 3].", Self.items)
    #expect(marked.article.markers.map(\.label) == ["1", "2", "1", "3"])
    let all = try page(
      "Ice <a href=\"#a\">[1]</a>, heat <a href=\"#b\">[2]</a>, sand <a href=\"#c\">[3]</a>. Both help [1, 2], 3 times.",
      Self.items)
    #expect(all.article.markers.map(\.label) == ["1", "2", "3", "1", "2"])
  }

  @Test("Links to figures, tables and sections are no markers, whether the word is linked or not")
  func parts() throws {
    let marked = try Marked(
      """
      <html><body><p>See <a href="#f1">Fig. 1</a>, Figures S1 and <a href="#f1">S2</a>, Table <a href="#f1">1</a>, \
      <a href="#more">more on that</a> and <a href="#sec">the end of 2010</a>.</p><div id="f1"><p>A figure.</p></div>\
      <p id="more">More on that.</p><h2 id="sec">End</h2><p>It ends.</p></body></html>
      """, path: "a.html")
    #expect(marked.markers == [])
    #expect(marked.article.notes.isEmpty)
  }
}
