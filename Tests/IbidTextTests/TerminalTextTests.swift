import IbidText
import Testing

struct TerminalTextTests {
  @Test(
    "Control characters become blanks",
    arguments: [("a\u{1B}[31mb", "a [31mb"), ("a\r\nb", "a  b"), ("é\u{202E}x", "é x")])
  func takesControlsAway(text: String, plain: String) {
    #expect(TerminalText.plain(text) == plain)
  }
}
