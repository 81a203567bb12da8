import IbidArticles
import IbidClaims
import IbidModel
import Testing

@testable import IbidChecks

struct MissingIdentifierTests {
  /// Findings in an article of five references, of which the first `count` have an identifier.
  private func messages(identified count: Int) throws -> [String] {
    let markers = (1...5).map { "One.[^\($0)]" }.joined(separator: " ")
    let notes = (1...5).map { number in
      "[^\(number)]: Roe J. Sleep and the brain, part \(number). Sleep. 2010;\(number)(2):10–12."
        + (number <= count ? " PubMed 1111111\(number)" : "")
    }
    let text = ([markers] + notes).joined(separator: "\n\n")
    let read = try ArticleReaders.read(Array(text.utf8), path: "a.md")
    var linker = ArticleLinker(read.reading, records: MemoryRecords([]))
    return Rules.findings(in: try linker.link(read.article), rules: [.referenceWithoutIdentifier]).map(\.message)
  }

  @Test("Where most references lack an identifier one finding counts them")
  func countsThem() throws {
    #expect(
      try messages(identified: 1) == ["4 of 5 references have no identifier: those of notes 2, 3, 4 and others"])
    #expect(
      try messages(identified: 0) == ["5 of 5 references have no identifier: those of notes 1, 2, 3 and others"])
  }

  @Test("A few that lack one are named each")
  func namesEach() throws {
    #expect(try messages(identified: 2).count == 3)
    #expect(try messages(identified: 5).isEmpty)
  }
}
