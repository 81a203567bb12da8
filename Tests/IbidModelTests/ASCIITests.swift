import Testing

@testable import IbidModel

struct ASCIITests {
  @Test(
    "White space goes at both ends, of bytes, of texts and of stretches",
    arguments: [
      ("", 0, 0), ("a", 0, 1), (" a", 1, 2), ("a ", 0, 1), ("\t\n\u{B}\u{C}\r a b \r\n", 6, 9), ("   ", 0, 0),
      ("\u{8}a\u{E}", 0, 3), ("\u{A0}a\u{A0}", 0, 5), ("é ", 0, 2),
    ])
  func trims(text: String, start: Int, end: Int) {
    let bytes = Array(text.utf8)
    #expect(bytes.trimmedASCII == Array(bytes[start..<end]))
    #expect(text.trimmedASCII.utf8.elementsEqual(bytes[start..<end]))
    #expect(bytes.trimmedASCII(0..<bytes.count) == start..<end)
    #expect(bytes.endOfTextASCII(0..<bytes.count) == end)
    // Nothing outside of a stretch is looked at.
    let wide = [0x20] + bytes + [0x20]
    #expect(wide.trimmedASCII(1..<1 + bytes.count) == start + 1..<end + 1)
  }
}
