import IbidKit
import IbidModel
import TestSupport
import Testing

/// What the commands print of whole articles, held against files that somebody has read: `Fixtures/articles`.
struct ReportTests {
  private static let fixtures = Fixtures(folder: Fixtures().folder + "/articles")
  private static let articles = ["general.md", "research.md", "uncited-research.md", "numbers.txt"]

  private func article(_ name: String) throws -> CheckedArticle {
    try CheckedArticle(
      bytes: try Self.fixtures.bytes(name), path: name,
      records: Records(files: [Self.fixtures.folder + "/records.json"]))
  }

  private func findings(in article: CheckedArticle) throws -> [Finding] {
    article.findings(rules: try RuleSelection(only: [], disabled: [], year: 2026))
  }

  @Test("Claims, notes and works as JSON, with what spoke for each claim", arguments: articles)
  func claimsAsJSON(name: String) throws {
    let json = ClaimsReport(try article(name)).json(explaining: true)
    try Self.fixtures.expect(JSONWriter.text(of: json, .pretty) + "\n", equals: name + ".claims.json")
  }

  @Test("Notes as JSON are the report's, without references that are less sure than asked")
  func notesAsJSON() throws {
    let article = try article("general.md")
    let whole = ClaimsReport(article).json()
    #expect(ClaimsReport(article).notesJSON.members.map(\.name) == ["notes", "items"])
    #expect(ClaimsReport(article).notesJSON["notes"] == whole["notes"])
    #expect(ClaimsReport(article).notesJSON["items"] == whole["items"])
    func confidences(_ least: Double) -> [Double] {
      (ClaimsReport(article, minConfidence: least).notesJSON["notes"]?.elements ?? [])
        .flatMap { $0["references"]?.elements ?? [] }.compactMap { $0["confidence"]?.text.flatMap(Double.init) }
    }
    let all = confidences(0)
    let middle = try #require(all.sorted().dropFirst().first)
    #expect(confidences(1.1) == [])
    #expect(confidences(middle - 0.001) == all.filter { $0 >= middle })
    #expect(all.count > confidences(middle + 0.001).count)
    let exact = article.notes.flatMap(\.references).map(\.reference.confidence)
    let least = try #require(exact.min())
    #expect(confidences(least).count == exact.count)
    #expect(TerminalReport(article, usesColour: false).notes(minConfidence: least).contains("% sure"))
  }

  @Test("Findings as JSON and as GitHub's commands", arguments: articles)
  func findingsForPrograms(name: String) throws {
    let findings = try findings(in: article(name))
    let text =
      JSONWriter.text(of: FindingsReport.json(of: findings), .pretty) + "\n\n" + FindingsReport.gitHub(of: findings)
    try Self.fixtures.expect(text, equals: name + ".findings.txt")
    #expect(FindingsReport.sarif(of: findings)["runs"]?.elements.first?["results"]?.elements.count == findings.count)
  }

  @Test("Findings, sections, claims and notes on a terminal, in colour and without", arguments: articles)
  func terminal(name: String) throws {
    let article = try article(name)
    let findings = try findings(in: article)
    func text(usesColour: Bool) -> String {
      let report = TerminalReport(article, usesColour: usesColour)
      let page = FindingsPage(of: article, usesColour: usesColour)
      return [
        page.text(of: findings), report.sections, report.claimsSummary, page.summary(of: findings),
        page.summary(of: []), report.claims(explaining: false), report.claims(explaining: true), report.notes(),
        report.notes(minConfidence: 0.97),
      ].joined(separator: "\n----\n")
    }
    let plain = text(usesColour: false)
    let coloured = text(usesColour: true)
    try Self.fixtures.expect(coloured.replacing("\u{1B}[", with: "␛"), equals: name + ".terminal.txt")
    #expect(plain == coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: ""))
  }

