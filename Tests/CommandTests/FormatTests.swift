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
    #expect(run.output.hasPrefix("A.[^ibid-1] B.[^own] C.[^ibid-2]\n\n[^own]: See Cook, *Walking*.\n"), "\(run.output)")
    #expect(run.output.contains("[^ibid-1]: Ann B. Cook, *Walking*"))
  }

  @Test(
    "A name in the sentence is whole the first time and as later notes have it afterwards",
    arguments: [
      (
        "@cook2019 walks. So @cook2019 says.[^n]\n\n[^n]: As @weng2023 and @cook2019 know.\n",
        "Ann B. Cook[^ibid-1] walks. So Cook[^ibid-2] says.[^n]\n\n[^n]: As Li Weng"
      ),
      ("A [@cook2019]. B @cook2019.\n", "A.[^ibid-1] B Cook[^ibid-2].\n"),
    ])
  func shortensNamesInNotes(manuscript: String, expected: String) throws {
    let run = try format(manuscript, "--style", "chicago-notes")
    #expect(run.output.hasPrefix(expected), "\(run.output)")
  }

  @Test("A citation that becomes a note begins with a capital; one in the author's own note stands as it was written")
  func capitalizesNotes() throws {
    let run = try format(
      "A [vgl. @cook2019; see @weng2023].[^n]\n\n[^n]: Well [cf. @cook2019].\n", "--style", "chicago-notes")
    #expect(run.output.contains("[^ibid-1]: Vgl. Ann B. Cook") && run.output.contains("; see Li Weng"), "\(run.output)")
    #expect(run.output.contains("[^n]: Well cf. Cook"), "\(run.output)")
  }

  @Test("No blank stands before a raised number, and no second period behind a name that ends with one")
  func joinsNamesAndNumbers() throws {
    try folder.write(
      "records.json",
      #"""
      [{"id": "many", "type": "book", "title": "Crowds", "issued": {"date-parts": [[2001]]}, "author":
        [{"family": "Ode"}, {"family": "Pym"}, {"family": "Quo"}, {"family": "Rae"}]}]
      """#)
    try folder.write("paper.md", "By @many. “So @many.” Also @many [p. 2], and @many!\n")
    let raised = try ibid.run(
      ["format", "paper.md", "--from", "records.json", "--style", "nlm-citation-sequence-superscript"])
    #expect(raised.output.hasPrefix("By Ode et al.^1^. “So Ode et al.^1^.” Also"), "\(raised.output)")
    let names = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><id/><title/></info><citation>
      <layout prefix="(" suffix=")"><names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/>
      </names><text variable="locator" prefix=" "/></layout></citation></style>
      """
    try folder.write("names.csl", names)
    let plain = try ibid.run(["format", "paper.md", "--from", "records.json", "--style", "names.csl"])
    #expect(plain.output == "By Ode et al. “So Ode et al.” Also Ode et al. (2), and Ode et al.!\n", "\(plain.output)")
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
      run.output.contains(
        "<h1>A</h1>\n<p>B <em>c</em> (Cook, 2019) &amp; d.</p>\n<ul>\n<li>e</li>\n<li>f</li>\n</ul>\n"))
    #expect(run.output.contains("<p>Cook, A. B. (2019). <em>Walking</em>. Press.</p>\n</body>"))
  }

  @Test(
    "Markdown becomes a page as CommonMark and GitHub define it",
    arguments: [
      (
        "Before.\n\n~~~ r\nx <- 1 [@cook2019]\n~~~\n",
        "<pre><code class=\"language-r\">x &lt;- 1 [@cook2019]\n</code></pre>"
      ),
      ("Text.\n\n    a [@cook2019] *b*\n", "<pre><code>a [@cook2019] *b*\n</code></pre>"),
      ("- a\n\n  ```\n  [@cook2019]\n  ```\n", "<pre><code>[@cook2019]\n</code></pre>"),
      ("___a___ **b *c***\n", "<em><strong>a</strong></em> <strong>b <em>c</em></strong>"),
      (
        "<https://a.example/x?y&z> <me@a.example>\n",
        "<a href=\"https://a.example/x?y&amp;z\">https://a.example/x?y&amp;z</a>"
      ),
      (
        "[w](<a b> 'ti\"tle') [x][r]\n\n[r]: /u (t)\n",
        "<a href=\"a%20b\" title=\"ti&quot;tle\">w</a> <a href=\"/u\" title=\"t\">x</a>"
      ),
      ("![a *b*](c.png \"t\"){width=50%}\n", "<img src=\"c.png\" alt=\"a b\" title=\"t\" />"),
      ("* a\n* b\n\n3) c\n4) d\n", "</ul>\n<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>"),
      ("1. a\n   - b\n   - c\n2. d\n", "<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>"),
      ("| a | b |\n|---|--:|\n| [@cook2019] | *c* |\n", "<td>(Cook, 2019)</td>\n<td align=\"right\"><em>c</em></td>"),
      ("- [x] a\n", "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>"),
      ("> a\n> > b\n", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>"),
      ("a\\\nb  \nc\n\n***\n", "<p>a<br />\nb<br />\nc</p>\n<hr />"),
    ])
  func writesEveryBlock(markdown: String, html: String) throws {
    let run = try format(markdown, "--style", "apa", "--to", "html")
    #expect(run.output.contains(html), "\(run.output)")
  }

  @Test(
    "What pandoc adds to Markdown is in the page",
    arguments: [
      ("H~2~O 2^10^ ~~no~~\n", "<p>H<sub>2</sub>O 2<sup>10</sup> <del>no</del></p>"),
      (
        "a^1, 2^. x^2 and y^2 z \\^a\\^ \\~b~ `^c^`\n",
        "<p>a<sup>1, 2</sup>. x^2 and y^2 z ^a^ ~b~ <code>^c^</code></p>"
      ),
      ("**a^2^** ^*b*^ ~5 and ~6\n", "<p><strong>a<sup>2</sup></strong> <sup><em>b</em></sup> ~5 and ~6</p>"),
      (
        "[A *b* [c]]{.smallcaps} [d]{.x}\n",
        "<p><span style=\"font-variant:small-caps\">A <em>b</em> [c]</span> <span>d</span></p>"
      ),
      ("[a\\]{.smallcaps} {.x} a{b}\n", "<p>[a]{.smallcaps} {.x} a{b}</p>"),
      ("# A {#id .class}\n\nB {-}\n===\n\n# {1, 2}\n", "<h1>A</h1>\n<h1>B</h1>\n<h1>{1, 2}</h1>"),
      ("::: {.box}\nA\n:::\n\n    ::: b\n", "<p>A</p>\n<pre><code>::: b\n</code></pre>"),
      (
        "<div id=\"refs\">\n\nold\n\n</div>\n\n<!-- no\n\nno -->\n\nA <!-- no -->b\n",
        "<body>\n<p>old</p>\n<p>A b</p>\n</body>"
      ),
    ])
  func writesPandocsOwn(markdown: String, html: String) throws {
    let run = try format(markdown, "--style", "apa", "--to", "html")
    #expect(run.output.contains(html), "\(run.output)")
  }

  @Test("Notes of both spellings are numbered as the text points at them")
  func writesNotesOfAPage() throws {
    let run = try format(
      "A^[In *one*\nline [@cook2019].] b[^x_1] `^[c]`.\n\n[^x_1]: Two ^[three].\n", "--style", "apa", "--to", "html")
    let body = run.output
    #expect(body.contains("data-footnote-ref>1</a></sup> b<sup"), "\(body)")
    #expect(body.contains("<p>In <em>one</em> line (Cook, 2019). <a href"), "\(body)")
    #expect(body.contains("<p>Two <sup") && body.contains("<p>three <a href") && body.contains("<code>^[c]</code>"))
    #expect(!body.contains("[^"))
  }

  @Test("Neither the text's HTML nor a record's words become markup, and no address runs a script")
  func keepsMarkupOut() throws {
    try folder.write(
      "bad.json",
      #"""
      [{"id": "bad", "type": "book", "title": "A *b* _c_ <script>x</script> [d](e) ^f^ ~g~ `h` \\ ![i](j) {k}",
        "publisher": "P & Q &lt;", "issued": {"date-parts": [[2001]]}}]
      """#)
    try folder.write(
      "m.md", "See [@bad].\n\n<script>a</script>\n\n<b onclick=\"x\">b</b> [c](javascript:d) ![e](vbscript:f)\n")
    let run = try ibid.run(["format", "m.md", "--from", "bad.json", "--style", "ieee", "--to", "html"])
    #expect(
      run.output.contains("A *b* _c_ &lt;script&gt;x&lt;/script&gt; [d](e) ^f^ ~g~ `h` \\ ![i](j) {k}"), "\(run.output)"
    )
    #expect(run.output.contains("P &amp; Q &lt;"))
    #expect(
      run.output.contains(
        "<p>&lt;script&gt;a&lt;/script&gt;</p>\n<p>&lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt; <a href=\"\">c</a>"))
    #expect(!run.output.contains("<script") && !run.output.contains("script:"))
  }

  @Test("Text past what people write is read in time, as text")
  func boundsHostileText() throws {
    func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let wideTable = repeated("| a ", 5000) + "\n" + repeated("|-", 5000) + "\n" + repeated("| a\n", 5000)
    let longLinks = "[a]: " + repeated("u", 25_000) + "\n\n" + repeated("[a] ", 25_000)
    let texts: [String] = [
      repeated("![[]()", 25_000), repeated("a <![CDATA[", 15_000), repeated("a <?", 15_000),
      repeated("|\n|-\n", 10_000), wideTable, longLinks, repeated(">", 50_000) + "a", repeated("*", 50_000) + "a",
      repeated("^a ", 25_000), repeated("a^b ~c", 25_000), repeated("[a]{.x}", 10_000), repeated("]{.x}", 5_000),
      repeated("{a=", 25_000), repeated("^[", 10_000), repeated("- ", 10_000) + "a",
    ]
    for text in texts {
      let run = try format(text + "\n\nEnd [@cook2019].\n", "--style", "apa", "--to", "html")
      #expect(run.status == 0 && run.output.contains("End (Cook, 2019)."), "\(text.prefix(20))")
    }
  }

  @Test("A manuscript needs no other records than those in its block, and these count before others")
  func readsRecordsInTheBlock() throws {
    let block =
      "---\ncsl: apa\nreferences:\n- {id: cook2019, type: book, title: Own, author: [{literal: WHO}], issued: 1999}\n---\n\n"
    try folder.write("own.md", block + "A [@cook2019].\n")
    let own = try ibid.run(["format", "own.md"])
    #expect(own.status == 0 && own.errors == "" && own.output.contains("A (WHO, 1999)."), "\(own.errors)")
    let both = try format(block + "A [@cook2019; @weng2023].\n", "--to", "text")
    #expect(both.output.contains("A (Weng, 2023; WHO, 1999).") && !both.output.contains("Walking"), "\(both.output)")
    let claims = try ibid.run(["claims", "own.md", "--format", "json"])
    #expect(claims.output.contains("\"WHO\""), "\(claims.output)")
  }

  @Test("A block that is no YAML stops the rendering, and is a note of the check")
  func saysWhereTheBlockBreaks() throws {
    let text = "---\ncsl: apa\ntitle: Sleep: a study\n---\n\nA [@cook2019].\n"
    let run = try format(text)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix("ibid: error: paper.md:3:13: the block before the text is no YAML: "), "\(run.errors)")
    let check = try ibid.run(["check", "paper.md", "--from", "records.json", "--fail-on", "never"])
    #expect(
      check.status == 0 && check.errors.hasPrefix("paper.md:3: note: the block before the text is no YAML"),
      "\(check.errors)")
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
    #expect(try ibid("styles", "walking annals").output.hasPrefix("walks\tAnnals of Walking\t./walks.csl\n"))
    let unknown = try format("A [@cook2019].\n", "--style", "vancuver")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean vancouver"))
    #expect(try format("A.\n", "--style", "auto").status == 2)
  }
}
