import IbidModel
import IbidNotes
import TestSupport
import Testing

/// Which work of a small library each reference names, and why.
struct LibraryMatchTests {
  private static let fixtures = Fixtures()

  @Test("References match as the golden file says")
  func matchesReferences() throws {
    let items = try JSONReader.value(of: try Self.fixtures.text("library.json")).elements
      .compactMap { Item(cslJSON: $0) }
    let matcher = Matcher(MemoryWorks(items))
    try Self.fixtures.expect(eachLineOf: "matches") { line in
      let match = try matcher.match(parseReference(line).item, text: line)
      let reasons = match.reasons.map { "\($0)" }.joined(separator: ", ")
      let works =
        switch match.outcome {
        case .matched(let index): "\(index)"
        case .ambiguous(let indices): indices.map(String.init).joined(separator: " or ")
        case .none: "none"
        }
      return ["\(works), score \(Int((match.score * 100).rounded())): \(reasons)"]
        + match.conflicts.map { "\($0.identifier.kind) is that of \($0.item)" }
    }
  }
}
