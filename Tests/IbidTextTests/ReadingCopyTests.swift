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
}
