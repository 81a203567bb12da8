package import IbidCSL
import IbidModel

/// What became of one fixture.
package struct Outcome {
  /// The fixture's name.
  package let name: String
  /// What it asks for.
  package let expected: String
  /// What came out, or why nothing could.
  package let actual: String
  /// Whether the two are the same, byte for byte.
  package var isPass: Bool { actual.utf8.elementsEqual(expected.utf8) }

  /// Runs the fixture with the locale files that `locales` finds.
  package init(of fixture: Fixture, locales: @escaping (String) -> LocaleFile?) {
    name = fixture.name
    expected = fixture.result
    do throws(FixtureRun.Failure) {
      actual = Fixture.trimmed(try FixtureRun(fixture: fixture, locales: locales).output())
    } catch {
      actual = "error: \(error)"
    }
  }

  /// One object on one line: the name, whether it passed, and both texts.
  package var json: String {
    JSONWriter.text(
      of: .object([
        JSONMember("name", .string(name)), JSONMember("pass", .bool(isPass)),
        JSONMember("expected", .string(expected)), JSONMember("actual", .string(actual)),
      ]))
  }
}
