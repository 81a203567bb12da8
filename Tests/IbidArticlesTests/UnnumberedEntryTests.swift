import IbidArticles
import IbidModel
import Testing

/// Which lines begin an entry in lists of references without numbers.
struct UnnumberedEntryTests {
  private static let body =
    "Naps help (Brunner & Iqbal, 2016). Walks do too (Larsson et al., 2018). Dreams are short (Weber, 2011).\n\n"

  /// Entries, as their lines.
  private static let wrapped = [
    ["Brunner, T., & Iqbal, S. (2016). Daytime naps and the sleep of", "older adults. Sleep Studies, 22(1), 40–47."],
    ["Larsson, K., Mendes, P., & Otieno, J. (2018). Evening walks. The", "Journal of Rest, 27(3), 101–109."],
    ["Weber, O. (2011). Sleep and dreams. Leeds: Norton."],
    ["World Walking Group. (2020). Walks for all. York: WWG."],
  ]

  private func notes(_ list: String, heading: String = "References\n\n") throws -> [String] {
    let text = "On Sleep\n\n" + Self.body + heading + list + "\n"
    return try ArticleReaders.read(Array(text.utf8), path: "a.txt").article.notes.map { $0.paragraphs[0].text }
  }

  private static var whole: [String] { wrapped.map { $0.joined(separator: " ") } }

  @Test("Lines that hang, and lines that are indented, belong to the entry above")
  func hanging() throws {
    #expect(try notes(Self.wrapped.map { $0.joined(separator: "\n    ") }.joined(separator: "\n")) == Self.whole)
    #expect(try notes(Self.wrapped.map { $0.joined(separator: "\n\t") }.joined(separator: "\n\n")) == Self.whole)
    #expect(try notes(Self.wrapped.map { "    " + $0.joined(separator: "\n") }.joined(separator: "\n")) == Self.whole)
  }

  @Test("A name begins an entry once the one above has its year and has ended; so does a group with its year")
  func flush() throws {
    #expect(try notes(Self.wrapped.map { $0.joined(separator: "\n") }.joined(separator: "\n")) == Self.whole)
    // Names go on with the next line.
    let names =
      "Brunner, T., Iqbal, S., Larsson, K., Mendes, P., Otieno, J.,\nWeber, O., & Lund, E. (2016). Naps. Rest, 1, 2–3."
    #expect(try notes(names) == [names.replacing("\n", with: " ")])
  }

  @Test("Entries of one line each are told apart, however short")
  func oneALine() throws {
    let short = [
      "Smit A. 2010a. Heat. Pain 1:2-3.", "Smit A. 2010b. Ice. Pain 2:5-9.", "Wu B. 2012. Rest. Pain 3:1-2.",
    ]
    #expect(try notes(short.joined(separator: "\n")) == short)
    #expect(try notes(Self.whole.joined(separator: "\n")) == Self.whole)
    #expect(try notes(Self.whole.map { "• " + $0 }.joined(separator: "\n")) == Self.whole)
    #expect(try notes(Self.whole.map { "^ a b " + $0 }.joined(separator: "\n")) == Self.whole)
    #expect(try notes(short.map { "^ Jump up to: a b " + $0 }.joined(separator: "\n")) == short)
  }

  @Test("A line drawn under the heading is no entry")
  func rule() throws {
    #expect(try notes(Self.whole.joined(separator: "\n\n"), heading: "References\n----------\n\n") == Self.whole)
    #expect(try notes(Self.whole.joined(separator: "\n\n"), heading: "________\n\nReferences\n") == Self.whole)
  }

  @Test("References by author and year at the end of a text need no heading; other paragraphs do")
  func withoutHeading() throws {
    let list = Self.whole.prefix(3).joined(separator: "\n\n")
    #expect(try notes(list, heading: "") == Array(Self.whole.prefix(3)))
    #expect(try notes(list + "\n\nThat is all there is to say about it.", heading: "") == [])
  }

  @Test("Lines of one paragraph of Markdown are entries, too")
  func markdown() throws {
    for end in ["\n", "  \n", "\\\n"] {
      let text = "# On Sleep\n\n" + Self.body + "## References\n\n" + Self.whole.joined(separator: end)
      let article = try ArticleReaders.read(Array(text.utf8), path: "a.md").article
      #expect(article.notes.count == 4)
      #expect(article.markers.count == 3)
    }
  }
}
