import Testing

@testable import IbidModel

/// In which order a person is shown findings.
struct FindingImportanceTests {
  private static func finding(_ message: String, _ severity: Severity, score: Int? = nil) -> Finding {
    let place = Place(line: 1, column: 1, offset: 0)
    return Finding(
      rule: "a", severity: severity, message: message, path: "a.md",
      range: SourceRange(place, length: 1), score: score)
  }

  @Test("The heaviest come first, of one weight the surest, of one score the first in the text")
  func ordersFindings() {
    let findings = [
      Self.finding("a", .info), Self.finding("b", .warning, score: 80), Self.finding("c", .warning, score: 95),
      Self.finding("d", .error), Self.finding("e", .warning), Self.finding("f", .warning, score: 95),
    ]
    #expect(findings.byImportance.map(\.message) == ["d", "e", "c", "f", "b", "a"])
  }
}
