import FoundationEssentials
public import Testing

/// Files beside a test: `Fixtures/` next to the test's source.
public struct Fixtures: Sendable {
  /// The folder's path.
  public let folder: String

  /// The `Fixtures` folder next to the calling file.
  public init(besides file: String = #filePath) {
    folder = "/" + file.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures"
  }

  /// Golden files in another folder.
  public init(folder: String) { self.folder = folder }

  /// The text of a file of the folder.
  public func text(_ name: String) throws -> String { try Repository.text(folder + "/" + name) }

  /// The bytes of a file of the folder.
  public func bytes(_ name: String) throws -> [UInt8] { try Repository.bytes(folder + "/" + name) }

  /// Expects what `find` makes of each line of `name.txt` to stand in `name.golden`, behind the line itself.
  ///
  /// Lines that start with `#` part the others.
  public func expect(
    eachLineOf name: String, sourceLocation: SourceLocation = #_sourceLocation, _ find: (String) throws -> [String]
  ) throws {
    let lines = try text(name + ".txt").split(separator: "\n").map(String.init)
    let listing = try lines.flatMap { [$0] + ($0.hasPrefix("#") ? [] : try find($0).map { "  → " + $0 }) }
    try expect(listing.joined(separator: "\n") + "\n", equals: name + ".golden", sourceLocation: sourceLocation)
  }

  /// Expects `actual` to be the content of a golden file.
  ///
  /// With `IBID_RECORD=1` in the environment a file that differs is written anew, and the test fails that once, so
  /// that nobody records without looking.
  public func expect(
    _ actual: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = folder + "/" + name
    let expected = try? Repository.text(path)
    guard expected != actual else { return }
    if ProcessInfo.processInfo.environment["IBID_RECORD"] == "1" {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at the difference, then run again", sourceLocation: sourceLocation)
    } else {
      let wanted = (expected ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      let got = actual.split(separator: "\n", omittingEmptySubsequences: false)
      let first =
        zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(wanted.count, got.count)
      Issue.record(
        """
        \(name) differs from line \(first + 1) on
        expected: \(first < wanted.count ? String(wanted[first]) : "(end)")
        found:    \(first < got.count ? String(got[first]) : "(end)")
        """, sourceLocation: sourceLocation)
    }
  }
}
