import TestSupport
import Testing

struct PubMedImportTests {
  let folder: TemporaryFolder
  let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
  }

  private func record(_ pmid: Int, _ title: String, version: Int = 1, more: String = "") -> String {
    """
    <PubmedArticle><MedlineCitation><PMID Version="\(version)">\(pmid)</PMID><Article><Journal><JournalIssue>\
    <PubDate><Year>2020</Year></PubDate></JournalIssue><Title>Pain</Title></Journal>\
    <ArticleTitle>\(title)</ArticleTitle><AuthorList><Author><LastName>Wang</LastName></Author></AuthorList>\
    </Article>\(more)</MedlineCitation></PubmedArticle>

    """
  }

  private func set(_ records: String...) -> String {
    "<PubmedArticleSet>\n" + records.joined() + "</PubmedArticleSet>\n"
  }

  @Test("Of several versions of a record the highest is kept, in whatever order they come")
  func highestVersionWins() throws {
    try folder.write("a.xml", set(record(1, "Two", version: 2), record(1, "One", version: 1)))
    try folder.write("b.xml", set(record(1, "Three", version: 3)))
    #expect(
      try ibid("import", "a.xml").output == "2 records: 1 added, 0 updated, 1 unchanged, 0 rejected\n")
    #expect(try ibid("list").output == "wang2020\tWang\t2020\tTwo\n")
    #expect(try ibid("import", "b.xml", "a.xml").output == "3 records: 0 added, 1 updated, 2 unchanged, 0 rejected\n")
    #expect(try ibid("list").output == "wang2020\tWang\t2020\tThree\n")
  }

  @Test("Of versions that follow each other in a file only the highest is exported")
  func exportsHighestVersion() throws {
    try folder.write(
      "a.xml", set(record(1, "One"), record(1, "Three", version: 3), record(1, "Two", version: 2), record(2, "Else")))
    let titles = try ibid("export", "--from", "a.xml", "--to", "jsonl").output.split(separator: "\n").map { line in
      line.contains("Three") ? "Three" : line.contains("Else") ? "Else" : "wrong"
    }
    #expect(titles == ["Three", "Else"])
  }

  @Test("What PubMed has deleted is taken out of the library, and said")
  func deletesCitations() throws {
    try folder.write("a.xml", set(record(1, "Gone"), record(2, "Kept")))
    try folder.write("b.xml", set("<DeleteCitation><PMID>1</PMID><PMID>999</PMID></DeleteCitation>"))
    _ = try ibid("import", "a.xml")
    let run = try ibid("import", "b.xml")
    #expect(run.output == "0 records: 0 added, 0 updated, 0 unchanged, 0 rejected; 1 deleted\n")
    #expect(try ibid("list").output == "wang2020a\tWang\t2020\tKept\n")
    #expect(try ibid("search", "gone").status == 1)
  }

  @Test("What no field holds is counted by element name, and only when asked for")
  func countsUnheldElements() throws {
    try folder.write(
      "a.xml", set(record(1, "A", more: "<Novel/><Novel><Part/></Novel>"), record(2, "B", more: "<Odd/>")))
    let run = try ibid("import", "--verbose", "a.xml")
    #expect(run.errors == "not kept: Novel 2\nnot kept: Odd 1\n", "an element counts with what it holds")
    #expect(try ibid("import", "a.xml").errors == "")
  }

  @Test("An export that is streamed keeps what is complete of a file that breaks off, and says so")
  func streamsWhatIsComplete() throws {
    try folder.write("a.xml", "<PubmedArticleSet>" + record(1, "A") + record(2, "B") + "<PubmedArticle><Medline")
    let run = try ibid("export", "--from", "a.xml", "--to", "csl-json")
    #expect(run.status == 1 && run.errors.contains("broken off"))
    #expect(run.output.hasPrefix("[\n  {\n    \"id\": \"wang2020\",\n    \"type\": \"article-journal\","))
    #expect(run.output.hasSuffix("\n  }\n]\n") && run.output.contains("\"wang2020a\""))
    let lines = try ibid("export", "--from", "a.xml", "--to", "jsonl")
    #expect(lines.output.split(separator: "\n").count == 2)
  }

  @Test("An output file is replaced whole or not at all", arguments: ["csl-json", "jsonl", "bibtex"])
  func outputIsWholeOrNotAtAll(format: String) throws {
    try folder.write("a.xml", set(record(1, "A")))
    try folder.write("out", "as it was")
    let run = try ibid("export", "--from", "a.xml", "missing.xml", "--to", format, "--output", "out")
    #expect(run.status == 2)
    #expect(try Repository.text(folder.path + "/out") == "as it was")
    #expect(try Repository.files(in: folder.path, endingWith: "").count == 2, "no temporary file is left")
    #expect(try ibid("export", "--from", "a.xml", "--to", format, "--output", "out").status == 0)
    #expect(try Repository.text(folder.path + "/out").contains("wang2020"))
  }

  @Test("An import that is killed leaves whole steps, and the next one adds the rest")
  func survivesBeingKilled() throws {
    let count = 9000
    let records = (1...count).map { record($0, "Work \($0)") }
    try folder.write("part.xml", "<PubmedArticleSet>\n" + records.joined())
    try folder.write("all.xml", "<PubmedArticleSet>\n" + records.joined() + "</PubmedArticleSet>\n")
    // The input stays open, so that the import waits in the middle of a step.
    let killed = try ibid.shell("{ cat part.xml; sleep 5; } | ibid import - & sleep 4; kill -9 $!; ibid list | wc -l")
    let kept = try #require(Int(killed.output.filter(\.isNumber)))
    #expect(kept % 4000 == 0 && kept < count, "\(kept)")
    #expect(
      try ibid("import", "all.xml").output
        == "9000 records: \(count - kept) added, 0 updated, \(kept) unchanged, 0 rejected\n")
    #expect(try ibid("search", "title:8765").output.hasSuffix("\tWork 8765\n"))
  }
}
