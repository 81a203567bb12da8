import IbidModel
import Testing

@testable import IbidCSL

/// What stands inside notes.
struct ItemReadingTests {
  @Test("Reads variables at the beginning of a note, and in braces anywhere")
  func readsNoteFields() {
    var item = Item(id: "a", type: .book)
    item[.publisher] = "Press"
    item[.note] =
      "Some words\noriginal-date: 1964-03\npublisher: Other\nreviewed-author: Hall || W. C.\nNo field\ngenre: x"
    let read = NoteFields.read(item)
    #expect(read[date: .originalDate] == CSLDate(1964, 3))
    #expect(read[.publisher] == "Press" && read[.genre] == nil)
    #expect(read[names: .reviewedAuthor].map(\.family) == ["Hall"])
    item[.note] = "Words {:genre: Letter} and {:original-date: 1964}"
    #expect(NoteFields.read(item)[.genre] == "Letter")
    #expect(NoteFields.read(item)[date: .originalDate] == CSLDate(1964))
    item[.note] = "Note: this is prose."
    #expect(NoteFields.read(item) == item)
  }
}
