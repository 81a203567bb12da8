import IbidModel
import IbidText
import Testing

struct ReadingCopyTests {
  /// `Tea &amp; <b>ice</b>` as it reads, with a footnote that stands behind it in the text and within it in the file.
  private static let file = Array("Tea &amp; <b>ice</b><fn>Cold.</fn> here".utf8)
  private static let reading: ReadingCopy = {
    var map = SourceMap.identity
    map.begin(text: 0, source: 0)
    map.begin(text: 4, source: 4, width: 5)
    map.begin(text: 5, source: 9)
    map.begin(text: 6, source: 13)
    map.begin(text: 9, source: 34)
    map.begin(text: 14, source: 24)
    return ReadingCopy(Array("Tea & ice hereCold.".utf8), map: map, source: SourceText(file))
  }()

  private func words(_ range: Range<Int>) -> String { String(decoding: Self.reading.bytes[range], as: UTF8.self) }

  @Test(
    "A stretch of the text stands where it was written, and leads back", arguments: [0..<3, 4..<9, 6..<9, 14..<19])
  func roundTrip(stretch: Range<Int>) {
    #expect(Self.reading.offsets(of: Self.reading.range(stretch)) == stretch)
  }

  @Test("Markup at the ends of a place is passed over")
  func markup() {
    let place = LineIndex(Self.file).range(10..<20)
    #expect(words(Self.reading.offsets(of: place)) == "ice")
    #expect(Self.reading.offsets(of: LineIndex(Self.file).range(19..<22)).isEmpty)
  }

  @Test("A file that is its own text maps to itself")
  func identity() {
    let plain = ReadingCopy(Array("a b\nc".utf8))
    #expect(plain.range(4..<5).place == Place(line: 2, column: 1, offset: 4))
    #expect(plain.offsets(of: plain.range(2..<5)) == 2..<5)
  }

  @Test("A map gives each stretch's place in the file, by its runs; none is the file itself")
  func maps() {
    var map = SourceMap.identity
    #expect(map.source(of: 7) == 7)
    #expect(map.source(of: 2..<5) == 2..<5)
    map.begin(text: 0, source: 10)
    // It goes on where it was, or not.
    map.begin(text: 4, source: 14)
    map.begin(text: 4, source: 20, width: 5)
    map.begin(text: 5, source: 25)
    map.begin(text: 5, source: 30)
    let table = [
      (0..<0, 10..<10), (0..<1, 10..<11), (0..<4, 10..<14), (3..<4, 13..<14), (4..<4, 20..<20), (4..<5, 20..<25),
      (3..<5, 13..<25), (5..<6, 30..<31), (4..<7, 20..<32), (0..<9, 10..<34),
    ]
    for (text, source) in table {
      #expect(map.source(of: text) == source, "\(text)")
      #expect(map.source(of: text.lowerBound) == source.lowerBound)
    }
    map.truncate(to: 5)
    #expect(map.source(of: 5..<6) == 20..<25)
    map.truncate(to: 4)
    #expect(map.source(of: 5) == 15)
    map.truncate(to: 0)
    #expect(map.source(of: 5) == 5)
  }

  @Test("What stands before the first run goes by it, and nothing ends before it starts")
  func before() {
    var map = SourceMap.identity
    map.begin(text: 3, source: 13)
    #expect(map.source(of: 1) == 11)
    #expect(map.source(of: 1..<3) == 11..<13)
    map.begin(text: 5, source: 2)
    #expect(map.source(of: 4..<6) == 14..<14)
  }

  @Test("Every place of the file leads to the text that was written nearest behind it")
  func inverse() {
    let copy = Self.reading
    func text(_ range: Range<Int>) -> Range<Int> {
      copy.offsets(of: SourceRange(Place(line: 1, column: 1, offset: range.lowerBound), length: range.count))
    }
    // `Tea &amp; <b>ice</b><fn>Cold.</fn> here`
    #expect(text(0..<3) == 0..<3)
    #expect(text(0..<39) == 0..<14)
    #expect(text(4..<9) == 4..<5)
    #expect(text(5..<6) == 4..<5)
    #expect(text(8..<10) == 4..<6)
    #expect(text(9..<10) == 5..<6)
    #expect(text(10..<13).isEmpty)
    #expect(text(12..<14) == 6..<7)
    #expect(text(15..<16) == 8..<9)
    #expect(text(15..<20) == 8..<9)
    #expect(text(24..<26) == 14..<16)
    #expect(text(28..<31) == 18..<19)
    #expect(text(34..<39) == 9..<14)
    #expect(text(39..<50) == 14..<14)
    #expect(text(50..<60) == 14..<14)
  }

  @Test("A map goes on into the file in which its own file was written")
  func followsAnotherFile() {
    // `a&b` was written as `a&amp;b`, and this as `"a&amp;\n","b"` in two strings of JSON; text 1 is the `&`.
    var inner = SourceMap.identity
    inner.begin(text: 0, source: 0)
    inner.begin(text: 1, source: 1, width: 5)
    inner.begin(text: 2, source: 6)
    var outer = SourceMap.identity
    outer.begin(text: 0, source: 1)
    outer.begin(text: 6, source: 7, width: 2)
    outer.begin(text: 7, source: 12)
    let map = inner.followed(by: outer, count: 4)
    let table = [
      (0..<1, 1..<2), (1..<2, 2..<7), (0..<2, 1..<7), (2..<3, 7..<9), (3..<4, 12..<13), (2..<4, 7..<13),
      (0..<4, 1..<13),
    ]
    for (text, source) in table { #expect(map.source(of: text) == source, "\(text)") }
    #expect(inner.followed(by: .identity, count: 3).source(of: 1..<3) == 1..<7)
    #expect(SourceMap.identity.followed(by: outer, count: 8).source(of: 5..<8) == 6..<13)
    #expect(SourceMap.identity.followed(by: .identity, count: 8).source(of: 2..<3) == 2..<3)
  }
}
