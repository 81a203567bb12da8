import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Articles that break off anywhere: all that is found in them lies within them.
struct BeginningTests {
  private static let fixtures = Fixtures()

  @Test(
    "Every beginning that ends in a mark is read to its end",
    arguments: [
      ("snippets-markdown", "a.md"), ("snippets-plain", "a.txt"), ("snippets-page", "a.html"),
      ("snippets-paper", "a.tex"), ("snippets-tagged", "a.xml"), ("snippets-rst", "a.rst"), ("snippets-org", "a.org"),
      ("snippets-typst", "a.typ"), ("snippets-asciidoc", "a.adoc"), ("snippets-cells", "a.ipynb"),
    ])
  func readsBeginnings(name: String, path: String) throws {
    for line in try Self.fixtures.text(name + ".txt").split(separator: "\n") where line.utf8.count < 400 {
      let whole = Array(line.replacing("⏎", with: "\n").utf8)
      for count in 1...whole.count where !(whole[count - 1] | 0x20 >= 97 && whole[count - 1] | 0x20 <= 122) {
        guard let read = try? ArticleReaders.read(Array(whole.prefix(count)), path: path) else { continue }
        let article = read.article
        let ranges = article.sentences.map(\.range) + article.markers.map(\.range) + article.notes.map(\.range)
        #expect(ranges.allSatisfy { $0.positions.upperBound <= read.text.count }, "\(line.prefix(60)), \(count)")
        #expect(article.sentences.allSatisfy { $0.markers.upperBound <= article.markers.count })
      }
    }
  }
}
