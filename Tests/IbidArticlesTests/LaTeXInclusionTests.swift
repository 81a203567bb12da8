import IbidArticles
import IbidModel
import Testing

struct LaTeXInclusionTests {
  private func read(_ files: [String: String]) throws -> ReadArticle {
    let main = try #require(files["main.tex"])
    return try ArticleReaders.read(Array(main.utf8), path: "thesis/main.tex") { files[$0].map { Array($0.utf8) } }
  }

  @Test("Files are read in the place of the commands that name them")
  func included() throws {
    let read = try read([
      "main.tex":
        "\\begin{document}\nIt is so. \\input{one}\n% \\input{two}\n\\input two.tex\nThe end. \\input{gone}\n\\end{document}",
      "one.tex": "Ice helps \\cite{weng}.\nHeat too.", "two.tex": "Nobody knows.",
    ])
    #expect(
      read.article.sentences.map(\.text) == ["It is so.", "Ice helps.", "Heat too.", "Nobody knows.", "The end."])
    #expect(read.article.markers.map(\.target) == [.key("weng")])
    #expect(
      read.pieces.map(\.path) == [
        "thesis/main.tex", "thesis/one.tex", "thesis/main.tex", "thesis/two.tex", "thesis/main.tex",
      ])
    #expect(read.pieces[2].source == Place(line: 2, column: 22, offset: 38))
  }

  @Test("A file that names itself, and files that name each other, are read once")
  func circles() throws {
    let read = try read([
      "main.tex": "\\begin{document}One. \\input{main} \\input{a}\\end{document}", "a.tex": "Two. \\input{b}",
      "b.tex": "Three. \\input{a} \\input{main.tex}",
    ])
    #expect(read.article.sentences.map(\.text) == ["One.", "Two.", "Three."])
  }

  @Test("Files that name each other many times end in time")
  func bomb() throws {
    var files = ["main.tex": "\\begin{document}\\input{f0}\\end{document}"]
    for level in 0..<14 {
      files["f\(level).tex"] = String(repeating: "So. \\input{f\(level + 1)} ", count: 10)
    }
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try read(files) }
    #expect(time < .seconds(5))
  }
}
