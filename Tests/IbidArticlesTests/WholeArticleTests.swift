import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Articles that hold much of what their format has, with all that is found in them.
struct WholeArticleTests {
  private static let fixtures = Fixtures()

  @Test(
    "An article reads as its golden file says",
    arguments: [
      "raised.txt", "brackets.txt", "fused.txt", "names.txt", "wrapped.txt", "pandoc.md", "hub.md", "linked.html",
      "list.html", "cited.tex", "tagged.xml", "walks.rst", "walks.org", "walks.typ", "walks.adoc", "cells.ipynb",
    ])
  func reads(name: String) throws {
    let read = try ArticleReaders.read(try Self.fixtures.bytes(name), path: name)
    try Self.fixtures.expect(ArticleListing(read).text, equals: name + ".golden")
  }

  @Test("A Word document reads as its golden file says")
  func readsWord() throws {
    let read = try ArticleReaders.read(WordSample.document, path: "sample.docx")
    try Self.fixtures.expect(ArticleListing(read).text, equals: "sample.docx.golden")
  }
}
