import IbidArticles
import IbidModel
import Testing

/// Footnotes, raised numbers and long lists of keys in LaTeX.
struct LaTeXMarkerTests {
  private func marked(_ body: String) throws -> Marked {
    try Marked("\\documentclass{article}\n\\begin{document}\n\(body)\n\\end{document}\n", path: "a.tex")
  }

  @Test("A footnote behind a stop belongs to the sentence before it, in the midst of a paragraph too")
  func footnotes() throws {
    let marked = try marked(
      """
      Ice helps.\\footnote{Weng A. Ice. Spine. 2001;1:1--2.} The heat does not!\\footnote{Cook B. Heat.} Sand,\\footnote{Doe C.}
      they say, is best\\footnote{Roe D.}. Nobody knows.
      """)
    #expect(
      marked.sentences == ["Ice helps.", "The heat does not!", "Sand, they say, is best.", "Nobody knows."])
    #expect(marked.article.sentences.map(\.markers.count) == [1, 1, 2, 0])
  }

  @Test("Raised numbers and numbers in brackets lead into a list that is written by hand")
  func raised() throws {
    let marked = try marked(
      """
      Ice helps.\\textsuperscript{1} Heat helps$^{2,3}$ too. Sand$^1$ is 3 m$^2$ wide.

      \\section*{References}

      1. Weng A. Ice. Spine. 2001;1:1--2.

      2. Cook B. Heat. Spine. 2002;1:1--2.

      3. Doe C. Sand. Spine. 2003;1:1--2.
      """)
    #expect(marked.article.markers.map(\.label) == ["1", "2", "3", "1"])
    #expect(marked.sentences.prefix(3) == ["Ice helps.", "Heat helps too.", "Sand is 3 m2 wide."])
  }

  @Test("Who cites by keys leaves no number to be a marker")
  func keys() throws {
    let marked = try marked("Ice \\cite{weng} in 3 towns [1].\n\n\\section{References}\n\n1. Weng A. Ice. 2001.")
    #expect(marked.markers == ["@weng «\\cite{weng}»"])
  }

  @Test("Hundreds of keys at once")
  func manyKeys() throws {
    let keys = (1...400).map { "author\($0)" }
    let marked = try marked("Ice helps \\cite{\(keys.joined(separator: ", "))} a lot.")
    #expect(marked.article.markers.map(\.label) == keys)
    #expect(marked.sentences == ["Ice helps a lot."])
  }

  @Test(
    "A text is LaTeX that begins with a command, not one that shows some",
    arguments: [
      ("Ice is $s$, as \\documentclass{a} \\begin{document} has it.", "a.txt", "plain-text"),
      ("Ice.\n\n\\documentclass{a}\n\\begin{document}So.\\end{document}", "a", "plain-text"),
      ("% ice\n\n\\documentclass{a}\n\\begin{document}So.\\end{document}", "a.txt", "latex"),
      ("\\usepackage{a}\n\\begin{document}So.\\end{document}", "a", "latex"),
      ("Ice \\begin{document}.", "a.tex", "latex"),
      ("\\documentclass{a} So.", "a.md", "markdown"),
    ])
  func recognition(text: String, path: String, format: String) throws {
    #expect(try Marked(text, path: path).article.format == format)
  }
}
