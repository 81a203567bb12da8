import TestSupport
import Testing

private let records = #"""
  [{"id": "weng2023", "type": "article-journal", "title": "Sleep and pain", "container-title": "Pain", "volume": "12",
    "page": "3-9", "issued": {"date-parts": [[2023]]}, "author": [{"family": "Weng", "given": "Li"}]},
   {"id": "weng2023b", "type": "article-journal", "title": "Sleep and work", "container-title": "Pain", "volume": "13",
    "page": "1-4", "issued": {"date-parts": [[2023]]}, "author": [{"family": "Weng", "given": "Li"}]},
   {"id": "cook2019", "type": "book", "title": "Walking", "publisher": "Press", "publisher-place": "Oxford",
    "issued": {"date-parts": [[2019]]}, "author": [{"family": "Cook", "given": "Ann B."}]}]
  """#

struct FormatTests {
  let folder: TemporaryFolder
  let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    try folder.write("records.json", records)
  }

  private func format(_ manuscript: String, _ options: String..., name: String = "paper.md") throws -> Command.Result {
    try folder.write(name, manuscript)
    return try ibid.run(["format", name, "--from", "records.json"] + options)
  }

  @Test("Numbers follow the order of first citation, and the bibliography stands at the end")
  func numbersByFirstCitation() throws {
    let run = try format("Walk [@cook2019]. Sleep [@weng2023; @cook2019].\n", "--style", "ieee", "--to", "text")
    #expect(run.output.hasPrefix("Walk [1]. Sleep [1], [2].\n\n[1] "), "\(run.output)")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test("Prefixes, locators, suppressed and in-text authors")
  func rendersEveryFormOfCitation() throws {
    let run = try format(
      "A [see @cook2019, p. 33]. B [-@cook2019, pp. 3-4]. @cook2019 says C. @cook2019 [p. 5] says D.\n",
      "--style", "apa", "--to", "text")
    #expect(
      run.output.hasPrefix(
        "A (see Cook, 2019, p. 33). B (2019, pp. 3–4). Cook (2019) says C. Cook (2019, p. 5) says D.\n"),
      "\(run.output)")
  }

  @Test("The bibliography stands in the refs division, and all else stays as it was written")
  func placesTheBibliography() throws {
    let run = try format(
      "---\ntitle: T\n---\n\n# A\n\n`[@code]` *b* [@cook2019].\n\n::: {#refs}\nold\n:::\n\n# Appendix\n", "--style",
      "apa")
    #expect(
      run.output.hasPrefix("---\ntitle: T\n---\n\n# A\n\n`[@code]` *b* (Cook, 2019).\n\n::: {#refs}\n\nCook, A. B."))
    #expect(run.output.hasSuffix(":::\n\n# Appendix\n") && !run.output.contains("old"))
  }

  @Test("A style of notes makes footnotes behind the punctuation, counted among the author's own")
  func makesNotes() throws {
    let run = try format(
      "A [@cook2019]. B.[^own] C [@weng2023].\n\n[^own]: See [@cook2019].\n", "--style", "chicago-notes")
    #expect(run.output.hasPrefix("A.[^ibid-1] B.[^own] C.[^ibid-2]\n\n[^own]: See Ibid.\n"), "\(run.output)")
    #expect(run.output.contains("[^ibid-1]: Ann B. Cook, *Walking*"))
  }

  @Test("A missing key is an error with its place and the nearest key, and nothing is written")
  func namesMissingKeys() throws {
    let run = try format("Sleep\nand [@wneg2023] and [@cook2019; @nobody].\n", "--output", "out.md")
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors == """
        paper.md:2:5: error: no record has the key “wneg2023”; did you mean weng2023 or weng2023b?
        paper.md:2:21: error: no record has the key “nobody”

        """)
    #expect(try Repository.files(in: folder.path, endingWith: "out.md").isEmpty)
  }

  @Test("Nothing but citations means anything in plain text")
  func leavesPlainTextAlone() throws {
    let text = """
      # No heading, *no emphasis*, `no code [@cook2019]`, \\* <b> &amp; $x_1$ me@example.org \\@handle

          An indented line [see @cook2019, p. 33] and @weng2023 [p. 4].
      ~~~
      [^1] [a](b) [-@cook2019]
      ~~~

      """
    let run = try format(text, "--style", "apa", name: "paper.txt")
    let expected = text.replacing("[@cook2019]", with: "(Cook, 2019)")
      .replacing("[see @cook2019, p. 33]", with: "(see Cook, 2019, p. 33)")
      .replacing("@weng2023 [p. 4]", with: "Weng (2023, p. 4)").replacing("[-@cook2019]", with: "(2019)")
    #expect(run.output.hasPrefix(expected + "\nCook, A. B. (2019). Walking. Press.\n"), "\(run.output)")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test("A page of a plain text shows it as it is")
  func writesHTMLOfPlainText() throws {
    let run = try format("# A *b*\n& [@cook2019]\n\nEnd <i>.\n", "--style", "apa", "--to", "html", name: "paper.txt")
    #expect(run.output.contains("<p># A *b*\n&amp; (Cook, 2019)</p>\n<p>End &lt;i&gt;.</p>\n"), "\(run.output)")
    #expect(run.output.contains("<div class=\"csl-entry\">Cook, A. B. (2019). <i>Walking</i>. Press.</div>"))
  }

  @Test("A style of notes numbers them in plain text")
  func makesNotesInPlainText() throws {
    let run = try format("A [@cook2019]. B [@weng2023].\n", "--style", "chicago-notes", name: "paper.txt")
    #expect(run.output.hasPrefix("A.[1] B.[2]\n\n1. Ann B. Cook, Walking"), "\(run.output)")
  }

  @Test("The manuscript's own metadata choose style, language, records and uncited works", arguments: ["md", "txt"])
  func readsMetadata(ending: String) throws {
    let text = """
      ---
      title: Sleep
      csl: apa
      lang: de-DE
      bibliography: records.json
      nocite: '@weng2023'
      ---

      Walk [@cook2019, p. 3].

      """
    try folder.write("paper.\(ending)", text)
    let run = try ibid.run(["format", "paper.\(ending)", "--to", "text"])
    #expect(run.output.hasPrefix(text.replacing("[@cook2019, p. 3]", with: "(Cook, 2019, S. 3)")), "\(run.output)")
    #expect(run.output.contains("Weng, L. (2023)") && !run.output.contains("Sleep and work"))
    #expect(run.status == 0 && run.errors == "")
    let other = try ibid.run(["format", "paper.\(ending)", "--to", "text", "--style", "ieee", "--locale", "en-US"])
    #expect(other.output.contains("Walk [1, p. 3]."), "\(other.output)")
  }

  @Test("An unknown key of nocite is a warning, and a star lists all records")
  func readsUncited() throws {
    let unknown = try format("---\nnocite: '@nobody'\n---\n\nWalk [@cook2019].\n", "--style", "apa")
    #expect(unknown.status == 0 && unknown.errors == "ibid: warning: no record has the key “nobody” of nocite\n")
    let all = try format("---\nnocite: '@*'\n---\n\nWalk.\n", "--style", "apa")
    #expect(all.output.contains("Cook, A. B.") && all.output.contains("(2023a)") && all.output.contains("(2023b)"))
  }

  @Test("Explains each year suffix")
  func explainsYearSuffixes() throws {
    let run = try format("A [@weng2023; @weng2023b].\n", "--style", "apa", "--explain")
    #expect(run.output.hasPrefix("A (Weng, 2023a, 2023b)."))
    #expect(run.errors.contains("weng2023: has the year suffix “a”: “Weng, 2023” would also stand for weng2023b\n"))
  }

  @Test("Writes a page of HTML")
  func writesHTML() throws {
    let run = try format(
      "# A\n\nB *c* [@cook2019] & d.\n\n- e\n- f\n\n::: {#refs}\n:::\n", "--style", "apa", "--to", "html")
    #expect(
      run.output.contains("<h1>A</h1>\n<p>B <em>c</em> (Cook, 2019) &amp; d.</p>\n<ul>\n<li><p>e</p>\n</li>\n<li>"))
    #expect(run.output.contains("<p>Cook, A. B. (2019). <em>Walking</em>. Press.</p>\n</body>"))
  }

  @Test("The journal's own style is found by its ISSN, its title and its abbreviation")
  func findsStylesByJournal() throws {
    try folder.write(
      "walks.csl",
      """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Annals of Walking</title>
      <title-short>Ann. Walk.</title-short><id>x</id><issn>1234-5679</issn></info>
      <citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation></style>
      """)
    for journal in ["1234-5679", "annals of walking", "Ann Walk", "Annals Walk."] {
      let run = try format("A [@cook2019].\n", "--style", "auto", "--journal", journal)
      #expect(run.output == "A {Walking}.\n", "\(run.errors)")
    }
    #expect(try ibid("styles", "walking annals").output.hasPrefix("walks\tAnnals of Walking\n"))
    let unknown = try format("A [@cook2019].\n", "--style", "vancuver")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean vancouver"))
    #expect(try format("A.\n", "--style", "auto").status == 2)
  }
}
