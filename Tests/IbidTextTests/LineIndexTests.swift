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

  @Test("A byte order mark is no column of the first line, and has its bytes")
  func byteOrderMark() {
    let index = LineIndex(Array("\u{FEFF}ab\n\u{FEFF}c".utf8))
    let places = [0: (1, 1), 3: (1, 1), 4: (1, 2), 6: (2, 1), 9: (2, 2)]
    for (offset, (line, column)) in places {
      #expect(index.place(at: offset) == Place(line: line, column: column, offset: offset))
      #expect(index.utf16Column(of: offset) == column)
    }
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

  @Test("A line is what stands before its break; there is none before the first and behind the last")
  func lines() {
    func lines(_ text: String) -> [String] {
      let index = LineIndex(Array(text.utf8))
      return (0...5).map { String(decoding: index.line($0), as: UTF8.self) }
    }
    #expect(lines("") == ["", "", "", "", "", ""])
    #expect(lines("a\n\nb\r\rc") == ["", "a", "", "b", "", "c"])
    #expect(lines("a\r\n\r\nb\r") == ["", "a", "", "b", "", ""])
    #expect(lines("\ra\n") == ["", "", "a", "", "", ""])
  }

  @Test("Places and columns are brought within the file, on each side of every break")
  func edges() {
    let index = LineIndex(Array("a\r\nb\n".utf8))
    let places = (-1...7).map { index.place(at: $0) }
    #expect(places.map(\.line) == [1, 1, 1, 1, 2, 2, 3, 3, 3])
    #expect(places.map(\.column) == [1, 1, 2, 3, 1, 2, 1, 1, 1])
    #expect(places.map(\.offset) == [0, 0, 1, 2, 3, 4, 5, 5, 5])
    #expect((-1...7).map { index.utf16Column(of: $0) } == [1, 1, 2, 3, 1, 2, 1, 1, 1])
    #expect(LineIndex([]).place(at: 3) == Place(line: 1, column: 1, offset: 0))
    #expect(index.range(1..<4) == SourceRange(Place(line: 1, column: 2, offset: 1), length: 3))
  }

  @Test("Scalars of a stretch are counted within the file")
  func scalarCount() {
    let index = LineIndex(Array("aé😀“b".utf8))
    #expect(index.scalarCount(of: index.range(0..<11)) == 5)
    #expect(index.scalarCount(of: index.range(1..<7)) == 2)
    #expect(index.scalarCount(of: index.range(2..<3)) == 0)
    #expect(index.scalarCount(of: SourceRange(Place(line: 1, column: 1, offset: 9), length: 99)) == 1)
    #expect(index.scalarCount(of: SourceRange(Place(line: 1, column: 1, offset: 99), length: 1)) == 0)
  }

  @Test("Lines and columns are right on both sides of every stretch of 1024 bytes")
  func longFiles() {
    for pad in 1020...1028 {
      for (end, length) in [("\n", 1), ("\r\n", 2), ("\r", 1)] {
        let text = String(repeating: "x", count: pad) + end + String(repeating: "😀", count: 600)
        let index = LineIndex(Array(text.utf8))
        #expect(index.place(at: pad).column == pad + 1)
        #expect(index.place(at: pad).line == 1)
        let start = pad + length
        for scalars in [0, 1, 255, 256, 257, 599, 600] {
          let offset = start + 4 * scalars
          #expect(index.place(at: offset) == Place(line: 2, column: scalars + 1, offset: offset))
          #expect(index.utf16Column(of: offset) == 2 * scalars + 1)
        }
      }
    }
  }
}
