import IbidModel
import IbidNotes
import Testing

@testable import IbidArticles

struct MarkerWeightsTests {
  @Test(
    "The file names no feature that there is not",
    arguments: ["raised", "second", "spaced", "spacedSecond", "bracketed", "parenthesized"])
  func fileNamesFeatures(table: String) {
    let rows = FittedNumbers.bundled("articles/markers.tsv").rows(of: table)
    let known = Set(MarkerFeature.allCases.map { "\($0)" }).union(["bias", "order"])
    #expect(rows.first?.name == "bias")
    #expect(Set(rows.map(\.name)).count == rows.count)
    let unknown = rows.filter { !$0.name.split(separator: "+").allSatisfy { known.contains(String($0)) } }
    #expect(unknown.map(\.name) == [])
  }

  @Test("Adds the weights of what is seen to the bias")
  func addsWeights() {
    let weights = MarkerWeights(
      FittedNumbers(
        """
        raised\tbias\t-1
        raised\toneDigit\t-2
        raised\tspacedAmongSpaced\t4
        raised\tspacedAmongSpaced+oneDigit\t0.5
        raised\toneDigit+afterComma\t16
        second\tbias\t8
        second\torder\t0.5
        bracketed\tbias\t9
        parenthesized\tbias\t5
        """))
    var reading = NumberRun.Reading(extent: 0..<1, parts: [], style: .superscript, features: [])
    #expect(weights.raised.score(of: reading) == -1)
    reading.features = [.oneDigit, .spacedAmongSpaced, .afterComma]
    #expect(weights.raised.score(of: reading) == 17.5)
    #expect(weights.raised.order == 1 && weights.second.order == 0.5)
    let firsts = [Marker.Style.superscript, .bracket, .parenthesis].map { weights.first($0).bias }
    #expect(firsts == [-1, 9, 5])
  }

  @Test("A marked text gives its candidates, and counts the links that are found")
  func countsLinks() throws {
    let text = """
      Sleep helps the back.1 Walking helps more than sleep does.2 Nobody knows why.3

      References

      1. Weng A. Sleep. Spine. 2001;1:1-2.
      2. Roe B. Walking. Spine. 2002;2:3-4.
      3. Doe C. Why. Spine. 2003;3:5-6.
      """
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }.map { $0 + 1 }.prefix(3)
    let groups = zip(places, 1...).map { MarkedText.Group(range: $0..<($0 + 1), numbers: [$1]) }
    let marked = try MarkedText(bytes, style: .superscript, groups: groups)
    let first = marked.candidates()
    #expect(first.count { $0.isRight } == 3)
    #expect(first.allSatisfy { $0.features.contains("oneDigit") && $0.order == 0 })
    let second = marked.candidates(chosenBy: .bundled("articles/markers.tsv"))
    #expect(second.contains { $0.isRight && $0.order != 0 })
    let count = marked.count(with: .bundled("articles/markers.tsv"))
    #expect([count.right, count.found, count.wanted] == [3, 3, 3])
    let none = marked.count(with: FittedNumbers("raised\tbias\t-50\n"))
    #expect([none.right, none.found, none.wanted] == [0, 0, 3])
  }
}
