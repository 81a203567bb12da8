import TestSupport
import Testing

private let records = #"""
  [{"id": "ito", "type": "article-journal", "title": "Naps", "container-title": "Rest", "volume": "4", "page": "1-9",
    "DOI": "10.1000/naps", "issued": {"date-parts": [[2021]]}, "author": [{"family": "Ito", "given": "Ken"}]},
   {"id": "abt", "type": "book", "title": "Beds", "publisher": "Press", "issued": {"date-parts": [[2015]]},
    "author": [{"family": "Abt", "given": "Eva"}]},
   {"id": "zola", "type": "book", "title": "Rain", "publisher": "Press", "issued": {"date-parts": [[2009]]},
    "author": [{"family": "Zola", "given": "Eve"}]}]
  """#

/// `ibid format`, as people use it.
struct ManuscriptCommandTests {
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

  /// The first line of the rendered text.
  private func line(_ manuscript: String, _ options: String..., name: String = "paper.md") throws -> String {
    try folder.write(name, manuscript + "\n")
    let run = try ibid.run(["format", name, "--from", "records.json", "--style", "apa"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test(
    "Cites with words around them stay where they stand; what is between is sorted",
    arguments: [
      ("[see @ito; but @abt]", "(see Ito, 2021; but Abt, 2015)"), ("[@ito; @abt]", "(Abt, 2015; Ito, 2021)"),
      ("[@zola; @ito; see @abt]", "(Ito, 2021; Zola, 2009; see Abt, 2015)"),
      ("[@ito and more; @abt]", "(Ito, 2021 and more; Abt, 2015)"),
      ("[@ito, p. 3; @abt]", "(Abt, 2015; Ito, 2021, p. 3)"),
    ])
  func keepsOrder(citation: String, text: String) throws { #expect(try line(citation, "--to", "text") == text) }

  @Test(
    "The brackets behind a key in the sentence hold its locator, words, and further works",
    arguments: [
      ("@ito [p. 3; see also @abt] says", "Ito (2021, p. 3; see also Abt, 2015) says"),
      ("@ito [so he says] and", "Ito (2021, so he says) and"), ("@ito [@abt] say", "Ito (2021; Abt, 2015) say"),
      ("@ito[p. 3] says", "Ito (2021, p. 3) says"),
      ("@ito [p. 3](http://a.example)", "Ito (2021) [p. 3](http://a.example)"),
      ("@ito [p. 3; no key]", "Ito (2021) [p. 3; no key]"), ("@ito's idea", "Ito (2021)'s idea"),
      ("A--@ito", "A--Ito (2021)"), ("pre-@ito", "pre-Ito (2021)"), ("As -@ito says", "As (2021) says"),
    ])
  func readsInText(citation: String, text: String) throws {
    #expect(try line(citation, "--to", "text") == text)
    #expect(
      try line(citation, "--to", "text", name: "paper.txt") == text || citation.hasPrefix("A--")
        || citation.hasPrefix("pre"))
  }

  @Test(
    "Brackets of which a part names no work are the author's, and the keys in them stand in the sentence",
    arguments: [
      ("[@ito; and more]", "[Ito (2021); and more]"), ("[table 3; @ito]", "[table 3; Ito (2021)]"),
      ("[[@ito]]", "[(Ito, 2021)]"), ("[see \\@ito]", "[see \\@ito]"), ("[see [more] @ito]", "(see [more] Ito, 2021)"),
      ("[@ito, `a; b` and $c;d$]", "(Ito, 2021, `a; b` and $c;d$)"), ("[@ito, p.&nbsp;3]", "(Ito, 2021, p. 3)"),
      ("[@ito @abt]", "(Abt, 2015; Ito, 2021)"),
    ])
  func readsBrackets(citation: String, text: String) throws { #expect(try line(citation, "--to", "text") == text) }

  @Test(
    "Nothing is cited in code or mathematics",
    arguments: [
      ("$x_1 = @ito$ and [@ito]", "$x_1 = @ito$ and (Ito, 2021)"), ("$$\n[@ito]\n$$", "$$\n[@ito]\n$$"),
      ("It costs $5 [@ito] or 6 $", "It costs $5 (Ito, 2021) or 6 $"), ("`@ito` $a*b*c$", "`@ito` $a*b*c$"),
    ])
  func leavesMathematics(text: String, rendered: String) throws {
    let run = try format(text + "\n", "--style", "apa")
    #expect(run.output.hasPrefix(rendered + "\n"), "\(run.output)")
  }

  @Test("A formula stands in the page as it was written")
  func showsFormulas() throws {
    let run = try format("$a*b*c_1 < \\alpha$ [@ito] $$x^2^ > ~y~$$\n", "--style", "apa", "--to", "html")
    #expect(run.output.contains("<p>$a*b*c_1 &lt; \\alpha$ (Ito, 2021) $$x^2^ &gt; ~y~$$</p>"), "\(run.output)")
  }

  @Test("Emphasis in the words around a key is emphasis in Markdown, and nothing in text")
  func rendersEmphasis() throws {
    #expect(try line("[*see* @ito, p. 3, **my** H~2~O]") == "(*see* Ito, 2021, p. 3, **my** H~2~O)")
    #expect(try line("[*see* @ito, p. 3, **my** H~2~O]", "--to", "text") == "(see Ito, 2021, p. 3, my H2O)")
  }

  @Test("Raised citations have no bare blanks, and move behind punctuation where that is wanted")
  func raisesCitations() throws {
    let run = try format("So [see @ito; @abt].\n", "--style", "nature")
    #expect(run.output.hasPrefix("So^see\\ 1,2^.") || run.output.hasPrefix("So^see\\ 1,\\ 2^."), "\(run.output)")
    let moved = try format("---\nnotes-after-punctuation: true\n---\nSo [@ito], or [@abt].\n", "--style", "nature")
    #expect(moved.output.contains("So,^1^ or.^2^"), "\(moved.output)")
    let kept = try format("---\nnotes-after-punctuation: false\n---\nSo [@ito].\n", "--style", "chicago-notes")
    #expect(kept.output.contains("So[^ibid-1]."), "\(kept.output)")
  }

  @Test("A citation inside a footnote's sentence ends without a period")
  func endsInNotes() throws {
    let run = try format(
      "A.[^a] B.[^b] C.[^c]\n\n[^a]: See [@ito, 3] and others.\n\n[^b]: See [@abt]; so [@zola].\n\n[^c]: [@ito, 5] But no.\n",
      "--style", "chicago-notes")
    #expect(run.output.contains("naps and others.\n"), "\(run.output)")
    #expect(run.output.contains("2015); so ") && run.output.contains("2009).\n"), "\(run.output)")
    #expect(run.output.contains("5. But no.\n"), "\(run.output)")
  }

  @Test("The block chooses a heading, links, or no bibliography")
  func readsChoices() throws {
    let heading = try format("---\nreference-section-title: Works\n---\nA [@ito].\n", "--style", "apa")
    #expect(heading.output.contains("\n\n# Works\n\nIto, K."), "\(heading.output)")
    #expect(heading.output.contains("<https://doi.org/10.1000/naps>"), "\(heading.output)")
    let none = try format("---\nsuppress-bibliography: true\n---\nA [@ito].\n", "--style", "apa")
    #expect(none.output.hasSuffix("A (Ito, 2021).\n"), "\(none.output)")
    let plain = try format("---\nlink-bibliography: false\n---\nA [@ito].\n", "--style", "apa")
    #expect(plain.output.contains(" https://doi.org/10.1000/naps"), "\(plain.output)")
    let linked = "---\nlink-citations: true\n---\nA [@ito], [@ito; @abt].\n"
    let markdown = try format(linked, "--style", "apa")
    #expect(markdown.output.contains("A [(Ito, 2021)](#ref-ito), (Abt"), "\(markdown.output)")
    #expect(markdown.output.contains("[]{#ref-ito}Ito, K."), "\(markdown.output)")
    let page = try format(linked, "--style", "apa", "--to", "html")
    #expect(page.output.contains("<a href=\"#ref-ito\">(Ito, 2021)</a>"), "\(page.output)")
    #expect(page.output.contains("id=\"ref-ito\""), "\(page.output)")
    #expect(page.output.contains("<a href=\"https://doi.org/10.1000/naps\">https://doi.org/10.1000/naps</a>"))
  }

  @Test("A draft shows missing keys where they stand, and ends with status 1")
  func writesDrafts() throws {
    let run = try format("A [@ito; @nobody]. @none says.\n", "--style", "apa", "--draft")
    #expect(run.status == 1 && run.output.hasPrefix("A (Ito, 2021) [@nobody?]. [@none?] says.\n"), "\(run.output)")
    #expect(run.errors.hasPrefix("paper.md:1:3: warning: no record has the key “nobody”\n"), "\(run.errors)")
    let whole = try format("A [@ito].\n", "--style", "apa", "--draft")
    #expect(whole.status == 0 && whole.errors == "")
    let notes = try format("A [@nobody].\n", "--style", "chicago-notes", "--draft")
    #expect(notes.status == 1 && notes.output == "A [@nobody?].\n", "\(notes.output)")
  }

  @Test("A hyphen is standard input, read once, with the block in it")
  func readsStandardInput() throws {
    let run = try ibid.shell(
      "printf -- '---\\ncsl: apa\\nbibliography: records.json\\n---\\n\\nA [@ito].\\n' | ibid format - --to text")
    #expect(run.status == 0 && run.output.contains("A (Ito, 2021)."), "\(run.errors)")
  }

  @Test("An entry that the style leaves empty is told of in a sentence")
  func tellsEmptyEntries() throws {
    try folder.write(
      "title.csl",
      """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>x</id></info>
      <citation><layout><text variable="title"/></layout></citation>
      <bibliography><layout><text variable="note"/></layout></bibliography></style>
      """)
    let run = try format("A [@ito].\n", "--style", "title.csl")
    #expect(
      run.errors == "ibid: warning: ito has an empty entry in this style, so the bibliography leaves it out\n",
      "\(run.errors)")
  }

  @Test("Other formats are pandoc's to make, with the entries in Word's own style for them")
  func callsPandoc() throws {
    _ = try ibid.shell("mkdir bin")
    try folder.write(
      "bin/pandoc",
      "#!/bin/sh\nprintf '%s\\n' \"$@\" > args\nfor last; do :; done\ncp \"$last\" in.md\n"
        + #"while [ $# -gt 1 ]; do [ "$1" = --output ] && echo made > "$2"; shift; done"# + "\n")
    _ = try ibid.shell("chmod +x bin/pandoc")
    try folder.write("paper.md", "A [@ito].\n")
    let run = try ibid.shell(
      "PATH=$PWD/bin:$PATH ibid format paper.md --from records.json --style apa -o paper.docx; echo $?; cat paper.docx in.md args"
    )
    #expect(
      run.output.hasPrefix(
        "0\nmade\nA (Ito, 2021).\n\n::: {#refs .references custom-style=\"Bibliography\"}\n\nIto, K."), "\(run.output)")
    #expect(run.output.contains("\nmarkdown-citations\n") && run.output.contains("\n--to\ndocx\n"), "\(run.output)")
    let text = try ibid.shell("PATH=$PWD/bin:$PATH ibid format paper.md --from records.json --style apa --to jats")
    #expect(text.output == "made\n" && text.status == 0, "\(text.output)")
  }

  @Test("Without pandoc one line names the package, and nothing is written")
  func needsPandoc() throws {
    try folder.write("paper.md", "A [@ito].\n")
    let run = try ibid.shell(
      "PATH=/nowhere \"$(command -v ibid)\" format paper.md --from records.json --style apa -o paper.docx 2>&1; echo $?; [ -e paper.docx ] || echo none"
    )
    #expect(
      run.output
        == "ibid: error: docx is made by pandoc, which is not installed; on Debian: apt install pandoc\n2\nnone\n",
      "\(run.output)")
  }

  @Test("What only a file can hold is not written to the terminal, and no manuscript is written over")
  func refusesOutputs() throws {
    let terminal = try format("A [@ito].\n", "--to", "docx")
    #expect(terminal.status == 64 && terminal.errors.contains("name a file with --output"), "\(terminal.errors)")
    let same = try format("A [@ito].\n", "--style", "apa", "--output", "paper.md")
    #expect(same.status == 2 && same.errors.contains("is what is read"), "\(same.errors)")
  }

  @Test(
    "A manuscript in another format is refused with what makes Markdown of it",
    arguments: [
      ("paper.tex", "\\documentclass{article}\n\\begin{document}\nHeat \\cite{ito}.\n\\end{document}\n", "LaTeX"),
      ("paper.org", "#+title: A\n* B\nHeat [cite:@ito].\n", "Org"), ("paper.typ", "= A\nHeat @ito.\n", "Typst"),
    ])
  func refusesFormats(name: String, text: String, format: String) throws {
    let run = try self.format(text, "--style", "apa", name: name)
    #expect(run.status == 2 && run.output == "", "\(run.output)")
    #expect(
      run.errors.contains("\(format) is not formatted") || run.errors.contains("is not formatted"), "\(run.errors)")
    #expect(run.errors.contains("`pandoc -t markdown -o paper.md \(name)`"), "\(run.errors)")
  }
}
