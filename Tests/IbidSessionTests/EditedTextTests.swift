import IbidModel
import IbidSession
import TestSupport
import Testing

struct EditedTextTests {
  @Test(
    "A position is an offset, and back, in either encoding; what lies outside is brought within",
    arguments: [
      // line, column in UTF-8, in UTF-16, offset
      (0, 0, 0, 0), (0, 1, 1, 1), (0, 5, 3, 5), (0, 7, 4, 7), (1, 0, 0, 9), (1, 3, 1, 12), (2, 0, 0, 13), (3, 1, 1, 15),
      (4, 0, 0, 16),
    ])
  func findsPositions(line: Int, utf8: Int, utf16: Int, offset: Int) {
    let text = EditedText(Array("a😀é\r\n€\n\rx\r".utf8))
    for (encoding, character) in [(PositionEncoding.utf8, utf8), (.utf16, utf16)] {
      let position = TextPosition(line: line, character: character)
      #expect(text.offset(of: position, encoding) == offset)
      #expect(text.position(of: offset, encoding) == position)
    }
  }

  @Test(
    "Positions outside of the text, or inside of a scalar, are brought to where one may stand",
    arguments: [
      (PositionEncoding.utf16, 0, 2, 1), (.utf8, 0, 3, 1), (.utf16, 0, 99, 7), (.utf8, 0, 99, 7), (.utf8, 1, 1, 9),
      (.utf16, 5, 0, 16), (.utf16, 99, 99, 16), (.utf16, -1, 4, 0), (.utf16, 4, 7, 16),
    ])
  func clampsPositions(encoding: PositionEncoding, line: Int, character: Int, offset: Int) {
    let text = EditedText(Array("a😀é\r\n€\n\rx\r".utf8))
    #expect(text.offset(of: TextPosition(line: line, character: character), encoding) == offset)
  }

  @Test("Offsets outside of the text, or inside of a scalar, have positions too")
  func clampsOffsets() {
    let text = EditedText(Array("a😀".utf8))
    #expect(text.position(of: 3, .utf16) == TextPosition(line: 0, character: 1))
    #expect(text.position(of: -1, .utf16) == TextPosition(line: 0, character: 0))
    #expect(text.position(of: 99, .utf8) == TextPosition(line: 0, character: 5))
    #expect(EditedText([]).position(of: 0, .utf8) == TextPosition(line: 0, character: 0))
  }

  @Test("Ten thousand random edits, sent as positions, give the text and the lines that a full sync gives")
  func keepsUpWithEdits() {
    var random = SeededGenerator(20)
    let pieces = ["", "a", "\n", "\r", "\r\n", "😀", "é", "x\ny", "\u{301}", "€\r\n", "word ", "𝒳\r"]
    var text = EditedText(Array("Pain 😀\r\nrelief\n".utf8))
    var model = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    for step in 0..<10_000 {
      // Deleting as much as is put in keeps the text short.
      let start = Int(random.next() % UInt64(model.count + 1))
      let count = min(model.count - start, Int(random.next() % (model.count > 300 ? 9 : 4)))
      let piece = pieces[Int(random.next() % UInt64(pieces.count))]
      let encoding: PositionEncoding = random.next() % 2 == 0 ? .utf8 : .utf16
      let bytes = { (scalars: ArraySlice<Unicode.Scalar>) in scalars.reduce(0) { $0 + UTF8.width($1) } }
      let from = bytes(model[..<start])
      let to = from + bytes(model[start..<start + count])
      // Between CR and LF no position stands: it is that before both.
      let range =
        text.offset(
          of: text.position(of: from, encoding), encoding)..<text.offset(
          of: text.position(of: to, encoding), encoding)
      guard range == from..<to else { continue }
      text.replace(range, with: Array(piece.utf8))
      model.replaceSubrange(start..<start + count, with: piece.unicodeScalars)
      var whole = String.UnicodeScalarView()
      whole.append(contentsOf: model)
      let full = EditedText(Array(String(whole).utf8))
      guard text == full else {
        Issue.record("step \(step): \(String(reflecting: String(whole)))")
        return
      }
    }
    #expect(text.lineCount > 10)
  }

  @Test("Edits of one moment are all of the text before them, whatever their order")
  func appliesEditsTogether() {
    let text = EditedText(Array("one two".utf8))
    let edited = text.applying([TextEdit(4..<7, "2"), TextEdit(at: 0, "<"), TextEdit(0..<3, "1"), TextEdit(at: 7, ">")])
    #expect(String(decoding: edited.bytes, as: UTF8.self) == "<1 2>")
    #expect(text.lineEnd == "\n" && EditedText(Array("a\r\nb\n".utf8)).lineEnd == "\r\n")
  }

  @Test("Offsets follow what is typed before them")
  func shiftsOffsets() {
    var shift = OffsetShift()
    #expect(shift.isEmpty && shift.current(of: 7) == 7)
    shift.add(2..<2, count: 3)
    shift.add(10..<12, count: 0)
    #expect([0, 1, 2, 6, 7, 8, 9, 20].map(shift.current) == [0, 1, 5, 9, 10, 10, 10, 21])
    #expect([0, 1, 2, 4, 5, 9, 10, 21].map(shift.checked) == [0, 1, 2, 2, 2, 6, 9, 20])
    #expect(shift.current(of: 1..<3) == 1..<6)
  }

  @Test("A text is checked a little after the last change, and not much later than the first")
  func debounces() {
    var debounce = Debounce()
    #expect(debounce.due == nil)
    debounce.change(at: 1000)
    #expect(debounce.due == 1150)
    debounce.change(at: 1100)
    #expect(debounce.due == 1250)
    debounce.change(at: 1450)
    #expect(debounce.due == 1500 && !debounce.isLate(at: 1499) && debounce.isLate(at: 1500))
    debounce.finish()
    #expect(debounce.due == nil && !debounce.isLate(at: 9999))
    debounce.hurry(at: 2000)
    #expect(debounce.due == 2000)
    debounce.change(at: 2010)
    #expect(debounce.due == 2160)
    var early = Debounce()
    early.hurry(at: 20)
    #expect(early.due ?? 0 <= 150)
  }
}
