import IbidChecks
import IbidKit
import IbidModel
import TestSupport
import Testing

struct CheckConfigurationTests {
  @Test("A configuration sets severities, limits, rules and what fails")
  func readsAConfiguration() throws {
    let text = """
      fail-on: error
      disable: [lost-list]
      rules:
        uncited-claim: info
        old-evidence: {severity: warning, years: 10}
        erratum: off
      """
    let configuration = try CheckConfiguration(text: text, path: ".ibid.yml")
    #expect(configuration.failOn == "error")
    #expect(configuration.disabled == ["lost-list", "erratum"])
    #expect(configuration.severities == ["uncited-claim": .info, "old-evidence": .warning])
    #expect(configuration.limits == ["old-evidence": 10])
  }

  @Test(
    "What is not known is refused, with the file's name",
    arguments: [
      ("rules: {no-such-rule: off}", "no rule"), ("colour: red", "not known"), ("fail-on: maybe", "fail-on"),
      ("rules: {erratum: {years: 3}}", "not known"), ("rules: {old-evidence: {years: many}}", "whole number"),
      ("rules: [", "YAML"), ("- a\n- b", "keys and values"), ("rules: {erratum: loud}", "severity"),
      (String(repeating: "[", count: 5000), "configuration"),
    ])
  func refusesWhatIsNotKnown(text: String, part: String) {
    let error = #expect(throws: IbidError.self) { try CheckConfiguration(text: text, path: "x/.ibid.yml") }
    #expect(error?.message.hasPrefix("x/.ibid.yml: ") == true)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Each spelling sets what it says, and nothing else",
    arguments: [
      ("", nil, [], [:], [:]), ("# nothing", nil, [], [:], [:]), ("~", nil, [], [:], [:]),
      ("fail-on: never", "never", [], [:], [:]),
      ("fail-on: info", "info", [], [:], [:]), ("disable: erratum", nil, ["erratum"], [:], [:]),
      ("disable: []", nil, [], [:], [:]), ("disable: [erratum, lost-list]", nil, ["erratum", "lost-list"], [:], [:]),
      ("rules: {erratum: on}", nil, [], [:], [:]), ("rules: {erratum: true}", nil, [], [:], [:]),
      ("rules: {erratum: off}", nil, ["erratum"], [:], [:]), ("rules: {erratum: false}", nil, ["erratum"], [:], [:]),
      ("rules: {erratum: error}", nil, [], ["erratum": .error], [:]), ("rules: {erratum: {}}", nil, [], [:], [:]),
      ("rules: {erratum: {severity: off}}", nil, ["erratum"], [:], [:]),
      ("rules: {erratum: {severity: warning}}", nil, [], ["erratum": .warning], [:]),
      ("rules: {old-evidence: {years: 0}}", nil, [], [:], ["old-evidence": 0]),
      ("rules: {old-evidence: {years: 1000000}}", nil, [], [:], ["old-evidence": 1_000_000]),
      (
        "rules: {piled-citations: {works: 3, severity: info}}", nil, [], ["piled-citations": .info],
        ["piled-citations": 3]
      ),
    ] as [(String, String?, Set<String>, [String: Severity], [String: Int])])
  func sets(
    text: String, failOn: String?, disabled: Set<String>, severities: [String: Severity], limits: [String: Int]
  ) throws {
    let configuration = try CheckConfiguration(text: text, path: "a")
    #expect(configuration.path == "a" && configuration.failOn == failOn && configuration.disabled == disabled)
    #expect(configuration.severities == severities && configuration.limits == limits)
  }

