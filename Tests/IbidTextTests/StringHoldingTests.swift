import IbidText
import Testing

struct StringHoldingTests {
  @Test(
    "A text holds its parts, byte by byte",
    arguments: [
      ("see doi.org/10.1", "doi.org/", true), ("see doi.org", "doi.org/", false), ("aab", "ab", true),
      ("", "", true), ("", "a", false), ("(2010)", "(2010", true), ("e\u{301}", "e", true),
    ])
  func holds(text: String, part: String, expected: Bool) { #expect(text.holds(part) == expected) }

  @Test("Capitals count as small letters where they are asked to")
  func holdsInAnyCase() {
    #expect("It was Retracted".holdsInAnyCase("retract"))
    #expect(!"It was Retracted".holds("retract"))
  }
}
