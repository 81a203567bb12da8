import IbidChecks
import IbidModel
import Testing

struct SuppressionTests {
  @Test(
    "A remark is read in the manner of each format",
    arguments: [
      ("<!-- ibid-disable-line lost-list -->", ["lost-list"], 1...1, nil),
      (
        "Text. <!-- ibid-disable-line lost-list, erratum -- known to all -->", ["lost-list", "erratum"], 1...1,
        "known to all"
      ),
      ("% ibid-disable-next-line erratum: read it", ["erratum"], 2...2, "read it"),
      ("[//]: # (ibid-disable-next-line erratum)", ["erratum"], 2...2, nil),
      ("ibid-disable-line", [], 1...1, nil),
      ("<!-- ibid-disable erratum -->\n\n<!-- ibid-enable erratum -->\n", ["erratum"], 1...3, nil),
      ("<!-- ibid-disable erratum -->\n", ["erratum"], 1...Int.max, nil),
    ] as [(String, [String], ClosedRange<Int>, String?)])
  func readsARemark(text: String, rules: [String], lines: ClosedRange<Int>, reason: String?) throws {
    let found = SuppressionReader.suppressions(in: Array(text.utf8))
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.rules == rules)
    #expect(one.lines == lines)
    #expect(one.reason == reason)
  }

  @Test(
    "Text that speaks of remarks is none",
    arguments: ["Write ibid-disable-line to be left alone.", "<!-- ibid-disabled -->", "`ibid-enabled`", "ibid-"])
  func leavesTextAlone(text: String) {
    #expect(SuppressionReader.suppressions(in: Array(text.utf8)).isEmpty)
  }

  @Test("A fingerprint stays when lines move, and tells twins apart")
  func keepsFingerprints() {
    func finding(_ offset: Int) -> Finding {
      let range = SourceRange(Place(line: 1, column: 1, offset: offset), length: 5)
      return Finding(rule: "erratum", severity: .info, message: "", path: "a.md", range: range)
    }
    let before = Fingerprint.all(of: [finding(0), finding(6)], in: Array("abcde abcde".utf8))
    let after = Fingerprint.all(of: [finding(3), finding(10)], in: Array("\n\n\nabcde\n\nabcde".utf8))
    #expect(before == after)
    #expect(before[0] != before[1])
    #expect(before.allSatisfy { $0.utf8.count == 16 })
  }
}
