import IbidModel
import IbidText
import Testing

struct LineIndexTests {
  @Test("Columns count scalars along a line of any length")
  func columnsOfALongLine() {
    let bytes = Array(String(repeating: "a“é😀\u{80}b ", count: 300).utf8)
    let index = LineIndex(bytes)
    var column = 1
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      #expect(index.place(at: offset) == Place(line: 1, column: column, offset: offset))
      #expect(index.utf16Column(of: offset) == column + (column - 1 + 3) / 7)
      column += 1
    }
  }

  @Test("A character beyond the first plane is two of an editor’s columns")
  func utf16Columns() {
    let index = LineIndex(Array("😀a\n𝛼é“x\r\n\u{1F469}\u{200D}\u{1F52C}y".utf8))
    let columns = [
      (0, 1), (4, 3), (5, 4), (6, 1), (10, 3), (12, 4), (15, 5), (18, 1), (22, 3), (25, 4), (29, 6), (99, 7),
    ]
    for (offset, column) in columns { #expect(index.utf16Column(of: offset) == column, "\(offset)") }
    #expect(LineIndex([]).utf16Column(of: 0) == 1)
    #expect(LineIndex([0x61]).utf16Column(of: -1) == 1)
  }

  @Test("Lines end at LF, CR LF and CR; columns count scalars, offsets bytes")
  func places() {
    let index = LineIndex(Array("a\r\né“b\rc\n".utf8))
    #expect(index.place(at: 0) == Place(line: 1, column: 1, offset: 0))
    #expect(index.place(at: 8) == Place(line: 2, column: 3, offset: 8))
    #expect(index.place(at: 10) == Place(line: 3, column: 1, offset: 10))
    #expect(index.place(at: 999) == Place(line: 4, column: 1, offset: 12))
    #expect(String(decoding: index.line(2), as: UTF8.self) == "é“b")
  }
}
