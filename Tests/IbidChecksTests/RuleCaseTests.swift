import IbidModel
import TestSupport
import Testing

@testable import IbidChecks

/// What each rule says at its edges: a number just inside and just outside of a limit, both sides of a condition.
///
/// `Fixtures/RULE.txt` holds the cases of one rule. A case begins with `=== what it shows`, behind which may stand
/// `| records engel, sleep`, `| limit 5`, `| year 2020` and `| path a.txt`; then comes the article, and behind `---` what
/// the rule says of it: severity, the text that it marks, message and fix. `IBID_RECORD=1` writes that anew.
struct RuleCaseTests {
  private static let fixtures = Fixtures()

  private static let names = (try? Repository.files(in: fixtures.folder, endingWith: ".txt")) ?? []

  @Test("A rule says at its edges what it should", arguments: names)
  func holdsAtItsEdges(path: String) throws {
    let name = String(path.split(separator: "/").last ?? "")
    let rule = try #require(Rules.all.first { $0.id + ".txt" == name })
    let cases = try Self.fixtures.text(name).split(separator: "=== ").map { try RuleCase(String($0)) }
    #expect(!cases.isEmpty)
    try Self.fixtures.expect(try cases.map { try $0.text(rule) }.joined(), equals: name)
  }
}

/// One article, and what a rule says of it.
private struct RuleCase {
  let head: String
  let article: String
  var records: [Item] = []
  var path = "example.md"
  var limit: Int?
  var year: Int?

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    head = String(lines[0])
    article = lines.dropFirst().prefix { !$0.hasPrefix("--- ") }.map { $0 + "\n" }.joined()
    for setting in head.split(separator: " | ").dropFirst() {
      let words = setting.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
      switch words[0] {
      case "records": records = try words.dropFirst().map { try #require(Self.records[$0]) }
      case "limit": limit = Int(words[1])
      case "year": year = Int(words[1])
      case "path": path = words[1]
      default: Issue.record("“\(setting)” is no setting of a case")
      }
    }
  }

  /// The case as its file has it, with what the rule says now.
  func text(_ rule: Rule) throws -> String {
    let bytes = Array(article.utf8)
    let linked = try LinkedText(article, records: records, path: path).article
    let findings = Rules.findings(in: linked, rules: [rule]) {
      RuleSettings(limit: limit ?? $0.limit?.standard ?? 0, year: year)
    }
    let lines = findings.map { finding in
      let fix = finding.fix.map { " ⟶ \(Self.marked($0.range, bytes)) becomes “\($0.replacement)”" } ?? ""
      return "--- \(finding.severity.rawValue) \(Self.marked(finding.range, bytes)): \(finding.message)\(fix)\n"
    }
    return "=== \(head)\n\(article)" + (lines.isEmpty ? "--- nothing\n" : lines.joined())
  }

  private static func marked(_ range: SourceRange, _ bytes: [UInt8]) -> String {
    "\(range.place.line):\(range.place.column) “\(String(decoding: bytes[range.offsets], as: UTF8.self))”"
  }

  private static let records: [String: Item] = {
    var other = Item.engel
    other.id = "other1977"
    other[.PMID] = "847461"
    other[.abstract] = "The moon is made of very old green cheese."
    other[.title] = "Another model"
    var bare = Item.engel
    bare[.PMID] = nil
    return [
      "engel": .engel, "sleep": .sleep, "other": other, "bare": bare,
      "engel-with-abstract": .engel(
        abstract: "Models of health need care and thought, among other things. We say more."),
    ]
  }()
}
