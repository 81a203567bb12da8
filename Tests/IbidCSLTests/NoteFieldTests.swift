import IbidModel
import TestSupport
import Testing

@testable import IbidCSL

/// Variables that people write into notes, and the items that they give.
struct NoteFieldTests {
  private static let fixtures = Fixtures()

  /// `⏎` is a line's end. The item is a book of 1999 by Doe with a volume.
  @Test("Each note gives the variables of its golden file")
  func reads() throws {
    var item = Item(id: "a", type: .book)
    item[names: .author] = [Name(family: "Doe", given: "Jane")]
    item[date: .issued] = CSLDate(1999)
    item[.volume] = "3"
    try Self.fixtures.expect(eachLineOf: "values/notes") { line in
      item.set(.note, richText: line.replacing("⏎", with: "\n"))
      let before = Set(item.listing)
      let found = NoteFields.read(item).listing.filter { !before.contains($0) }
      return found
    }
  }
}
