import IbidModel
import IbidText
import Testing

struct LineIndexTests {
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
