import IbidModel
import Testing

struct PlaceTests {
  private let place = Place(line: 3, column: 5, offset: 40)

  @Test("A stretch knows its offsets, its positions in the whole text, and its label")
  func ranges() {
    let alone = SourceRange(place, length: 7)
    #expect(alone.offsets == 40..<47)
    #expect(alone.positions == 40..<47)
    #expect(alone.path == nil)
    #expect(alone.label == "3:5")
    let part = SourceRange(place, length: 7, path: "b.tex", position: 100)
    #expect(part.offsets == 40..<47)
    #expect(part.positions == 100..<107)
    #expect(part.label == "b.tex:3:5")
    let negative = SourceRange(place, length: -1)
    #expect(negative.offsets.isEmpty)
    #expect(negative.positions.isEmpty)
  }

  @Test("A stretch goes through to the end of another, and never back")
  func through() {
    let first = SourceRange(place, length: 7, path: "b.tex", position: 100)
    let last = SourceRange(place, length: 3, path: nil, position: 110)
    #expect(first.through(last).positions == 100..<113)
    #expect(first.through(last).path == "b.tex")
    #expect(first.through(first) == first)
    #expect(last.through(first).length == 0)
  }

  @Test("Places go by their offsets, and are written with line, column and offset")
  func places() {
    #expect(Place(line: 9, column: 9, offset: 1) < place)
    #expect(!(place < place))
    #expect(JSONWriter.text(of: place.json) == #"{"line":3,"column":5,"offset":40}"#)
  }

  @Test("Severities go from light to heavy")
  func severities() {
    #expect(Severity.allCases.shuffled().sorted() == [.info, .warning, .error])
    #expect(!(Severity.warning < .warning))
  }

  @Test("A section counts each claim, and how it is supported")
  func coverage() {
    var section = SectionCoverage(title: "S")
    for status: CitationStatus in [.cited, .cited, .cited, .hollow, .hollow, .uncited, .none] { section.count(status) }
    #expect(section.claims == 7)
    #expect(section.cited == 3)
    #expect(section.hollow == 2)
    #expect(section.uncited == 1)
  }

  @Test("A format's mark stands around a note's label")
  func noteMarks() {
    #expect(ArticleTraits.NoteMark(opening: "[^", closing: "]").text(for: "12") == "[^12]")
    #expect(!ArticleTraits().isResearchFormat)
    #expect(ArticleTraits().noteMark == nil)
    #expect(ArticleTraits(isResearchFormat: true).isResearchFormat)
  }

  @Test("Bytes are trimmed, folded and searched as ASCII")
  func bytes() {
    #expect(Array(" \t\n\u{B}\u{C}\r a b \n".utf8).trimmedASCII == Array("a b".utf8))
    #expect(Array("a".utf8).trimmedASCII == Array("a".utf8))
    #expect(Array(" \n".utf8).trimmedASCII == [])
    #expect([UInt8]().trimmedASCII == [])
    #expect(Array("\u{8}a\u{E}".utf8).trimmedASCII.count == 3)
    #expect(Array("@AMZ[`az{É".utf8).loweredASCII == Array("@amz[`az{É".utf8))
    for (text, word, offset) in [("abab", "ab", 0), ("xab", "ab", 1), ("ab", "ab", 0), ("aab", "ab", 1)] {
      #expect(Array(text.utf8).firstOffset(of: word == "ab" ? "ab" : "") == offset)
    }
    #expect(Array("a".utf8).firstOffset(of: "ab") == nil)
    #expect(Array("ba".utf8).firstOffset(of: "ab") == nil)
    #expect([UInt8]().firstOffset(of: "") == 0)
  }
}
