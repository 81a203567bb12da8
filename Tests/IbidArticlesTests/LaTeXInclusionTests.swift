import IbidArticles
import IbidModel
import IbidText
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
      read.article.sentences.map(\.range.label) == [
        "thesis/main.tex:2:1", "thesis/one.tex:1:1", "thesis/one.tex:2:1", "thesis/two.tex:1:1", "thesis/main.tex:5:1",
      ])
    let marker = try #require(read.article.markers.first).range
    #expect(marker.place == Place(line: 1, column: 11, offset: 10))
    #expect(marker.length == 11)
    #expect(marker.position == 37)
    #expect(read.text[marker.positions].elementsEqual("\\cite{weng}".utf8))
  }

  @Test("Places are those of the file, whatever stands in it")
  func places() throws {
    let read = try read([
      "main.tex": "\\begin{document}\nÉ. \\input{one} É 😀 it \\cite{a}.\n\nSo \\cite{b}.\n\\end{document}",
      "one.tex": "“I”\r\nsee \\cite{c}.\r\n\r\nNow \\cite{d}.",
    ])
    #expect(
      read.article.markers.map { [$0.label, $0.range.label, "\($0.range.place.offset)"] } == [
        ["c", "thesis/one.tex:2:5", "13"], ["d", "thesis/one.tex:4:5", "30"], ["a", "thesis/main.tex:2:23", "44"],
        ["b", "thesis/main.tex:4:4", "58"],
      ])
    #expect(read.article.markers.map { read.source.utf16Column(at: $0.range.position) } == [5, 5, 24, 4])
    #expect(read.article.markers.map(\.range.position) == read.article.markers.map(\.range.position).sorted())
  }

  @Test(
    "A document that takes nothing in names no file", arguments: ["So.", "So. \\input{gone}", "So. \\input{empty}"])
  func alone(text: String) throws {
    let read = try read(["main.tex": "\\begin{document}\(text)", "empty.tex": ""])
    #expect(read.article.sentences.map(\.range.path) == [nil])
    #expect(read.article.sentences.map(\.range.label) == ["1:17"])
  }

  @Test("A document that is nothing but another names that")
  func nothingElse() throws {
    let read = try read(["main.tex": "\\input{one}", "one.tex": "It is so."])
    #expect(read.article.sentences.map(\.range.label) == ["thesis/one.tex:1:1"])
  }

  @Test("A file that is taken in may be in another encoding than the one around it")
  func encodings() throws {
    let main = Array("\\usepackage[latin1]{inputenc}\\begin{document}Caf".utf8) + [0xE9] + Array(" so. \\input{a}".utf8)
    let read = try ArticleReaders.read(main, path: "main.tex") { name in
      name == "a.tex"
        ? "Übung.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
          + Array(repeating: [0x20, 0], count: 8).joined() : nil
    }
    #expect(read.article.sentences.map(\.text) == ["Café so.", "Übung."])
  }

  @Test("A file that names itself, and files that name each other, are read once")
  func circles() throws {
    let read = try read([
      "main.tex": "\\begin{document}One. \\input{main} \\input{a}\\end{document}", "a.tex": "Two. \\input{b}",
      "b.tex": "Three. \\input{a} \\input{main.tex}",
    ])
    #expect(read.article.sentences.map(\.text) == ["One.", "Two.", "Three."])
  }

  @Test("Files that name each other many times are read two thousand times, and no more")
  func bomb() throws {
    var files = ["main.tex": "\\begin{document}\\input{f0}\\end{document}"]
    for level in 0..<14 {
      files["f\(level).tex"] = String(repeating: "So. \\input{f\(level + 1)} ", count: 10)
    }
    let read = try read(files)
    #expect(read.article.sentences.count == 2000 * 10)
    #expect(read.article.sentences.allSatisfy { $0.range.path?.hasPrefix("thesis/f") == true })
  }
}
