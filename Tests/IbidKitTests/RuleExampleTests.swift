import IbidChecks
import IbidKit
import IbidModel
import TestSupport
import Testing

struct RuleExampleTests {
  @Test(
    "A rule finds what its examples mark, says there what they say, and nothing else", arguments: Rules.all.map(\.id))
  func findsWhatItsExamplesMark(id: String) throws {
    let rule = try #require(Rules.all.first { $0.id == id })
    #expect(rule.examples.contains { !$0.unmarked.ranges.isEmpty }, "no example shows what \(id) finds")
    #expect(rule.examples.contains { $0.unmarked.ranges.isEmpty }, "no look-alike shows where \(id) stays silent")
    for example in rule.examples {
      let (text, ranges) = example.unmarked
      let check = try CheckedArticle(
        bytes: Array(text.utf8), path: example.path, records: Records(example.records))
      let found = check.findings(rules: try RuleSelection(only: [id], disabled: []))
      #expect(found.map(\.range.offsets) == ranges, "\(example.text)")
      #expect(found.map(\.message) == example.messages, "\(example.text)")
      #expect(found.allSatisfy { $0.severity == example.severity ?? rule.severity }, "\(example.text)")
      #expect(found.allSatisfy { $0.fix?.replacement == example.fix }, "\(example.text)")
      #expect(found.allSatisfy { $0.fix == nil || $0.fix?.range == $0.range }, "\(example.text)")
    }
  }

  @Test("Every rule's file is in the list, and every name is used once")
  func everyRuleIsListed() throws {
    let files = try Repository.files(in: Repository.folder + "/Sources/IbidChecks/Rules", endingWith: ".swift")
    #expect(files.count == Rules.all.count)
    #expect(Set(Rules.all.map(\.id)).count == Rules.all.count)
    for file in files {
      let source = try Repository.text(file)
      #expect(Rules.all.contains { source.contains("id: \"\($0.id)\"") }, "\(file)")
    }
  }
}
