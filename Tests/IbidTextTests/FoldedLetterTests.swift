import Testing

@testable import IbidText

struct FoldedLetterTests {
  @Test("The table of common letters says what their Unicode names say", arguments: UInt32(0xC0)..<0x250)
  func agreesWithNames(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(FoldedLetter.text(of: scalar) == FoldedLetter.madeText(of: scalar))
  }
}
