import CSLFixtures
import IbidCSL
import TestSupport
import Testing

/// Our own cases in the official suite's format, one behaviour each, named for it; they run everywhere.
struct OwnCaseTests {
  private static let folder = Fixtures().folder + "/cases"

  @Test("Renders our own cases as they say")
  func rendersOwnCases() throws {
    let paths = try Repository.files(in: Self.folder, endingWith: ".txt")
    #expect(paths.count >= 150)
    for path in paths {
      let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      let outcome = Outcome(of: Fixture(name: name, text: try Repository.text(path)), locales: LocaleFile.bundled)
      #expect(outcome.isPass, "\(name): \(outcome.actual) where \(outcome.expected) is expected")
    }
  }
}
