import IbidArticles
import IbidModel
import TestSupport
import Testing

struct MarkupReaderTests {
  @Test("JATS: citations, ranges tagged at their ends, several identifiers, and the list of references")
  func jats() throws {
    let marked = try Marked(
      """
      <?xml version="1.0"?><!DOCTYPE article>
      <article><front><article-meta><title-group><article-title>On <italic>ice</italic></article-title></title-group>
      <contrib-group>Nobody</contrib-group></article-meta></front>
      <body><sec><title>Results</title><p>Ice helps.<sup><xref ref-type="bibr" rid="B1">1</xref>&#x2013;<xref
       ref-type="bibr" rid="B3">3</xref></sup> Heat &amp; sleep [<xref ref-type="bibr" rid="B2 B4">2,4</xref>]
      do too. See <xref ref-type="fig" rid="F1">Fig. 1</xref>.</p></sec></body>
      <back><ref-list><ref id="B1"><label>1.</label><mixed-citation>Weng Q. One.</mixed-citation></ref><ref
       id="B2"><label>2.</label><element-citation><name><surname>Cook</surname><given-names>J</given-names></name><year>2019</year
      ></element-citation></ref><ref id="B3"><mixed-citation>Three.</mixed-citation></ref><ref id="B4"><mixed-citation>Four.
      </mixed-citation></ref></ref-list></back></article>
      """, path: "a.xml")
    #expect(marked.article.format == "jats")
    #expect(marked.article.title == "On ice")
    #expect(marked.sentences == ["On ice", "Results", "Ice helps.", "Heat & sleep do too.", "See Fig. 1."])
    #expect(marked.article.markers.map(\.target) == ["1", "2", "3", "2", "4"].map { .note($0) })
    #expect(marked.source(marked.article.markers[0].range) == "1")
    #expect(marked.article.notes.map(\.label) == ["1", "2", "3", "4"])
    #expect(marked.article.notes.map { $0.paragraphs[0].text } == ["Weng Q. One.", "Cook J 2019", "Three.", "Four."])
  }

  /// An article of three works with this body, and parts behind it.
  private func tagged(_ body: String, back: String = "", floats: String = "") throws -> Marked {
    let references = (1...4).map {
      "<ref id=\"b\($0)\"><label>\($0)</label><mixed-citation>Work \($0).</mixed-citation></ref>"
    }
    return try Marked(
      "<?xml version=\"1.0\"?><article><front/><body><p>\(body)</p></body><back>\(back)<ref-list>\(references.joined())"
        + "</ref-list></back>\(floats)</article>", path: "a.xml")
  }

  @Test(
    "JATS: a link's words may say more numbers than it names works",
    arguments: [
      ("<xref ref-type='bibr' rid='b1'>1–3</xref>", ["1", "2", "3"]),
      ("<xref ref-type='bibr' rid='b1'>[1, 3-4]</xref>", ["1", "3", "4"]),
      ("<xref ref-type='bibr' rid='b4'>2–4</xref>", ["2", "3", "4"]),
      ("<xref ref-type='bibr' rid='b1 b2'>1–3</xref>", ["1", "2"]),
      ("<xref ref-type='bibr' rid='b4'>1–3</xref>", ["4"]),
      ("<xref ref-type='bibr' rid='b1'>1–99</xref>", ["1"]),
      ("<xref ref-type='bibr' rid='b1'>1, see 2</xref>", ["1"]),
      ("<xref ref-type='bibr' rid='b1'>1, 9</xref>", ["1"]),
    ])
  func numbersOfOneLink(link: String, labels: [String]) throws {
    #expect(try tagged("Ice helps [\(link)].").article.markers.map(\.target) == labels.map { .note($0) })
  }

