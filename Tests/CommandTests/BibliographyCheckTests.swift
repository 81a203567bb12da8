import TestSupport
import Testing

/// A `.bib` file is checked as what it is.
struct BibliographyCheckTests {
  private let folder: TemporaryFolder
  private let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
  }

  @Test("Faults are told with their places, and --fix mends those that are safe")
  func checksAndMends() throws {
    try folder.write(
      "refs.bib", "@article{a,\n  author = {Roe, Jane},\n  title = {Salt & snow},\n  journal = {J}, year = 2001\n}\n")
    let run = try ibid.run(["check", "refs.bib"])
    #expect(run.output.hasPrefix("refs.bib:3:17: error: ") && run.output.contains("[unescaped-ampersand]"), "\(run)")
    #expect(run.output.hasSuffix("refs.bib: 1 error\n") && run.status == 1, "\(run)")
    let fixed = try ibid.run(["check", "refs.bib", "--fix"])
    #expect(fixed.output == "refs.bib: nothing found\n" && fixed.status == 0, "\(fixed)")
    let export = try ibid.run(["export", "--from", "refs.bib", "--to", "bibtex"])
    #expect(export.output.contains("title   = {Salt \\& snow},"), "\(export)")
  }

  @Test("A clean file is clean, in each format of findings", arguments: ["text", "json", "sarif", "github"])
  func staysSilent(format: String) throws {
    try folder.write("refs.bib", "@book{a, author = {Roe, Jane}, title = {Salt \\& snow}, year = 2001}\n")
    let run = try ibid.run(["check", "refs.bib", "--format", format])
    #expect(run.status == 0 && !run.output.contains("a.bib:"), "\(run)")
  }

  @Test("Rules are named, and one that is not there is refused", arguments: ["--rule", "--disable"])
  func namesRules(option: String) throws {
    try folder.write("refs.bib", "@book{a, title = {Salt & snow}, year = 2001}\n")
    #expect(try ibid.run(["check", "refs.bib", option, "no-such-rule"]).status == 2)
    let run = try ibid.run(["check", "refs.bib", option, "unescaped-ampersand"])
    #expect(run.output.contains("[unescaped-ampersand]") == (option == "--rule"), "\(run)")
  }

  @Test(
    "A file that holds nothing of BibTeX is not called clean",
    arguments: ["Only prose.\n", "% only a remark\n", "PMID- 1\n"])
  func refusesOthers(text: String) throws {
    try folder.write("refs.bib", text)
    let run = try ibid.run(["check", "refs.bib"])
    #expect(run.status == 2 && run.output == "" && run.errors.contains("refs.bib: is no BibTeX"), "\(run)")
  }

  @Test("What a baseline holds is left out")
  func heedsTheBaseline() throws {
    try folder.write("refs.bib", "@book{a, author = {Roe, Jane}, title = {Salt & snow}, year = 2001}\n")
    try folder.write("known.json", try ibid.run(["check", "refs.bib", "--format", "json"]).output)
    let run = try ibid.run(["check", "refs.bib", "--baseline", "known.json"])
    #expect(run.output == "refs.bib: nothing found (2 more in the baseline)\n" && run.status == 0, "\(run)")
  }

  @Test("--dry-run shows what --fix would change, and changes nothing")
  func showsTheDiff() throws {
    let text = "@misc{a,\n  title = {Salt & snow},\n  year = 2001\n}\n"
    try folder.write("refs.bib", text)
    let run = try ibid.run(["check", "refs.bib", "--fix", "--dry-run"])
    #expect(
      run.output
        == "--- refs.bib\n+++ refs.bib\n@@ -1,4 +1,4 @@\n @misc{a,\n-  title = {Salt & snow},\n"
        + "+  title = {Salt \\& snow},\n   year = 2001\n }\n")
    #expect(run.status == 1)
    #expect(try ibid.run(["check", "refs.bib"]).output.contains("refs.bib:2:17"))
    #expect(try ibid.run(["check", "refs.bib", "--dry-run"]).status == 64)
  }

  @Test("A configuration switches rules off and weighs them, and the file's remarks do")
  func heedsTheConfiguration() throws {
    try folder.write(".ibid.yml", "rules:\n  unescaped-ampersand: info\n  bad-issn: off\n")
    try folder.write(
      "refs.bib",
      """
      @misc{a, title = {Salt & snow}, issn = {0304-3958}}
      % ibid-disable-next-line unescaped-percent -- it is known
      @misc{b, title = {5%}}
      @comment{ibid-disable unescaped-hash}
      @misc{c, title = {#1}, note = {$}}
      ibid-enable
      @misc{d, title = {#1}}
      % ibid-disable-line no-such-rule

      """)
    let run = try ibid.run(["check", "refs.bib", "--format", "github"])
    #expect(run.status == 1, "\(run)")
    let found = run.output.split(separator: "\n").map { String($0.split(separator: "::")[0]) }
    #expect(
      found == [
        "notice file=refs.bib,line=1,col=24,title=unescaped-ampersand",
        "error file=refs.bib,line=5,col=32,title=odd-dollar", "error file=refs.bib,line=7,col=19,title=unescaped-hash",
      ])
    #expect(run.errors.contains("refs.bib:8: there is no rule “no-such-rule”"))
  }

  @Test("Rules of bibliographies are listed and explained")
  func explainsRules() throws {
    #expect(try ibid.run(["rules"]).output.contains("unprotected-capitals"))
    let page = try ibid.run(["rules", "bad-date"])
    #expect(page.output.contains("urldate = {⟦2021-02-30⟧}") && page.status == 0)
    #expect(try ibid.run(["check", "refs.bib", "--rule", "uncited-claim"]).status == 2)
  }

  @Test("A file in UTF-16 is checked as it reads, and not mended")
  func readsUTF16() throws {
    let text = "@misc{a,\n title = {Ü & x}}\n"
    let units = [0xFEFF] + Array(text.utf16)
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.write("refs.bib", bytes)
    let run = try ibid.run(["check", "refs.bib"])
    #expect(run.output.hasPrefix("refs.bib:2:13: error: "), "\(run)")
    let fixed = try ibid.run(["check", "refs.bib", "--fix"])
    #expect(fixed.status == 2 && fixed.errors.contains("is not mended"), "\(fixed)")
    try folder.write(
      "latin.bib", Array("% Encoding: ISO-8859-1\n@misc{a, title = {".utf8) + [0xE9] + Array("}}\n".utf8))
    #expect(try ibid.run(["check", "latin.bib"]).output == "latin.bib: nothing found\n")
  }
}
