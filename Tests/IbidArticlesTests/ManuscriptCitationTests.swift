import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Manuscripts, one a line, and what a style would change in each.
struct ManuscriptCitationTests {
  private static let fixtures = Fixtures()

  /// A line is a file's ending, a blank, and the text; `⏎` is a line's end.
  @Test("Citations, notes and the place of the bibliography are those of the golden file")
  func reads() throws {
    try Self.fixtures.expect(eachLineOf: "manuscripts") { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let bytes = Array(parts[1].replacing("⏎", with: "\n").utf8)
      func source(_ range: Range<Int>) -> String {
        "«\(String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: "⏎"))»"
      }
      let manuscript = try Manuscript.read(bytes, path: "a." + parts[0])
      var found = manuscript.citations.map { citation in
        let cites = citation.cites.map { cite in
          let details = [
            cite.suppressesAuthor ? "no author" : nil, cite.prefix.map { "prefix «\($0)»" },
            cite.words.flatMap { $0.isEmpty ? nil : "words «\($0)»" },
          ]
          return ([cite.key] + details.compactMap(\.self)).joined(separator: " ")
        }
        let place = citation.note.map { " in note \($0)" } ?? ""
        return
          "\(source(citation.range))\(citation.isInText ? " in the text" : "")\(place): \(cites.joined(separator: "; "))"
      }
      found += manuscript.noteMarks.map { "note \($0.label) at \($0.offset)" }
      if let bibliography = manuscript.bibliography { found.append("bibliography \(source(bibliography))") }
      if !manuscript.isPlainText {
        let text = String(decoding: GitHubMarkdown.text(of: bytes), as: UTF8.self).replacing("\n", with: "⏎")
        if text != parts[1] { found.append("for GitHub: \(text)") }
      }
      return found
    }
  }
}
