import FoundationEssentials
import TestSupport
import Testing

/// A page whose examples are run as typed.
///
/// A `console` block holds lines of shell behind `$ `, and what each prints on standard output. A block below a
/// line that ends in a file's name and a colon, as in «`article.md`:», is that file.
struct ExamplePage {
  /// The page as it stands in the checkout.
  let page: MarkdownPage

  /// The page at this path below the checkout.
  init(_ path: String) throws { page = try MarkdownPage(path) }

  /// Runs the examples in `folder`, each file that the page shows written there where it is shown, and expects the
  /// page to show what they print.
  func expectTruth(in folder: TemporaryFolder) throws {
    try Fixtures(folder: Repository.folder).expect(try replayed(in: folder), equals: page.path)
  }

  /// Writes the files that the page shows.
  func writeFiles(in folder: TemporaryFolder) throws { try replay(in: folder) { _ in nil } }

  /// The page with what its examples print now.
  private func replayed(in folder: TemporaryFolder) throws -> String {
    let ibid = Command(folder: folder.path)
    return try replay(in: folder) { try ibid.shell($0).output }
  }

  /// The page with what `run` gives for each line of shell; nothing of what a block prints is kept where it gives nil.
  @discardableResult
  private func replay(in folder: TemporaryFolder, run: (String) throws -> String?) throws -> String {
    var actual: [Substring] = []
    var block = Block.none
    for line in page.lines {
      let isFence = line.hasPrefix("```")
      switch block {
      case .none where isFence:
        let name = actual.last { !$0.isEmpty }.flatMap(Self.fileName)
        block = name.map { .file(name: $0, lines: []) } ?? (line == "```console" ? .console : .other)
      case .file(let name, let lines):
        if isFence { try write(name, lines, in: folder) }
        block = isFence ? .none : .file(name: name, lines: lines + [line])
      case .console where !isFence:
        guard line.hasPrefix("$ ") else { continue }
        let output = try run(String(line.dropFirst(2))) ?? ""
        actual += [line] + output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        continue
      default:
        if isFence { block = .none }
      }
      actual.append(line)
    }
    return actual.joined(separator: "\n")
  }

  private func write(_ name: String, _ lines: [Substring], in folder: TemporaryFolder) throws {
    if let slash = name.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name[..<slash], withIntermediateDirectories: true)
    }
    try folder.write(name, lines.map { $0 + "\n" }.joined())
  }

  private enum Block {
    case none
    case console
    case file(name: String, lines: [Substring])
    case other
  }

  /// The name in back quotes, with a colon behind it, at the end of a line.
  private static func fileName(at line: Substring) -> String? {
    guard line.hasSuffix("`:") else { return nil }
    return line.dropLast(2).split(separator: "`", omittingEmptySubsequences: false).last.map(String.init)
  }
}
