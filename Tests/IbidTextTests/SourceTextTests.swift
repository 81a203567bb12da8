import IbidModel
import IbidText
import Testing

struct SourceTextTests {
  /// `a.tex` with `b.tex` within its second line.
  private static let text: SourceText = {
    var builder = SourceText.Builder()
    let outer = builder.open("a.tex", Array("One.\n😀 <b> two\nthree".utf8))
    let inner = builder.open("b.tex", Array("“In.\nner".utf8))
    builder.append(0..<10, of: outer)
    builder.append(0..<99, of: inner)
    builder.append(13..<99, of: outer)
    builder.append(50..<60, of: outer)
    return builder.text()
  }()

  @Test("The text is that of all files in order")
  func bytes() {
    #expect(String(decoding: Self.text.bytes, as: UTF8.self) == "One.\n😀 “In.\nner two\nthree")
  }

  @Test(
    "A position has its place in the file where it stands",
    arguments: [
      (0, "a.tex:1:1", 0, 1), (9, "a.tex:2:2", 9, 3), (10, "b.tex:1:1", 0, 1), (13, "b.tex:1:2", 3, 2),
      (17, "b.tex:2:1", 7, 1), (20, "a.tex:2:6", 13, 7), (24, "a.tex:2:10", 17, 11), (25, "a.tex:3:1", 18, 1),
      (30, "a.tex:3:6", 23, 6), (99, "a.tex:3:6", 23, 6), (-1, "a.tex:1:1", 0, 1),
    ])
  func places(position: Int, label: String, offset: Int, utf16Column: Int) {
    let range = Self.text.range(position..<max(position, position + 2))
    #expect(range.label == label)
    #expect(range.place.offset == offset)
    #expect(range.length == 2)
    #expect(range.position == min(max(0, position), 30))
    #expect(Self.text.place(at: position) == range.place)
    #expect(Self.text.utf16Column(at: position) == utf16Column)
  }

  @Test("A stretch knows the lines of its file")
  func lines() {
    func line(_ position: Int, _ number: Int) -> String {
      String(decoding: Self.text.lines(of: Self.text.range(position..<position)).line(number), as: UTF8.self)
    }
    #expect(line(0, 2) == "😀 <b> two")
    #expect(line(12, 2) == "ner")
    #expect(line(22, 2) == "😀 <b> two")
  }

  @Test("One file names no path, and positions are its offsets")
  func oneFile() {
    var builder = SourceText.Builder()
    let file = builder.open("a.tex", Array("One.\nTwo.".utf8))
    builder.append(0..<9, of: file)
    for text in [builder.text(), SourceText(Array("One.\nTwo.".utf8))] {
      #expect(text.range(5..<9) == SourceRange(Place(line: 2, column: 1, offset: 5), length: 4))
      #expect(text.range(5..<9).path == nil)
    }
    #expect(SourceText([]).range(0..<0).label == "1:1")
    #expect(SourceText.Builder().text().bytes == [])
  }

  @Test("A stretch goes through to another in the text’s order")
  func through() {
    let range = Self.text.range(12..<14).through(Self.text.range(21..<24))
    #expect(range.positions == 12..<24)
    #expect(range.label == Self.text.range(12..<13).label)
    #expect(Self.text.range(12..<14).through(Self.text.range(3..<5)).length == 0)
  }
}