  @Test("The page: head, article, details and list of findings", arguments: articles)
  func page(name: String) throws {
    let article = try article(name)
    let page = FindingsReport.html(of: try findings(in: article), in: article)
    // The style and the script have a test of their own in a browser.
    let facts = page.replacing(#/(?s)<style>.*?</style>/#, with: "<style></style>")
      .replacing(#/(?s)<script>.*?</script>/#, with: "<script></script>")
      .replacing(#/'sha256-[^']*'/#, with: "'sha256-…'")
    try Self.fixtures.expect(facts, equals: name + ".page.html")
    #expect(page.contains("<style>") && page.utf8.count > facts.utf8.count)
  }

  @Test(
    "One line counts the findings",
    arguments: [
      ([Severity.error], "a: 1 error"), ([.error, .error, .warning], "a: 2 errors, 1 warning"),
      ([.info, .warning, .warning, .info], "a: 2 warnings, 2 info"), ([.info], "a: 1 info"), ([], "a: nothing found"),
    ])
  func summarizes(severities: [Severity], line: String) throws {
    let article = try CheckedArticle(bytes: Array("So.".utf8), path: "a")
    let findings = severities.map {
      Finding(
        rule: "erratum", severity: $0, message: "", path: "a",
        range: SourceRange(Place(line: 1, column: 1, offset: 0), length: 1))
    }
    #expect(FindingsPage(of: article, usesColour: false).summary(of: findings) == line)
  }

  /// A line of `count` letters with one finding of `length` letters behind `before` of them.
  private func excerpt(_ count: Int, before: Int, length: Int, letter: Character = "x") throws -> [Substring] {
    let text = String(repeating: letter, count: count) + "\nnext\n"
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md")
    let width = String(letter).utf8.count
    let range = SourceRange(Place(line: 1, column: before + 1, offset: before * width), length: length * width)
    let finding = Finding(rule: "erratum", severity: .info, message: "m", path: "a.md", range: range)
    return FindingsPage(of: article, usesColour: false).text(of: [finding]).split(separator: "\n").dropFirst().map {
      $0
    }
  }

  @Test(
    "An excerpt shows a hundred characters of the line, from twenty before the place on",
    arguments: [
      (100, 0, 1, false, 100, 0, 1, false), (101, 0, 1, false, 100, 0, 1, true), (101, 20, 1, false, 100, 20, 1, true),
      (101, 21, 1, true, 100, 20, 1, false), (300, 100, 5, true, 100, 20, 5, true),
      (300, 100, 80, true, 100, 20, 80, true), (300, 100, 81, true, 100, 20, 80, true),
      (300, 299, 1, true, 100, 99, 1, false), (300, 220, 9, true, 100, 20, 9, false),
      (300, 219, 9, true, 100, 20, 9, true), (10, 3, 0, false, 10, 3, 1, false), (10, 0, 10, false, 10, 0, 10, false),
      (10, 5, 9, false, 10, 5, 5, false),
    ])
  func excerpts(
    count: Int, before: Int, length: Int, isCutBefore: Bool, shown: Int, column: Int, marked: Int, isCutBehind: Bool
  ) throws {
    for letter in ["x", "é", "中"] as [Character] {
      let lines = try excerpt(count, before: before, length: length, letter: letter)
      let line = "    " + (isCutBefore ? "…" : "") + String(repeating: letter, count: shown) + (isCutBehind ? "…" : "")
      #expect(lines.first.map(String.init) == line)
      let marks = String(repeating: " ", count: column) + "^" + String(repeating: "~", count: marked - 1)
      #expect(lines.last.map(String.init) == "    " + (isCutBefore ? " " : "") + marks)
    }
  }

  @Test("Long sentences, titles and quotes are shortened on a terminal")
  func shortens() throws {
    func report(_ text: String) throws -> TerminalReport {
      TerminalReport(try CheckedArticle(bytes: Array(text.utf8), path: "a.md"), usesColour: false)
    }
    let words = "Exercise reduces pain in 40% of patients "
    let long = words + String(repeating: "x", count: 90 - words.count)
    #expect(try report(long).claims().hasSuffix("%  \(long)\n"))
    #expect(try report(long + "y").claims().hasSuffix("%  \(long.dropLast())…\n"))
    let quote = "one two three four five " + String(repeating: "x", count: 56)
    func notes(_ quote: String) throws -> String { try report("So.[^1]\n\n[^1]: Note.\n\n    “\(quote)”\n").notes() }
    #expect(try notes(quote).hasSuffix("    quote      “\(quote)”\n"))
    #expect(try notes(quote + "y").hasSuffix("    quote      “\(quote.dropLast())…”\n"))
  }

  @Test("Works that an article describes itself go before records of the same key")
  func ownRecords() throws {
    let block = "---\nreferences:\n- {id: a, type: book, title: Own ice and snow}\n---\n\n"
    let text = block + "So [@a]; and [@b].[^1]\n\n[^1]: Roe J. Ice and snow of the north. Pain. 2001;1:2–3.\n"
    let records = ["a", "b"].map { key in
      var item = Item(id: key, type: .book)
      item[.title] = key == "a" ? "Other" : "Ice and snow of the north"
      item[names: .author] = [Name(family: "Roe", given: "J")]
      item[date: .issued] = CSLDate(2001)
      return item
    }
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md", records: Records(records))
    #expect(article.works.map { $0.item[.title] } == ["Own ice and snow", "Ice and snow of the north"])
    #expect(article.notes.first?.references.first?.match?.record.id == "b")
  }

  @Test(
    "A section's bar has a cell a claim, or is twenty wide where one makes more",
    arguments: [(20, 7, 20, 7), (21, 1, 20, 1), (40, 7, 20, 4), (21, 20, 20, 20)])
  func bars(many: Int, few: Int, longest: Int, shortest: Int) throws {
    let claim = "Exercise reduces chronic pain in 40% of patients. "
    let text =
      "# One\n\n" + String(repeating: claim, count: many)
      + "\n\n# A title that goes on and on to the forty-fourth let\n\n"
      + String(repeating: claim, count: few) + "\n\n# None\n\nTea is nice.\n"
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md")
    let lines = TerminalReport(article, usesColour: false).sections.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.dropFirst().map { $0.count { $0 == "░" } } == [longest, shortest])
    #expect(lines[1].hasPrefix("One" + String(repeating: " ", count: 41 + 6)))
    #expect(lines[2].hasPrefix("A title that goes on and on to the forty-fo… "))
  }
}