  @Test("JATS: footnotes and tables that cite are text of the article, wherever they stand")
  func citingFootnotes() throws {
    let link = { (number: String) in "<xref ref-type='bibr' rid='b\(number)'>\(number)</xref>" }
    let group = "<fn-group><fn><p>As before [\(link("2"))].</p></fn><fn><p>We thank all.</p></fn></fn-group>"
    let table =
      "<floats-group><table-wrap><alternatives><table><tr><td>Ice [\(link("3"))]</td></tr></table></alternatives>"
      + "<table-wrap-foot><fn id='t1'><label>a</label><p>As there [\(link("4"))].</p></fn></table-wrap-foot></table-wrap></floats-group>"
    let marked = try tagged("Ice helps [\(link("1"))].", back: group, floats: table)
    #expect(marked.sentences == ["Ice helps.", "As before.", "Ice", "As there."])
    #expect(marked.article.sentences.map(\.setting) == [.paragraph, .paragraph, .caption, .caption])
    #expect(
      marked.article.sentences.map { marked.article.markers[$0.markers].map(\.label) } == [["1"], ["2"], ["3"], ["4"]])
    #expect(marked.article.notes.map(\.label) == ["1", "2", "3", "4"])
  }

  @Test("HTML: notes that links point at, however they are marked")
  func html() throws {
    let marked = try Marked(
      """
      <!DOCTYPE html><html><head><title>Page</title><script>if (a<b) {}</script></head><body>
      <nav><a href="#n9">Menu</a></nav><h1>On ice</h1>
      <p>Ice helps.<sup><a href="#fn1" id="r1">1</a></sup> Heat <em>too</em>.<sup class="reference"
      id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup> See <a href="https://e.org">there</a>.
      <p>Not closed<a role="doc-noteref" href="#n3">*</a> at all.
      <h2>Notes</h2><ol><li id="fn1"><p>Weng Q. One. <a href="#r1">↩</a></p><p>More.</p>
      <li id="cite_note-2"><a href="#cite_ref-2">^</a> Cook J. Two.</ol>
      <aside id="n3"><p>Three.</p></aside></body></html>
      """, path: "a.html")
    #expect(marked.article.title == "On ice")
    #expect(marked.sentences == ["On ice", "Ice helps.", "Heat too.", "See there.", "Not closed at all.", "Notes"])
    #expect(marked.markers == ["1 «1»", "2 «[2]»", "* «*»"])
    #expect(
      marked.article.notes.map { $0.paragraphs.map(\.text) } == [
        ["Weng Q. One.", "More."], ["Cook J. Two."], ["Three."],
      ])
  }

  @Test(
    "LaTeX: accents, letters and signs by their commands",
    arguments: [
      (#"G\"odel, G\"{o}del, na\"{\i}ve, na\"\i ve."#, "Gödel, Gödel, naïve, naïve."),
      (#"\v{C}apek, \v Capek, Gon\c{c}alves, W\k{a}s, Erd\H{o}s."#, "Čapek, Čapek, Gonçalves, Wąs, Erdős."),
      (#"Stra\ss e, Stra\ss{}e, \O{}re, \L\'od\'z, \'{\ae}."#, "Straße, Straße, Øre, Łódź, ǽ."),
      (#"\t{oo} \"{ou}, then {more}."#, "o\u{361}o öu, then more."),
      (#"See \S 3 \textpm{} \copyright."#, "See § 3 ± ©."),
      (#"A \c[x] b, \v, \"{} and \d."#, "A b, , and ."), (#"So \ldots and \LaTeX it is."#, "So … and LaTeX it is."),
      (#"``A'' --- `b' 1--2 a-b."#, "“A” — ‘b’ 1–2 a-b."), (#"Tabs \= stay."#, "Tabs stay."),
    ])
  func latexCharacters(latex: String, text: String) throws {
    let marked = try Marked("\\begin{document}\n\(latex)\n\n\\end{document}\n", path: "a.tex")
    let found = marked.sentences.joined(separator: " ")
    #expect(Array(found.unicodeScalars) == Array(text.unicodeScalars), "\(found)")
  }

  @Test(
    "LaTeX: a title is what LaTeX prints",
    arguments: [
      (#"On \emph{ice}"#, "On ice"), (#"R\&D~--- \"Uber \LaTeX\ in\\Z\"urich"#, "R&D — Über LaTeX in Zürich"),
      (#"{\bf Ice} 5\,\%"#, "Ice 5 %"),
    ])
  func latexTitle(latex: String, title: String) throws {
    let marked = try Marked("\\title{\(latex)}\n\\begin{document}\nText.\n\\end{document}\n", path: "a.tex")
    #expect(marked.article.title == title)
  }

  @Test("LaTeX: the cite family, footnotes, the bibliography, comments and verbatim text")
  func latex() throws {
    let marked = try Marked(
      #"""
      \documentclass{article} % \cite{no}
      \title{On \emph{ice}}
      \begin{document}
      \section{Results}\label{s}
      Ice helps~\cite{weng2023}. Heat too \citep[see][pp.~33--35]{cook2019,lin2020}, as \citet{engel1977} said.
      A note\footnote{With text.} here---and ``quotes'' of Andr\'e's % gone
      line.

      \begin{verbatim}
      \cite{no}
      \end{verbatim}
      \begin{itemize}
      \item one
      \item two \autocite{known}
      \end{itemize}
      \begin{thebibliography}{9}
      \bibitem{known} Known K. A thing. 2020.
      \end{thebibliography}
      \end{document}
      """#, path: "a.tex")
    #expect(marked.article.title == "On ice")
    #expect(
      marked.sentences == [
        "Results", "Ice helps.", "Heat too, as \\citet{engel1977} said.", "A note here—and “quotes” of André’s line.",
        "one",
        "two",
      ])
    #expect(
      marked.article.markers.map(\.target) == [
        .key("weng2023"), .key("cook2019"), .key("lin2020"), .key("engel1977"), .note("fn:1"), .note("1"),
      ])
    #expect(marked.article.markers[1].prefix == "see")
    #expect(marked.article.notes.map { $0.paragraphs[0].text } == ["With text.", "Known K. A thing. 2020."])
  }

  @Test(
    "Hostile articles end in time",
    arguments: [
      ("a.txt", "1234567890"), ("a.txt", "so.4 And 12, 15 or "), ("a.txt", "e\u{301}\u{301}\u{301}"),
      ("a.txt", "1. a "),
      ("a.txt", "(Smith 2010; "), ("a.md", "["), ("a.md", "^["), ("a.md", "[^a "), ("a.md", "`` ` "), ("a.md", "> - "),
      ("a.md", "<!-- "), ("a.md", "@a;"), ("a.html", "<div id=a>"), ("a.html", "<a href=#x>1"), ("a.html", "<p <"),
      ("a.tex", "{"), ("a.tex", "\\footnote{"), ("a.tex", "\\cite[a][b]{c"), ("a.tex", "\\begin{a}"), ("a.tex", "$"),
      ("a.rst", "`"), ("a.rst", ":a:`"), ("a.rst", "[#]_ "), ("a.rst", "- "), ("a.rst", "\n.. note:: "),
      ("a.rst", "a_ "),
      ("a.org", "["), ("a.org", "[fn:: "), ("a.org", "[cite:@a;"), ("a.org", "cite:"), ("a.org", "$"), ("a.org", "=a "),
      ("a.org", "\n#+begin_src\n"), ("a.org", "\n* a"), ("a.typ", "["), ("a.typ", "#footnote["), ("a.typ", "#f(x: ["),
      ("a.typ", "#let x = ("), ("a.typ", "@a[b "), ("a.typ", "/*"), ("a.typ", "```a"), ("a.typ", "#cite("),
      ("a.adoc", "["), ("a.adoc", "footnote:["), ("a.adoc", "cite:"), ("a.adoc", "<<"), ("a.adoc", "\n----\na"),
      ("a.adoc", "+"), ("a.adoc", "((("), ("a.adoc", "\n* [[[a]]] "),
    ])
  func hostile(path: String, unit: String) throws {
    let head = path == "a.html" ? "<html>" : path == "a.tex" ? "\\begin{document}" : "It is so."
    let references = "\n\nReferences\n\n1. Smith A. One. 2010.\n2. Cook B. Two. 2011.\n3. Lin C. Three. 2012.\n"
    let text = head + String(repeating: unit, count: 6000 / unit.utf8.count) + references
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? ArticleReaders.read(Array(text.utf8), path: path) }
    #expect(time < .seconds(30))
  }
}
