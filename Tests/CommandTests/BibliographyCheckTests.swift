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
    #expect(run.output == "refs.bib: nothing found\n" && run.status == 0, "\(run)")
  }

  @Test("--fix is for .bib files")
  func refusesArticles() throws {
    try folder.write("a.md", "Salt.\n")
    #expect(try ibid.run(["check", "a.md", "--fix"]).status == 64)
  }
}
