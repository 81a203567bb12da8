import CSLFixtures
import FoundationEssentials
import Glibc
import IbidCSL
import IbidModel

/// `csl-conformance FIXTURES --locales FOLDER [--json]`: one line a fixture, then the counts.
@main
struct Conformance {
  static func main() {
    do {
      try run(Arguments(Array(CommandLine.arguments.dropFirst())))
    } catch {
      let line = Array("csl-conformance: \(error)\n".utf8)
      _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(2)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    let cache = LocaleFolder(arguments.locales)
    if arguments.words.count == 3, arguments.words[0] == "render" {
      let rendering = Rendering(locales: cache.locale, format: arguments.format, language: arguments.language)
      return print(try rendering.report(style: arguments.words[1], items: arguments.words[2]), terminator: "")
    }
    if arguments.words.count == 3, arguments.words[0] == "change" {
      let rendering = Rendering(locales: cache.locale, format: arguments.format, language: arguments.language)
      return print(try rendering.changes(style: arguments.words[1], items: arguments.words[2]), terminator: "")
    }
    if arguments.words.count >= 3, arguments.words[0] == "compare" {
      let rendering = Rendering(locales: cache.locale, format: arguments.format, language: arguments.language)
      let styles = Array(arguments.words.dropFirst(3))
      return print(
        try rendering.comparison(arguments.words[1], items: arguments.words[2], styles), terminator: "")
    }
    guard arguments.words.count == 1 else { throw Arguments.Usage() }
    var passed = 0
    let paths = try FileManager.default.contentsOfDirectory(atPath: arguments.words[0])
      .filter { $0.hasSuffix(".txt") }.sorted()
    var report = ""
    for path in paths {
      let data = try Data(contentsOf: URL(filePath: arguments.words[0] + "/" + path))
      let fixture = Fixture(name: String(path.dropLast(4)), text: String(decoding: data, as: UTF8.self))
      let outcome = Outcome(of: fixture, locales: cache.locale)
      if outcome.isPass { passed += 1 }
      report += arguments.printsJSON ? outcome.json + "\n" : "\(fixture.name) \(outcome.isPass ? "pass" : "fail")\n"
    }
    if !arguments.printsJSON { report += "\(passed) of \(paths.count) pass, \(paths.count - passed) fail\n" }
    print(report, terminator: "")
  }
}

private struct Arguments {
  var words: [String] = []
  var locales: String?
  var language: String?
  var printsJSON = false
  var format = OutputFormat.text

  struct Usage: Error, CustomStringConvertible {
    let description = """
      usage: csl-conformance FIXTURES [--locales FOLDER] [--json]
             csl-conformance render STYLE ITEMS [--locales FOLDER] [--format text|html|markdown]
             csl-conformance change STYLE ITEMS
             csl-conformance compare STYLES ITEMS [STYLE.csl …] [--language LOCALE] [--locales FOLDER]
                             [--format text|html|markdown]
      """
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--json": printsJSON = true
      case "--locales":
        guard let folder = rest.popFirst() else { throw Usage() }
        locales = folder
      case "--language":
        guard let language = rest.popFirst() else { throw Usage() }
        self.language = language
      case "--format":
        guard let format = rest.popFirst().flatMap(OutputFormat.init(rawValue:)) else { throw Usage() }
        self.format = format
      case _ where !word.hasPrefix("-"): words.append(word)
      default: throw Usage()
      }
    }
  }
}
