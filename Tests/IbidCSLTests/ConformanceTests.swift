import CSLFixtures
import IbidCSL
import TestSupport
import Testing

/// Holds what the official fixtures' passes are: a list that may only grow.
struct ConformanceTests {
  private static let folder = Repository.shared + "/corpora/csl"

  @Test(
    "Passes the fixtures that it passed before, and no others unlisted",
    .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
  func passesWhatItPassedBefore() throws {
    let listed = Set(try Fixtures().text("csl-pass.txt").split(separator: "\n").map(String.init))
    let locales = LocaleFolder(Self.folder + "/locales")
    for path in try Repository.files(in: Self.folder + "/fixtures", endingWith: ".txt") {
      let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      let fixture = Fixture(name: name, text: try Repository.text(path))
      let outcome = Outcome(of: fixture, locales: locales.locale)
      if listed.contains(name) {
        #expect(outcome.isPass, "\(name) passed before; now \(outcome.actual)")
      } else {
        #expect(!outcome.isPass, "\(name) passes now: add it to csl-pass.txt")
      }
    }
  }
}
