import IbidModel
import Testing

@testable import IbidCSL

/// What stands inside notes and raw dates.
struct ItemReadingTests {
  @Test(
    "Reads dates as people write them",
    arguments: [
      ("27 Aug. 1972", "1972-8-27"), ("August 27, 1972", "1972-8-27"), ("8/27/1972", "1972-8-27"),
      ("1972/08/27", "1972-8-27"), ("Aug 1972", "1972-8"), ("1972", "1972"), ("Spring 2001", "2001-s1"),
      ("Sept. 2001", "2001-9"), ("c. 1850", "1850~"), ("1850?", "1850~"), ("May–June 1998", "1998-5/1998-6"),
      ("12-15 Aug 2003", "2003-8-12/2003-8-15"), ("Spring 1999 - Summer 2001", "1999-s1/2001-s2"),
      ("1998–1999", "1998/1999"), ("2004-02-01/2005", "2004-2-1/2005"),
    ])
  func readsRawDates(text: String, expected: String) throws {
    let date = try #require(RawDate.parsed(text))
    func spelled(_ parts: CSLDate.Parts) -> String {
      ([String(parts.year)]
        + [parts.month.map(String.init), parts.season.map { "s\($0)" }, parts.day.map(String.init)]
        .compactMap(\.self)).joined(separator: "-")
    }
    let ends = [date.start, date.end].compactMap(\.self).map(spelled).joined(separator: "/")
    #expect(ends + (date.isCirca ? "~" : "") == expected)
  }

  @Test(
    "Leaves alone what is no date", arguments: ["Bogus Date", "", "-", "May", "forthcoming", "32 May 1999", "1/2/3/4"])
  func leavesTheRest(text: String) { #expect(RawDate.parsed(text) == nil) }

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
