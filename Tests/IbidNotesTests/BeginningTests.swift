import IbidModel
import IbidNotes
import IbidText
import TestSupport
import Testing

/// Texts that break off anywhere: all that is found in them lies within them.
struct BeginningTests {
  private static let fixtures = Fixtures()

  @Test(
    "Every beginning of a line is read to its end",
    arguments: ["notes", "references", "identifiers", "mentions", "lists"])
  func readsBeginnings(name: String) throws {
    for line in try Self.fixtures.text(name + ".txt").split(separator: "\n") {
      let whole = Array(line.utf8)
      for count in 1...whole.count {
        let bytes = Array(whole.prefix(count))
        let reading = ReadingCopy(bytes)
        let range = LineIndex(bytes).range(0..<count)
        let paragraph = Note.Paragraph(text: "", range: range)
        var style = ListStyle()
        let note = NoteReader(reading, labeller: nil).read(
          Note(label: "1", range: range, paragraphs: [paragraph]), in: &style)
        let ranges = note.references.map(\.range) + note.quotes.map(\.range) + note.terseCitations.map(\.range)
        #expect(
          ranges.allSatisfy { $0.offsets.upperBound <= count && !$0.offsets.isEmpty }, "\(line.prefix(60)), \(count)")
        #expect(ReferenceList.entries(in: bytes).allSatisfy { $0.upperBound <= count && !$0.isEmpty })
      }
    }
  }
}
