import IbidModel
import TestSupport
import Testing

private let article = """
  # Pain

  Exercise reduces chronic pain in 40% of patients with arthritis.[^1] Massage relieves back pain in 20% of patients.

  [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
  """

private let records = #"""
  [{"id": "engel1977", "type": "article-journal", "title": "The need for a new medical model: a challenge for biomedicine",
    "container-title": "Science", "volume": "196", "issue": "4286", "page": "129-136", "PMID": "847460",
    "issued": {"date-parts": [[1977, 4, 8]]}, "author": [{"family": "Engel", "given": "George L"}]}]
  """#

struct CommandTests {
  let folder: TemporaryFolder
  let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    try folder.write("article.md", article)
    try folder.write("records.json", records)
  }

  @Test("Import says what became of each record, and a second import changes nothing")
  func importIsIdempotent() throws {
    let first = try ibid("import", "records.json")
    #expect(first.output == "1 records: 1 added, 0 updated, 0 unchanged, 0 rejected\n")
    #expect(first.status == 0)
    #expect(try ibid("import", "records.json").output == "1 records: 0 added, 0 updated, 1 unchanged, 0 rejected\n")
    #expect(
      try ibid("list").output
        == "engel1977\tEngel\t1977\tThe need for a new medical model: a challenge for biomedicine\n")
    #expect(try ibid("search", "medical", "engel").status == 0)
    #expect(try ibid("search", "nothing").status == 1)
    #expect(try ibid("show", "engel1977").output.contains("PMID: 847460"))
    #expect(try ibid("remove", "engel1977").status == 0)
    #expect(try ibid("list").output == "")
  }

  @Test("Check names each problem with its place, and fails as asked")
  func checkNamesProblems() throws {
    let run = try ibid("check", "article.md", "--from", "records.json", "--all")
    #expect(run.output.contains("article.md:3:70: info: this claim has no citation of its own"))
    #expect(run.errors == "")
    #expect(run.status == 0, "information does not fail a check")
    #expect(try ibid("check", "article.md", "--fail-on", "info").status == 1)
    let json = try ibid("check", "article.md", "--format", "json", "--rule", "marker-without-note")
    #expect(json.status == 0)
    #expect(try JSONReader.value(of: json.output)["findings"] == .array([]))
  }

  @Test("A check without any rule and suggestions from no works are refused, not done with nothing")
  func refusesToDoNothing() throws {
    let check = try ibid("check", "article.md", "--rule", "lost-list", "--disable", "lost-list")
    #expect(check.status == 64)
    let suggest = try ibid("suggest", "article.md", "--library", "none-there.sqlite")
    #expect(suggest.status == 2)
    #expect(suggest.output == "")
    let bare = try ibid("suggest", "article.md")
    #expect(bare.status == 2 && bare.errors.contains("no works"), "\(bare.errors)")
  }

  @Test("Claims lead from the marker to the record")
  func claimsLeadToTheRecord() throws {
    let run = try ibid("claims", "article.md", "--from", "records.json", "--format", "json")
    let json = try JSONReader.value(of: run.output)
    let marker = try #require(json["sentences"]?.elements.flatMap { $0["markers"]?.elements ?? [] }.first)
    #expect(marker["items"] == .array(["engel1977"]))
    #expect(json["notes"]?.elements.first?["references"]?.elements.first?["match"]?["record"] == "engel1977")
  }

  @Test("Export writes what the article cites, to a file or to standard output")
  func exports() throws {
    let run = try ibid("export", "--cited-in", "article.md", "--from", "records.json", "--to", "bibtex")
    #expect(run.output.hasPrefix("@article{engel1977,\n"))
    let toFile = try ibid("export", "--from", "records.json", "--to", "csl-json", "--output", "out.json")
    #expect(toFile.output == "" && toFile.status == 0)
    #expect(try Repository.text(folder.path + "/out.json").contains("\"engel1977\""))
  }

  @Test(
    "The ending of the output decides the format where --to does not",
    arguments: [
      (["--output", "out.bib"], "@article{"), (["--output", "out.json"], "[\n"), (["--output", "out.md"], "1. Engel"),
      (["--output", "out"], "1. Engel"), (["--output", "out.htm", "--to", "html"], "<div"),
      (["--output", "out.txt", "--to", "bib"], "@article{"),
      (["--output", "out.bib", "--to", "biblatex"], "@article{"),
      (["--output", "out.xml", "--to", "endnote-xml"], "<?xml"), (["--output", "out", "--to", "ris"], "TY  - "),
    ])
  func outputDecides(arguments: [String], start: String) throws {
    let run = try ibid.run(["export", "--from", "records.json"] + arguments)
    #expect(run.status == 0 && run.errors == "")
    #expect(try Repository.text(folder.path + "/" + arguments[1]).hasPrefix(start))
  }

  @Test(
    "An ending that is another format's is refused, and nothing is written",
    arguments: [
      ("out.bib", "html"), ("out.docx", "bib"), ("out.ris", "nbib"), ("out.xml", "ris"), ("out.json", "jsonl"),
    ])
  func refusesContradictions(output: String, format: String) throws {
    let run = try ibid("export", "--from", "records.json", "--to", format, "--output", output)
    #expect(run.status == 64 && run.errors.contains("\(output): such a name is one of "))
    #expect(try !Repository.files(in: folder.path, endingWith: "").contains { $0.hasSuffix(output) })
  }

  @Test("A manuscript becomes what its output's name says")
  func formatByName() throws {
    try folder.write("paper.md", "Models *matter* [@engel1977].\n")
    _ = try ibid("format", "paper.md", "--from", "records.json", "--output", "paper.html")
    #expect(try Repository.text(folder.path + "/paper.html").contains("<em>matter</em>"))
  }

  @Test("Parse prints a line for every line, and an empty object where nothing can be read")
  func parsesEveryLine() throws {
    let run = try ibid("parse", input: "Engel GL. The need. Science. 1977 Apr;196(4286):129–36.\n\n???\n")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[1] == "{}" && lines[2] == "{}")
    #expect(lines[0].contains(#""page":"129-136""#))
  }

  @Test(
    "Input that cannot be used gets one clear line and status 2, and nothing is written",
    arguments: [
      ["import", "missing.xml"], ["import", "."], ["import", "empty"], ["import", "random"], ["import", "page.xml"],
      ["list", "--library", "random"], ["import", "records.json", "--library", "postgresql://me:secret@host/db"],
      ["check", "article.md", "--library", "https://host/l.sqlite"], ["search", "x", "--library", "X-1+a.b://"],
      ["check", "empty"], ["check", "random"], ["check", "article.md", "--library", "missing.sqlite"],
      ["export", "--from", "records.json", "--output", "missing/folder/x.txt"],
    ])
  func refusesBadInput(arguments: [String]) throws {
    try folder.write("empty", "")
    try folder.write("random", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3) &* 31) })
    try folder.write("page.xml", "<?xml version=\"1.0\"?><html><body>No records here.</body></html>")
    let before = try Repository.files(in: folder.path, endingWith: "")
    let run = try ibid.run(arguments)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("ibid: error: ") && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.output == "")
    #expect(!run.errors.contains("secret"))
    #expect(try Repository.files(in: folder.path, endingWith: "") == before)
  }

  @Test(
    "A library's location that is no URL is a path",
    arguments: [
      "./postgresql://l.sqlite", "9p://l.sqlite", "a b://l.sqlite", "a:/l.sqlite", "://l.sqlite", "a:l.sqlite",
    ])
  func pathsAreNoURLs(location: String) throws {
    _ = try ibid.shell("mkdir -p \"$(dirname '\(location)')\"")
    #expect(try ibid("import", "records.json", "--library", location).status == 0)
    #expect(try ibid("list", "--library", location).output.hasPrefix("engel1977"))
  }

  @Test("A library that an URL in the environment names is refused by its scheme, without the password")
  func refusesURLsOfTheEnvironment() throws {
    let run = try ibid.shell("IBID_LIBRARY=MySQL://me:secret@host/db ibid check article.md")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "ibid: error: mysql://…: this ibid keeps no libraries at mysql:// addresses; name a file or a "
        + "postgresql:// address\n")
  }

  @Test(
    "Every command explains itself",
    arguments: [
      "import", "list", "search", "show", "remove", "library", "notes", "claims", "check", "export", "format", "parse",
      "rules",
      "styles",
    ])
  func explainsItself(command: String) throws {
    let run = try ibid(command, "--help")
    #expect(run.status == 0 && run.output.contains("USAGE: ibid \(command)"))
  }
}
