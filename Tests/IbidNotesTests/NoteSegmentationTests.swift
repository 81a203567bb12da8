import IbidModel
import IbidNotes
import IbidText
import TestSupport
import Testing

/// What of a note is a reference: each line of the input is a note, `⏎` a line's end in it; behind `→` the stretches that
/// are references, and those that name a work short.
struct NoteSegmentationTests {
  private static let fixtures = Fixtures()

  @Test("References are found whole, in every manner, with prose before and behind")
  func findsReferences() throws {
    try Self.fixtures.expect(eachLineOf: "segments") { line in
      let note = Self.read(line.replacing("⏎", with: "\n"))
      return note.references.map { "[" + $0.text + "]" } + (note.hasCommentary ? ["and commentary"] : [])
    }
  }

  @Test("Short citations are found with their names, titles and locators")
  func findsShortCitations() throws {
    try Self.fixtures.expect(eachLineOf: "short-citations") { line in
      let note = Self.read(line)
      return note.terseCitations.map { citation in
        let parts = [
          citation.families.isEmpty ? nil : citation.families.joined(separator: " + "),
          citation.year.map { "year \($0)" },
          citation.title.map { "title “\($0)”" }, citation.locator.map { "locator “\($0)”" },
        ]
        return (["\(citation.form)"] + parts.compactMap(\.self)).joined(separator: ", ")
      } + note.references.map { "REFERENCE " + $0.text } + (note.hasCommentary ? ["and commentary"] : [])
    }
  }

  @Test("A list behind words that announce a quote is no commentary")
  func takesQuotedLists() {
    let note = Self.read(
      "Okafor B. Heels. Mind. 2014;12(3):77–80. Here are the rules, quoted verbatim:", "Walk daily.", "Rest well.",
      listFrom: 1)
    #expect(!note.hasCommentary)
    #expect(note.references.count == 1)
    let own = Self.read("Okafor B. Heels. Mind. 2014;12(3):77–80. I draw two lessons:", "Walk daily.", listFrom: 1)
    #expect(own.hasCommentary)
  }

  @Test(
    "What stands more often in one piece than sixteen bits can count ends no reading",
    arguments: ["2001 ", "1-2 ", "doi:10.1000/x, "])
  func countsFar(unit: String) {
    let note = Self.read("King A. " + String(repeating: unit, count: 33_000))
    #expect(note.paragraphs.count == 1)
  }

  /// Every prefix of a long note is read without a fault, and references stay within it.
  @Test func readsEveryPrefix() {
    let whole =
      "See King, A. (2003). Placebo. Leeds: Norton; ibid., p. 12. “They said so” (Okafor B. Mind 2014;12(3):77–80)."
    for end in whole.indices {
      let note = Self.read(String(whole[..<end]))
      for reference in note.references { #expect(whole.contains(reference.text.prefix(3))) }
    }
  }

  /// A note of these paragraphs, those from `listFrom` on being items of a list, with what was read in it.
  private static func read(_ paragraphs: String..., listFrom: Int = .max) -> Note {
    let bytes = Array(paragraphs.joined(separator: "\n\n").utf8)
    let lines = LineIndex(bytes)
    var note = Note(label: "1", range: lines.range(0..<bytes.count), paragraphs: [])
    var start = 0
    for (index, paragraph) in paragraphs.enumerated() {
      let range = start..<(start + paragraph.utf8.count)
      note.paragraphs.append(
        Note.Paragraph(text: paragraph, range: lines.range(range), listDepth: index >= listFrom ? 1 : 0))
      start = range.upperBound + 2
    }
    var style = ListStyle()
    return NoteReader(ReadingCopy(bytes)).read(note, in: &style)
  }
}
