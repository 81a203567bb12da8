import Testing

@testable import IbidChecks

/// What a claim says against the abstract of its source.
struct ContradictionTests {
  private static let abstract = """
    BACKGROUND: Fans are cheap. METHODS: In this trial 412 older adults slept beside a fan for three weeks. \
    RESULTS: Sleeping beside a fan reduced waking at night by 24% compared with no fan. \
    Blood pressure did not differ between the groups, and there was no effect of the fan on morning blood pressure. \
    CONCLUSION: A fan improved sleep quality in older adults.
    """

  @Test(
    "Figures, directions, effects and populations are held against the nearest sentence",
    arguments: [
      ("Sleeping beside a fan reduced waking at night by 42%.", "the claim has 42 %, the abstract of x"),
      ("Sleeping beside a fan reduced waking at night by 24 percent.", nil),
      ("Sleeping beside a fan reduced waking at night by about 25%.", nil),
      ("Sleeping beside a fan increased waking at night.", "the claim has “increased”, the abstract of x “reduced”"),
      ("Sleeping beside a fan did not increase waking at night.", nil),
      ("A fan worsened sleep quality in older adults.", "the claim has “worsened”, the abstract of x “improved”"),
      ("A fan reduced sleep quality in older adults.", nil),
      ("A fan lowers morning blood pressure.", "the claim has “lowers”, the abstract of x no such effect"),
      ("A fan improved sleep quality in children.", "the claim is about children, the abstract of x about adults"),
      ("A fan improved sleep quality in adults and children.", nil),
      ("Fans are cheap, and increased in price by 42% a year.", nil), ("A fan improved sleep quality.", nil),
      ("A fan cools the room.", nil), ("", nil),
    ] as [(String, String?)])
  func holdsClaimsAgainstAbstracts(claim: String, message: String?) {
    let contradiction = Contradiction(claim, abstract: Self.abstract)
    #expect(contradiction?.message(work: "x").split(separator: ":").first.map(String.init) == message)
  }

  @Test(
    "Figures are read with what they count",
    arguments: [
      ("by 24%", ["24 %"], [24]), ("24 per cent", ["24 %"], [24]),
      ("24 percent of 1,200 adults", ["24 %", "1,200 adults"], [24, 1200]),
      ("12·5 % of them", ["12·5 %"], [12.5]), ("(n = 40)", [], [40]), ("412 older adults", ["412 adults"], [412]),
      ("in 2019, adults", ["2019 adults"], [2019]), ("COVID-19", [], []), ("no figures", [], []), ("%", [], []),
    ] as [(String, [String], [Double])])
  func readsFigures(text: String, figures: [String], numbers: [Double]) {
    let read = Measurements(text)
    #expect(read.figures.map(\.text) == figures)
    #expect(read.numbers == numbers)
  }
}
