import IbidText
import Testing

struct TerminalTextTests {
  @Test(
    "Control characters become blanks",
    arguments: [("a\u{1B}[31mb", "a [31mb"), ("a\r\nb", "a  b"), ("é\u{202E}x", "é x")])
  func takesControlsAway(text: String, plain: String) {
    #expect(TerminalText.plain(text) == plain)
  }

  @Test("Every control character becomes a blank, and its neighbours stay")
  func edges() {
    let controls: [ClosedRange<UInt32>] = [0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069]
    for value in Array(0..<0x180) + Array(0x2000..<0x2080) + [0xE0, 0xFEFF, 0x1F600] {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = "a\(scalar)b"
      let isControl = controls.contains { $0.contains(scalar.value) }
      #expect(TerminalText.plain(text) == (isControl ? "a b" : text), "U+\(String(value, radix: 16))")
      #expect(TerminalText.plain("\u{1}" + text) == (isControl ? " a b" : " " + text))
    }
    #expect(TerminalText.plain("") == "")
  }
}
