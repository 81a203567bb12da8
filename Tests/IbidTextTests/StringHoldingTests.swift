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

  @Test("A part is found at the start, in the midst and at the end, and nothing is found behind it")
  func places() {
    for (text, part, expected) in [
      ("ab", "ab", true), ("xab", "ab", true), ("abx", "ab", true), ("a", "ab", false), ("aab", "aab", true),
      ("aaab", "aab", true), ("ba", "ab", false), ("axb", "ab", false), ("ab", "", true),
    ] {
      #expect(text.holds(part) == expected, "\(part) in \(text)")
      #expect(text.uppercased().holdsInAnyCase(part) == expected, "\(part) in \(text)")
      #expect(text.holdsInAnyCase(part) == expected)
    }
    #expect("AZ".holdsInAnyCase("az"))
    for (text, part) in [("@", "`"), ("[", "{"), ("É", "é"), ("a", "A")] { #expect(!text.holdsInAnyCase(part)) }
  }
}
