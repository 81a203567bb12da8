import IbidModel
import IbidNotes
import Testing

/// References of one list are written alike.
struct ListStyleTests {
  /// Nothing stands between the names and the title.
  private static let list = [
    "(1) Weber CG, Okafor BT Walking in northern towns: a survey. J Gait. 2005;36(3):891-900.",
    "(2) Moreau DL, Ilves KP, Sato H The weight of boots. Ergonomics. 1999;42(7):911-20.",
    "(3) Brandt M, Quist LA Where walkers rest. Lancet. 2003;365:101-12.",
    "(4) Ilves KP, Brandt M Soles and cobbles. J Gait. 2007;16(1):1-8.",
    "(5) Sato H, Moreau DL A short history of laces. Text Hist. 1994;25(2):144-60.",
  ]

  @Test(
    "A list in the same style makes a reading surer",
    arguments: [
      "(6) Ilves K, Nunez G KERBs: low stones and high heels. Nat Rev Immunol. 2003;3(12):371-82.",
      "(8) Weber CG, Sato H, Zupan J 4 million steps: when? Where? Why? Lancet. 2005;365(3):891-900.",
    ])
  func makesReadingsSurer(line: String) throws {
    let labeller = try #require(Labeller.bundled)
    var alone = ListStyle()
    var among = ListStyle()
    for line in Self.list { _ = labeller.reading(among: labeller.readings(of: ReferenceText(line)), in: &among) }
    let text = ReferenceText(line)
    let first = labeller.reading(among: labeller.readings(of: text), in: &alone)
    let second = labeller.reading(among: labeller.readings(of: text), in: &among)
    #expect(second.share > first.share)
    #expect(second.reading.labels.contains(.title))
  }

  @Test("A reading of a list depends on nothing but the lines before it")
  func isTheSameInEveryRun() {
    func read() -> [ParsedReference] {
      var style = ListStyle()
      return Self.list.map { ReferenceParser.parse(ReferenceText($0), in: &style) }
    }
    #expect(read() == read())
  }

  @Test("Lines that are read together give what they give one after the other")
  func isTheSameTogether() {
    let texts = (0..<7).flatMap { _ in Self.list + ["17 U.S.C. § 107 (2018).", "???"] }.map { ReferenceText($0) }
    var alone = ListStyle()
    var together = ListStyle()
    let one = texts.map { ReferenceParser.parse($0, in: &alone) }
    #expect(ReferenceParser.parse(texts[..<20].map(\.self), in: &together) == Array(one[..<20]))
    #expect(ReferenceParser.parse(texts[20...].map(\.self), in: &together) == Array(one[20...]))
  }

  @Test("A long list forgets slowly, and ends in time")
  func forgets() {
    var style = ListStyle()
    for number in 0..<500 {
      let line = Self.list[number % Self.list.count]
      #expect(ReferenceParser.parse(ReferenceText(line), in: &style).item[.title] != nil)
    }
  }
}