  @Test(
    "What is no configuration is refused as a whole",
    arguments: [
      ("rules: {old-evidence: {years: -1}}", "a: old-evidence: years must be a whole number"),
      ("rules: {old-evidence: {years: 1000001}}", "a: old-evidence: years must be a whole number"),
      ("rules: {old-evidence: {works: 1}}", "a: old-evidence: “works” is not known; there is severity and years"),
      ("rules: {erratum: {works: 1}}", "a: erratum: “works” is not known; there is severity"),
      ("rules: {erratum: [off]}", "a: erratum must be a severity, off, or settings"),
      ("rules: {erratum: {severity: loud}}", "a: erratum: the severity must be error, warning, info or off"),
      ("rules: erratum", "a: rules must hold rules and what is set for them"),
      ("disable: {a: b}", "a: disable must be a list of rules"),
      ("disable: [x]", "a: there is no rule “x”; `ibid rules` lists them"),
      ("fail-on: [error]", "a: fail-on must be error, warning, info or never"),
      ("keys: '[auth'", "a: keys: a [ has no ]"),
      ("x: y", "a: “x” is not known; there are profile, fail-on, disable, keys, screening and rules"),
      ("text", "a: must hold keys and values"),
      ("a\0", "a: is no configuration of ibid’s"), ("# - - - -", "a: is no configuration of ibid’s"),
      ("#" + String(repeating: "x", count: 16_384), "a: is no configuration of ibid’s"),
      ("#" + String(repeating: "[", count: 201), "a: is no configuration of ibid’s"),
      ("#" + String(repeating: "{", count: 201), "a: is no configuration of ibid’s"),
    ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: IbidError.self) { try CheckConfiguration(text: text, path: "a") }
    #expect(error?.message == message)
    #expect(error?.code == .configuration && error?.facts.path == "a")
  }

