import IbidArticles
import IbidClaims
import IbidModel
import IbidNotes
import Testing

/// Notes are read as they read, whatever markup stands between their words.
struct MarkedUpNotesTests {
  private func items(_ text: String, path: String) throws -> [Item] {
    let read = try ArticleReaders.read(Array(text.utf8), path: path)
    let reader = NoteReader(read.reading)
    var style = ListStyle()
    return read.article.notes.flatMap { reader.read($0, in: &style).references }.map(\.item)
  }

  @Test(
    "Emphasis, entities and links leave a reference as it is",
    arguments: [
      (
        "a.html",
        "<html><p>It is so.<sup><a href=\"#n\">1</a></sup></p><ol><li id=\"n\">Jensen M<b>K</b>, O&#39;Brien PQ. "
          + "<b>Ice</b> after surgery: a <i>small</i> trial. <i>J Cold Res</i>. 2010;<b>12</b>(3):123&ndash;129. "
          + "<a href=\"https://doi.org/10.1000/ice.1\">Crossref</a></li></ol></html>"
      ),
      (
        "a.md",
        "It is so.[^1]\n\n[^1]: Jensen MK, O'Brien PQ. **Ice** after surgery: a *small* trial. *J Cold Res*. "
          + "2010;**12**(3):123-129. [Crossref](https://doi.org/10.1000/ice.1)\n"
      ),
    ])
  func reads(path: String, text: String) throws {
    let item = try #require(try items(text, path: path).first)
    #expect(item[.title] == "Ice after surgery: a small trial")
    #expect(item[names: .author].map(\.familyOrLiteral) == ["Jensen", "O'Brien"])
    #expect(item[.page] == "123-129")
    #expect(item[.DOI] == "10.1000/ice.1")
  }

  @Test("A note that is nothing but a link is the page that it leads to")
  func link() throws {
    let items = try items("It is so.[^1]\n\n[^1]: [The cold facts of ice](https://who.example/cold)\n", path: "a.md")
    #expect(items.map { $0[.title] } == ["The cold facts of ice"])
    #expect(items.map { $0[.URL] } == ["https://who.example/cold"])
  }
}
