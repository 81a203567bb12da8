import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Small articles, one a line, and what a reader makes of each: blocks, citations, notes.
struct SnippetTests {
  private static let fixtures = Fixtures()

  /// `⏎` in a line of the input is a line's end.
  @Test(
    "Each line reads as its golden file says",
    arguments: [
      "markdown.md", "plain.txt", "page.html", "paper.tex", "tagged.xml", "rst.rst", "org.org", "typst.typ",
      "asciidoc.adoc", "cells.ipynb",
    ])
  func reads(kind: String) throws {
    let parts = kind.split(separator: ".").map(String.init)
    try Self.fixtures.expect(eachLineOf: "snippets-" + parts[0]) { line in
      let text = line.replacing("⏎", with: "\n")
      do throws(ArticleError) {
        return Self.listing(try ArticleReaders.read(Array(text.utf8), path: "a." + parts[1]).article, Array(text.utf8))
      } catch {
        return ["\(error.message)"]
      }
    }
  }

  private static func listing(_ article: Article, _ bytes: [UInt8]) -> [String] {
    func source(_ range: SourceRange) -> String {
      String(decoding: bytes[range.offsets], as: UTF8.self).replacing("\n", with: "⏎")
    }
    var lines: [String] = []
    if let title = article.title { lines.append("title: \(title)") }
    for section in article.sections { lines.append("section \(section.level): \(section.title)") }
    for sentence in article.sentences { lines.append("\(sentence.setting) \(sentence.block): \(sentence.text)") }
    for marker in article.markers {
      let affixes = [
        marker.prefix.map { "«\($0)» " }, marker.locator.map { "at «\($0)» " }, marker.suffix.map { "then «\($0)» " },
      ]
      let manner = (marker.suppressesAuthor ? "no author " : "") + (marker.isInText ? "in text " : "")
      let target =
        switch marker.target {
        case .note(let label): label == marker.label ? label : "\(marker.label) of \(label)"
        case .key(let key): "@" + key
        }
      lines.append(
        "\(marker.style) \(marker.citation): \(target) \(affixes.compactMap(\.self).joined())\(manner)in «\(source(marker.range))»"
      )
    }
    for note in article.notes {
      let paragraphs = note.paragraphs.map { String(repeating: ">", count: $0.listDepth) + $0.text }
      lines.append(
        "note \(note.label): \(paragraphs.joined(separator: " ¶ "))\(note.references.map { " {\($0.item.listing.joined(separator: "; "))}" }.joined())"
      )
    }
    return lines
  }
}