  @Test(
    "What is just small enough is read",
    arguments: ["# - - -", "#" + String(repeating: "x", count: 16_383), "#" + String(repeating: "[", count: 200)])
  func readsLimits(text: String) throws { #expect(try CheckConfiguration(text: text, path: "a").disabled.isEmpty) }

  @Test("A lower score than the usual one finds what is less sure, but never a question or the page's own words")
  func lowersTheScore() throws {
    let article = try check("# Rain\n\nTalk to your doctor before you walk. Does rain follow dust?\n")
    func found(_ score: Int) throws -> [String] {
      let configuration = try CheckConfiguration(text: "rules: {uncited-claim: {score: \(score)}}", path: "a")
      let rules = try RuleSelection(only: ["uncited-claim"], disabled: [], configuration: configuration)
      return article.findings(rules: rules).map(\.message)
    }
    #expect(try found(50).isEmpty)
    #expect(try found(1).count == 1)
    #expect(try found(0) == found(1))
    #expect(try found(1).allSatisfy { $0.contains(/\(score \d+, priority/) })
  }

  @Test("A selection takes the rules that are named, else all that nobody switched off")
  func selectsRules() throws {
    let configuration = try CheckConfiguration(
      text: "disable: uncited-claim\nrules: {uncited-claim: {score: 100}}", path: "a")
    let article = try check(Self.claims)
    func count(_ only: [String], _ disabled: [String], _ configuration: CheckConfiguration) throws -> Int {
      article.findings(rules: try RuleSelection(only: only, disabled: disabled, configuration: configuration)).count
    }
    #expect(try count([], [], CheckConfiguration()) == 2)
    #expect(try count([], ["uncited-claim"], CheckConfiguration()) == 0)
    #expect(try count(["uncited-claim"], [], CheckConfiguration()) == 2)
    #expect(try count(["uncited-claim"], ["uncited-claim"], CheckConfiguration()) == 0)
    #expect(try count(["erratum"], [], CheckConfiguration()) == 0)
    #expect(try count([], [], configuration) == 0)
    #expect(try count(["uncited-claim"], [], configuration) == 0, "none has a score of 1")
    let low = try CheckConfiguration(
      text: "disable: uncited-claim\nrules: {uncited-claim: {score: 97, severity: error}}", path: "a")
    #expect(try count(["uncited-claim"], [], low) <= 1)
    for names in [(["x"], [String]()), ([], ["x"])] {
      #expect(throws: IbidError.unknownRule("x")) { try RuleSelection(only: names.0, disabled: names.1) }
    }
  }

  @Test("The nearest file above the article holds; its absence changes nothing")
  func findsTheNearest() throws {
    let folder = try TemporaryFolder()
    let article = try folder.write("a.md", "Text.")
    #expect(try CheckConfiguration.nearest(to: article).path == nil)
    _ = try folder.write(".ibid.yml", "disable: erratum\n")
    #expect(try CheckConfiguration.nearest(to: article).disabled == ["erratum"])
  }

  private static let claims =
    "Exercise reduces chronic pain in 40% of patients.\n\nOpioids cause harm in 30% of patients."

  private func check(_ text: String) throws -> CheckedArticle {
    try CheckedArticle(bytes: Array(text.utf8), path: "a.md")
  }

  @Test("A remark in the article switches a rule off for its line, and no other")
  func suppressesALine() throws {
    let text = Self.claims.replacing("patients.\n", with: "patients. <!-- ibid-disable-line uncited-claim -- so -->\n")
    #expect(try check(Self.claims).findings().count == 2)
    #expect(try check(text).findings().map(\.range.place.line) == [3])
    let unknown = try check("<!-- ibid-disable-line nonsense -->\n\nText.").unknownSuppressions
    #expect(unknown.map(\.path) == ["a.md"])
    #expect(unknown.map(\.line) == [1])
    #expect(unknown.map(\.rule) == ["nonsense"])
  }

  @Test("Only what a baseline does not hold is left")
  func leavesWhatIsNew() throws {
    let folder = try TemporaryFolder()
    let old = try check("Opioids cause harm in 30% of patients.")
    let report = FindingsReport.json(of: old.findings())
    let baseline = try Baseline(path: try folder.write("known.json", JSONWriter.text(of: report)))
    #expect(baseline.new(in: try check(Self.claims).findings()).map(\.range.place.line) == [1])
    let other = try folder.write("other.json", "{}")
    #expect(throws: IbidError.self) { try Baseline(path: other) }
  }

  @Test("The report is one page that allows its own script and nothing else, and runs nothing of the article")
  func writesAPage() throws {
    let text = "---\ntitle: \"<script>alert(1)</script>\"\n---\n\n" + Self.claims
    let check = try check(text)
    let page = FindingsReport.html(of: check.findings(), in: check)
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    #expect(!page.contains(" style=") && !page.contains(" onclick="))
  }

  @Test("An article whose claims are cited gives no finding at all")
  func staysSilentOnACleanArticle() throws {
    let text = """
      # Exercise

      Exercise reduces chronic pain in 40% of patients with arthritis.[^1] Is that much? I think so.

      [^1]: Weng Q, Goh SL, Wu J, et al. Comparative efficacy of exercise therapy and oral non-steroidal \
      anti-inflammatory drugs. Br J Sports Med. 2023;57(15):990–6. doi: 10.1136/bjsports-2022-105898
      """
    #expect(try check(text).findings().map(\.rule) == [])
  }

  @Test("A section's claims are counted in a table")
  func tabulatesSections() throws {
    let article = try check("# One\n\n\(Self.claims)\n\n# Two\n\n\(Self.claims)\n")
    let table = TerminalReport(article, usesColour: false).sections
    let lines = table.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines == ["section claims cited hollow uncited", "One 2 0 0 2 ░░", "Two 2 0 0 2 ░░"])
  }

  @Test("The commented configuration sets what holds anyway, and each of its suggestions can be taken")
  func commentedConfigurationIsTrue() throws {
    let text = CheckConfiguration.commented
    var plain = try CheckConfiguration(text: text, path: "a")
    let standard = CheckConfiguration()
    #expect(plain.profile == standard.profile && plain.disabled.isEmpty && plain.limits.isEmpty)
    #expect(plain.failOn == "warning")
    let suggestions = text.split(separator: "\n").map { line in
      ["# disable", "# rules", "#   ", "# keys", "# screening"].contains { line.hasPrefix($0) }
        ? line.dropFirst(2) : line
    }
    plain = try CheckConfiguration(text: suggestions.joined(separator: "\n"), path: "a")
    #expect(plain.disabled == ["lost-list", "mixed-citation-styles"])
    #expect(plain.limits.count == Rules.all.count { $0.limit != nil })
    #expect(plain.keyPattern != nil && plain.screeningReasons == ["wrong population", "wrong outcome"])
  }
}
