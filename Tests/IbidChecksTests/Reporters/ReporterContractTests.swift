import IbidModel
import Testing

@testable import IbidChecks

/// What programs rely on: the members of each report, their order, and what is escaped.
struct ReporterContractTests {
  private static func finding(
    _ severity: Severity = .warning, _ message: String = "is wrong", path: String = "a.md", line: Int = 3,
    column: Int = 5, offset: Int = 17, length: Int = 4, rule: String = "lost-list"
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: message, path: path,
      range: SourceRange(Place(line: line, column: column, offset: offset), length: length))
  }

  private static let mended: Finding = {
    var finding = Self.finding()
    finding.fix = Finding.Fix(
      range: SourceRange(Place(line: 3, column: 6, offset: 18), length: 2), replacement: "“x”")
    finding.fingerprint = "0123456789abcdef"
    return finding
  }()

  /// A finding, and a fix, in a file that the article takes in.
  private static let elsewhere: Finding = {
    var range = SourceRange(Place(line: 1, column: 1, offset: 0), length: 2)
    range.path = "chapters/one.tex"
    var finding = Self.finding(.error, path: "chapters/one.tex")
    finding.range = range
    finding.fix = Finding.Fix(range: range, replacement: "")
    return finding
  }()

  // MARK: JSON

  @Test("JSON has the contract's members in its order; a fix that is not there is null, a fingerprint is left out")
  func findingsAsJSON() {
    #expect(
      JSONWriter.text(of: JSONReporter.json(of: [Self.finding(.error)]))
        == #"{"findings":[{"rule":"lost-list","severity":"error","message":"is wrong","path":"a.md","#
        + #""place":{"line":3,"column":5,"offset":17},"length":4,"fix":null}],"#
        + #""summary":{"findings":1,"error":1,"warning":0,"info":0,"rules":{"lost-list":1}}}"#)
    #expect(
      JSONWriter.text(of: JSONReporter.json(of: [Self.mended])["findings"]?.elements.first ?? .null)
        == #"{"rule":"lost-list","severity":"warning","message":"is wrong","path":"a.md","#
        + #""place":{"line":3,"column":5,"offset":17},"length":4,"#
        + #""fix":{"place":{"line":3,"column":6,"offset":18},"length":2,"replacement":"“x”"},"#
        + #""fingerprint":"0123456789abcdef"}"#)
  }

  @Test("JSON's summary counts by severity, the gravest first, and by rule, in the order of their names")
  func summaryAsJSON() {
    let findings = [
      Self.finding(.info), Self.finding(.error, rule: "erratum"), Self.finding(.info), Self.finding(.warning),
    ]
    #expect(
      JSONReporter.json(of: findings)["summary"].map { JSONWriter.text(of: $0) }
        == #"{"findings":4,"error":1,"warning":1,"info":2,"rules":{"erratum":1,"lost-list":3}}"#)
    #expect(
      JSONWriter.text(of: JSONReporter.json(of: []))
        == #"{"findings":[],"summary":{"findings":0,"error":0,"warning":0,"info":0,"rules":{}}}"#)
  }

  // MARK: GitHub

  @Test(
    "GitHub's commands are called by severity",
    arguments: [(Severity.error, "error"), (.warning, "warning"), (.info, "notice")])
  func commandsOfGitHub(severity: Severity, command: String) {
    #expect(
      GitHubReporter.text(of: Self.finding(severity))
        == "::\(command) file=a.md,line=3,col=5,title=lost-list::is wrong\n")
  }

  @Test(
    "GitHub's commands escape what would end a line or a property",
    arguments: [
      ("50 % of", "a.md", "file=a.md,", "::50 %25 of\n"), ("a\r\nb", "a.md", "file=a.md,", "::a%0D%0Ab\n"),
      ("a: b, c", "a.md", "file=a.md,", "::a: b, c\n"), ("%0A", "a.md", "file=a.md,", "::%250A\n"),
      ("a", "C:a,b.md", "file=C%3Aa%2Cb.md,", "::a\n"), ("a", "5%\r\n.md", "file=5%25%0D%0A.md,", "::a\n"),
      ("é ::", "é.md", "file=é.md,", "::é ::\n"),
    ])
  func escapesForGitHub(message: String, path: String, file: String, end: String) {
    let text = GitHubReporter.text(of: Self.finding(.info, message, path: path))
    #expect(text.hasPrefix("::notice " + file))
    #expect(text.hasSuffix(end))
    #expect(text.utf8.count { $0 == 0x0A } == 1)
  }

  // MARK: SARIF

  @Test("A SARIF log is one by the standard, whatever it holds")
  func sarifHoldsToItsStandard() {
    for findings in [[], [Self.finding(.info)], [Self.mended, Self.elsewhere, Self.finding(path: "ä 100%.md")]] {
      #expect(SARIFShape.problems(of: SARIFReporter.json(of: findings)) == [])
    }
  }

  @Test("The check on SARIF notices what is wrong")
  func sarifCheckBites() {
    func problems(_ finding: Finding) -> Int { SARIFShape.problems(of: SARIFReporter.json(of: [finding])).count }
    #expect(problems(Self.finding(line: 0)) == 1)
    #expect(problems(Self.finding(column: 0)) == 1)
    #expect(problems(Self.finding(offset: -1)) == 1)
    #expect(problems(Self.finding(length: -1)) == 1)
    #expect(problems(Self.finding(path: "")) == 1)
    #expect(SARIFShape.problems(of: .object([JSONMember("version", "2.0.0")])).count == 2)
  }

  @Test("A SARIF result says what the finding says")
  func resultsOfSARIF() {
    func result(_ finding: Finding) -> String? {
      SARIFReporter.json(of: [finding])["runs"]?.elements.first?["results"]?.elements.first.map {
        JSONWriter.text(of: $0)
      }
    }
    #expect(
      result(Self.mended)
        == #"{"ruleId":"lost-list","level":"warning","message":{"text":"is wrong"},"locations":[{"physicalLocation":"#
        + #"{"artifactLocation":{"uri":"a.md"},"region":{"startLine":3,"startColumn":5,"byteOffset":17,"byteLength":4}}}],"#
        + #""partialFingerprints":{"ibid/v1":"0123456789abcdef"},"fixes":[{"artifactChanges":[{"artifactLocation":"#
        + #"{"uri":"a.md"},"replacements":[{"deletedRegion":{"byteOffset":18,"byteLength":2},"insertedContent":"#
        + #"{"text":"“x”"}}]}]}]}"#)
    #expect(
      result(Self.elsewhere)
        == #"{"ruleId":"lost-list","level":"error","message":{"text":"is wrong"},"locations":[{"physicalLocation":"#
        + #"{"artifactLocation":{"uri":"chapters/one.tex"},"region":{"startLine":1,"startColumn":1,"byteOffset":0,"#
        + #""byteLength":2}}}],"fixes":[{"artifactChanges":[{"artifactLocation":{"uri":"chapters/one.tex"},"#
        + #""replacements":[{"deletedRegion":{"byteOffset":0,"byteLength":2},"insertedContent":{"text":""}}]}]}]}"#)
    #expect(result(Self.finding(.info))?.contains(#""level":"note""#) == true)
  }

  @Test(
    "A path becomes a relative reference",
    arguments: [
      ("a.md", "a.md"), ("a b.md", "a%20b.md"), ("ä.md", "%C3%A4.md"), ("100%.md", "100%25.md"), ("a:b", "a%3Ab"),
      ("A/b-c_d~1", "A/b-c_d~1"), ("\u{1}", "%01"), ("\u{F}\u{10}", "%0F%10"), ("\\", "%5C"),
    ])
  func urisOfSARIF(path: String, uri: String) {
    let log = JSONWriter.text(of: SARIFReporter.json(of: [Self.finding(path: path)]))
    #expect(log.contains(#""artifactLocation":{"uri":"\#(uri)"}"#))
  }

  @Test("SARIF lists every rule, and counts columns by Unicode scalars")
  func rulesOfSARIF() throws {
    let run = try #require(SARIFReporter.json(of: [])["runs"]?.elements.first)
    #expect(run["columnKind"] == "unicodeCodePoints")
    let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
    #expect(rules.compactMap { $0["id"]?.text } == Rules.all.map(\.id))
    #expect(rules.compactMap { $0["shortDescription"]?["text"]?.text } == Rules.all.map(\.summary))
    #expect(rules.compactMap { $0["fullDescription"]?["text"]?.text } == Rules.all.map(\.explanation))
    let levels = ["error": Severity.error, "warning": .warning, "note": .info]
    #expect(
      rules.compactMap { levels[$0["defaultConfiguration"]?["level"]?.text ?? ""] } == Rules.all.map(\.severity))
  }
}
