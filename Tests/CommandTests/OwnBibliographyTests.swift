import FoundationEssentials
import TestSupport
import Testing

/// A manuscript's own bibliography is read by every command.
struct OwnBibliographyTests {
  private let ibid: Command
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    try folder.write(
      "refs.bib",
      """
      @article{tarn2019,
        author = {Tarn, Ida and Okoro, Ben}, title = {Dry stone walls in winter}, journal = {Field Notes},
        year = 2019, volume = 4, pages = {11--19}, doi = {10.5555/walls.4}
      }
      @book{lund2007, author = {Lund, Per}, title = {Gates}, publisher = {Hill Press}, year = 2007}

      """)
  }

  @Test(
    "Each format names its files in its own way",
    arguments: [
      ("a.md", "---\nbibliography: refs.bib\n---\n\nWalls last [@tarn2019].\n"),
      ("b.md", "---\nbibliography:\n  - other.bib\n  - refs.bib\n---\n\nWalls last [@tarn2019].\n"),
      (
        "c.tex",
        "\\documentclass{article}\n\\begin{document}\nWalls last \\cite{tarn2019}.\n"
          + "\\bibliography{other, refs}\n\\end{document}\n"
      ),
      (
        "d.tex",
        "\\documentclass{article}\n%\\bibliography{gone}\n"
          + "\\addbibresource[label=x]{refs.bib}\n"
          + "\\begin{document}\nWalls last \\autocite{tarn2019}.\n\\end{document}\n"
      ),
      (
        "e.typ",
        "= Walls\n\nWalls last @tarn2019.\n\n#bibliography((\"other.bib\", \"refs.bib\"), title: \"Sources\")\n"
      ),
      ("f.org", "#+title: Walls\n#+bibliography: refs.bib\n\nWalls last [cite:@tarn2019].\n"),
      ("g.rst", "Walls\n=====\n\nWalls last :cite:p:`tarn2019`.\n\n.. bibliography:: refs.bib\n"),
      ("h.adoc", "= Walls\n:bibtex-file: refs.bib\n\nWalls last cite:[tarn2019].\n"),
    ])
  func readsNamedFiles(name: String, text: String) throws {
    try folder.write("other.bib", "@misc{pike, author = {Pike, Ann}, title = {Hedges}, year = 2001}\n")
    try folder.write(name, text)
    let run = try ibid.run(["export", "--cited-in", name, "--to", "bibtex"])
    #expect(run.output.contains("@article{tarn2019,") && !run.output.contains("lund2007"), "\(run)")
    #expect(run.status == 0 && run.errors == "", "\(run)")
    let check = try ibid.run(["check", name, "--rule", "marker-without-note"])
    #expect(check.status == 0, "\(check)")
  }

  @Test("A project's file names the bibliography of all texts below it")
  func readsProjects() throws {
    try folder.write("_quarto.yml", "project:\n  type: book\nbibliography: refs.bib\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/chapters", withIntermediateDirectories: false)
    try folder.write("chapters/one.qmd", "Walls last [@tarn2019].\n")
    let run = try ibid.run(["export", "--cited-in", "chapters/one.qmd", "--to", "bibtex"])
    #expect(run.output.contains("@article{tarn2019,"), "\(run)")
  }

  @Test("A file may be named on the command line, for every command that reads an article")
  func takesAnOption() throws {
    try folder.write("a.md", "Walls last [@tarn2019].\n")
    for command in ["check", "claims", "notes"] {
      let run = try ibid.run([command, "a.md", "--bibliography", "refs.bib"])
      #expect(run.status == 0 && !run.output.contains("no record has the key"), "\(run)")
    }
    let run = try ibid.run(["format", "a.md", "--bibliography", "refs.bib", "--style", "apa"])
    #expect(run.output.contains("(Tarn & Okoro, 2019)"), "\(run)")
  }

  @Test("A key that is nowhere is told once, with what may have been meant")
  func tellsUnknownKeys() throws {
    try folder.write("a.md", "---\nbibliography: refs.bib\n---\n\nWalls last [@tarn2109]. They fall [@tarn2109].\n")
    let run = try ibid.run(["check", "a.md", "--rule", "marker-without-note", "--format", "github"])
    #expect(
      run.output.split(separator: "\n").count == 1
        && run.output.contains("no record has the key tarn2109 (cited 2 times); did you mean tarn2019?"), "\(run)")
    #expect(run.status == 1)
  }

  @Test(
    "A bibliography that is not there is said, and is no reason to stop",
    arguments: [
      ("gone.bib", "its bibliography is gone.bib: there is no such file"),
      ("https://example.org/refs.bib", "it is not fetched; save it beside the article"),
      ("/dev/zero", "its bibliography is /dev/zero: there is no such file"),
    ])
  func tellsMissingFiles(file: String, message: String) throws {
    try folder.write("a.md", "---\nbibliography: [refs.bib, \"\(file)\"]\n---\n\nWalls last [@tarn2019].\n")
    let run = try ibid.run(["check", "a.md", "--rule", "marker-without-note"])
    #expect(run.errors.contains(message) && run.status == 1, "\(run)")
  }

  @Test("What PubMed knows of a work counts for a record of an author's list")
  func completesRecords() throws {
    try folder.write(
      "pubmed.xml",
      """
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">31000001</PMID><Article><Journal>
      <JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue><Title>Field Notes</Title></Journal>
      <ArticleTitle>Dry stone walls in winter.</ArticleTitle><PublicationTypeList>
      <PublicationType>Retracted Publication</PublicationType></PublicationTypeList></Article></MedlineCitation>
      <PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/walls.4</ArticleId></ArticleIdList></PubmedData>
      </PubmedArticle></PubmedArticleSet>
      """)
    try folder.write("a.md", "---\nbibliography: refs.bib\n---\n\nWalls last [@tarn2019].\n")
    let run = try ibid.run(["check", "a.md", "--from", "pubmed.xml"])
    #expect(run.output.contains("retracted"), "\(run)")
  }
}
