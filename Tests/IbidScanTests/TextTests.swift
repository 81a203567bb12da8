import IbidScan
import Testing

struct TextTests {
  private func folded(_ pieces: [String], escaping: Bool) -> (text: String, endsInBlank: Bool) {
    var arena = ByteArena(capacity: 1)
    var endsInBlank = true
    for piece in pieces {
      let bytes = Array(piece.utf8)
      endsInBlank =
        escaping
        ? arena.append(escaping: bytes.span, after: endsInBlank) : arena.append(folding: bytes.span, after: endsInBlank)
    }
    return (arena.slice(0..<arena.count).text, endsInBlank)
  }

  /// The same byte by byte.
  private func expected(_ pieces: [String], escaping: Bool) -> String {
    var text: [UInt8] = []
    var endsInBlank = true
    for byte in pieces.joined().utf8 {
      if byte <= 0x20 {
        if !endsInBlank { text.append(0x20) }
      } else if escaping, byte == 0x7F {
        text += "\\u007f".utf8
      } else {
        if escaping, byte == 0x22 || byte == 0x5C { text.append(0x5C) }
        text.append(byte)
      }
      endsInBlank = byte <= 0x20
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test("Runs of blanks are one, and JSON's marks are escaped, wherever they stand in a piece")
  func folds() {
    let marks = [" ", "  ", "\t", "\n \r", "\"", "\\", "\u{7F}", "!", "é", "\u{1F}a", "x"]
    for mark in marks {
      for before in 0..<36 {
        for behind in [0, 1, 7, 8, 9, 16, 17, 33] {
          let piece = String(repeating: "a", count: before) + mark + String(repeating: "b", count: behind)
          for pieces in [[piece], [piece, piece], [" ", piece, "", piece + " ", " c"]] {
            for escaping in [false, true] {
              let (text, endsInBlank) = folded(pieces, escaping: escaping)
              #expect(text == expected(pieces, escaping: escaping), "\(pieces)")
              #expect(endsInBlank == (text.isEmpty || text.last == " "), "\(pieces)")
            }
          }
        }
      }
    }
  }

  @Test("Room is there when each byte becomes six")
  func reservesForEscapes() {
    let text = String(repeating: "\u{7F}", count: 1_000)
    #expect(folded([text], escaping: true).text == String(repeating: "\\u007f", count: 1_000))
  }

  @Test("Bytes are found, compared and cut like those of an array")
  func findsBytes() {
    let bytes = Array("<abc></abc>".utf8)
    let span = bytes.span
    #expect(span.first == UInt8(ascii: "<"))
    #expect(span.last == UInt8(ascii: ">"))
    #expect(span.offset(of: UInt8(ascii: "<")) == 0)
    #expect(span.offset(of: UInt8(ascii: "<"), from: 1) == 5)
    #expect(span.offset(of: UInt8(ascii: ">"), from: 10) == 10)
    #expect(span.offset(of: UInt8(ascii: ">"), from: 11) == nil)
    #expect(span.offset(of: UInt8(ascii: "x")) == nil)
    #expect(span.lastOffset(of: UInt8(ascii: "<"), before: 11) == 5)
    #expect(span.lastOffset(of: UInt8(ascii: "<"), before: 5) == 0)
    #expect(span.lastOffset(of: UInt8(ascii: "<"), before: 5, after: 1) == nil)
    #expect(span.has("</abc>", at: 5) == true)
    #expect(span.has("</abc>", at: 6) == false)
    #expect(span.has("<abd", at: 0) == false)
    #expect(span.extracting(1..<4).equals("abc") == true)
    #expect(span.extracting(1..<4).equals("abcd") == false)
    #expect(span.extracting(1..<4).equals("abd") == false)
    #expect(span.extracting(1..<4).equals(span.extracting(7..<10)) == true)
    #expect(span.extracting(1..<4).equals(span.extracting(6..<9)) == false)
    #expect(span.extracting(1..<4).equals(span.extracting(7..<9)) == false)
    #expect([UInt8]().span.equals([UInt8]().span) == true)
    #expect([UInt8]().span.first == nil)
    #expect([UInt8]().span.last == nil)
    #expect(span.firstOffset { $0 > 0x61 } == 2)
    #expect(span.allSatisfy { $0 < 0x64 } == true)
    #expect(span.allSatisfy { $0 < 0x63 } == false)
  }
}
