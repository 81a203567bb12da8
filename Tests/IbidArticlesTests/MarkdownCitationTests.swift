import IbidArticles
import IbidModel
import Testing

/// What is a citation in Markdown beside pandoc's own, and what looks like one.
struct MarkdownCitationTests {
  private func keys(_ text: String) throws -> [String] {
    try Marked(text, path: "a.md").article.markers.compactMap { marker in
      if case .key(let key) = marker.target { key } else { nil }
    }
  }

  @Test(
    "A key ends before a dash, dots, and two marks in a row",
    arguments: [
      ("As @weng2023—the first—said.", ["weng2023"]), ("As @weng2023… said.", ["weng2023"]),
      ("As @weng2023--the first said.", ["weng2023"]), ("As “@weng2023” said.", ["weng2023"]),
      ("As @müller2020’s ice.", ["müller2020"]), ("As @a:b.c/d-e_f said.", ["a:b.c/d-e_f"]),
      ("As @{https://example.org/a?b=c} said.", ["https://example.org/a?b=c"]), ("Ice [@weng2023]…", ["weng2023"]),
      ("Ice [@doi:10.1016/S0140-6736(20)30183-5].", ["doi:10.1016/S0140-6736(20)30183-5"]),
      ("Ice [@url:https://example.org/a/b].", ["url:https://example.org/a/b"]),
    ])
  func keyEnds(text: String, expected: [String]) throws { #expect(try keys(text) == expected) }

  @Test(
    "Cross-references, columns of tables and addresses of mail are no keys",
    arguments: [
      "See @fig-ice, @Fig-ice, @tbl-a, @eq-b, @sec-c, @lst-d, @thm-e and @fig:ice, @tbl:a, @eq:b, @sec:c.",
      "See [@fig-ice] and [-@sec-c].", "\\begin{tabular}{@{\\extracolsep{1em}}lr@{}}", "{@{ }l@{.}r}",
      "Mail a@example.org.",
    ])
  func noKey(text: String) throws { #expect(try keys(text) == []) }

  @Test("Beside a cross-reference the work is still cited; a key that only begins like one is one")
  func mixed() throws {
    #expect(
      try keys("See [@fig-ice; @weng2023] and @figueroa2020, @secker-a.") == ["weng2023", "figueroa2020", "secker-a"])
  }

  @Test("Keys in one pair of brackets are all cited, with semicolons between or without")
  func withoutSemicolon() throws {
    let marked = try Marked("Ice [see @a1, p. 3 and @b1 -@c1, @d1; @e1].", path: "a.md")
    #expect(marked.article.markers.map(\.label) == ["a1", "b1", "c1", "d1", "e1"])
    #expect(marked.article.markers.map(\.locator) == ["p. 3", nil, nil, nil, nil])
    #expect(marked.article.markers.map(\.prefix) == ["see", nil, nil, nil, nil])
    #expect(marked.article.markers.map(\.suffix) == [nil, nil, nil, nil, nil])
    #expect(marked.article.markers.map(\.suppressesAuthor) == [false, false, true, false, false])
  }

  @Test("A key that is defined as an identifier stands for it")
  func alias() throws {
    #expect(try keys("Ice [@deep; @other].\n\n[@deep]: doi:10.1000/x\n") == ["doi:10.1000/x", "other"])
    #expect(try keys("Ice [@deep].\n\n[@deep]: pmid:12\n") == ["pmid:12"])
  }

  @Test("MultiMarkdown's citations lead to their definitions, which are notes")
  func multiMarkdown() throws {
    let marked = try Marked(
      """
      Ice helps [#weng]. Heat helps [p. 12][#cook;]. Sand [#12] and [this][#weng2] do not.

      [#weng]: Weng A. Ice. Spine. 2001;1:1-2.

      [#cook]: Cook J. Heat. Spine. 2002;2:1-2.
      """, path: "a.md")
    #expect(marked.article.notes.map(\.label) == ["#weng", "#cook"])
    #expect(marked.markers == ["#weng «[#weng]»", "#cook «[p. 12][#cook;]»"])
    #expect(marked.article.markers.map(\.locator) == [nil, "p. 12"])
    #expect(marked.sentences == ["Ice helps.", "Heat helps.", "Sand [#12] and [this][#weng2] do not."])
  }

  @Test("MyST's roles cite; its other roles do not")
  func myST() throws {
    let marked = try Marked(
      "Ice {cite}`a1`. {cite:t}`b1` found {cite:p}`{see}c1{p. 3}, d1`. Also {citep}`e1`, {cite:year}`f1`; {ref}`x` {eq}`y`.",
      path: "a.md")
    #expect(marked.article.markers.map(\.label) == ["a1", "b1", "c1", "d1", "e1", "f1"])
    #expect(marked.article.markers.map(\.isInText) == [false, true, false, false, false, true])
    #expect(marked.article.markers.map(\.locator) == [nil, nil, "p. 3", nil, nil, nil])
    #expect(marked.article.markers.map(\.suppressesAuthor) == [false, false, false, false, false, true])
    #expect(marked.sentences.first == "Ice.")
  }

  @Test("Raised text is a marker: between carets or in tags")
  func raised() throws {
    let marked = try Marked(
      "Ice helps.^1^ Heat helps.<sup>2,3</sup> An area of 2 m^2^.\n\n# References\n\n1. A.\n2. B.\n3. C.\n",
      path: "a.md")
    #expect(marked.markers == ["1 «1»", "2 «2»", "3 «3»"])
  }
}
