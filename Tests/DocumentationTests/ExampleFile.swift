import TestSupport

/// The source of `Examples.swift`: every example of the documentation as a function, so that the compiler reads it and
/// the tests run it.
enum ExampleFile {
  static let path = Repository.folder + "/Tests/DocumentationTests/Examples.swift"

  /// The examples by name: those of the public types, and those that stand in the documentation's pages.
  static func examples() throws -> [(name: String, lines: [String])] {
    let types = try (DocumentedType.all(in: "IbidModel") + DocumentedType.all(in: "IbidKit"))
      .filter { !$0.example.isEmpty }.map { ($0.name, $0.example) }
    let folder = Repository.folder + "/Sources/IbidKit/Documentation.docc"
    let pages = try Repository.files(in: folder, endingWith: ".md").flatMap { path -> [(String, [String])] in
      let page = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      return fences(in: try Repository.text(path)).enumerated().map { ("\(page) \($0 + 1)", $1) }
    }
    return types + pages
  }

  static func source() throws -> String {
    let examples = try examples()
    let cases = examples.map { "    (\"\($0.name)\", { try $0.\(function($0.name))() }),\n" }.joined()
    let functions = examples.map { name, lines in
      let body = lines.map { $0.isEmpty ? "" : "    " + withPaths($0) }
      return "  func \(function(name))() throws {\n" + (body + uses(lines)).joined(separator: "\n") + "\n  }\n"
    }
    return """
      // The examples of the documentation, made from it by `IBID_RECORD=1 swift test --filter DocumentationTests`.
      // swift-format-ignore-file
      import IbidKit
      import IbidModel

      extension ExampleContext {
        static let examples: [(name: String, run: @Sendable (ExampleContext) throws -> Void)] = [
      \(cases)  ]

      \(functions.joined(separator: "\n"))}

      """
  }

  private static func function(_ name: String) -> String {
    "example" + name.split { !$0.isLetter && !$0.isNumber }.joined()
  }

  /// The Swift code blocks of a page, without their imports.
  private static func fences(in page: String) -> [[String]] {
    var blocks: [[String]] = []
    var isOpen = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```swift" {
        isOpen = true
        blocks.append([])
      } else if line == "```" {
        isOpen = false
      } else if isOpen, !line.hasPrefix("import ") {
        blocks[blocks.count - 1].append(String(line))
      }
    }
    return blocks.map { Array($0.drop { $0.isEmpty }) }
  }

  /// A file that an example names stands in a folder of the test's.
  private static func withPaths(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "\"") {
      guard let close = rest[rest.index(after: open)...].firstIndex(of: "\"") else { break }
      let literal = rest[open...close]
      let isPath = literal.dropLast().split(separator: ".").last.map { endings.contains(String($0)) } ?? false
      result += rest[..<open] + (isPath && !literal.contains(" ") ? "path(\(literal))" : literal)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let endings: Set<String> = ["md", "xml", "json", "sqlite", "yml", "csl", "bib", "txt", "docx"]

  /// A line for each name that an example introduces, so that no name is unused.
  private static func uses(_ lines: [String]) -> [String] {
    var seen = Set<Substring>()
    return lines.compactMap { line in
      let words = line.split { $0 == " " || $0 == ":" }
      guard let first = words.first, first == "let" || first == "var", words.count > 1, !line.hasPrefix(" "),
        words[1].allSatisfy({ $0.isLetter || $0.isNumber }), seen.insert(words[1]).inserted
      else { return nil }
      return "    _ = \(words[1])"
    }
  }
}
