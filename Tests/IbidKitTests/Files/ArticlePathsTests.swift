import FoundationEssentials
import TestSupport
import Testing

@testable import IbidKit

/// Which files are checked where folders are named.
struct ArticlePathsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for path in [
      "b.md", "a.tex", "notes.bib", ".hidden.md", "sub/c.txt", "sub/deeper/d.html", "built/e.md", ".git/f.md",
    ] {
      try write(path, "Text.")
    }
  }

  private func write(_ path: String, _ text: String) throws {
    let above = (folder.path + "/" + path).split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + above, withIntermediateDirectories: true)
    try folder.write(path, text)
  }

  private func paths(_ names: String...) throws -> [String] {
    try ArticlePaths(names.map { $0.isEmpty ? folder.path : folder.path + "/" + $0 }).paths
      .map { String($0.dropFirst(folder.path.utf8.count + 1)) }
  }

  @Test("A folder stands for the articles in it and below it, by name; hidden files and bibliographies are none")
  func looksIntoFolders() throws {
    #expect(try paths("") == ["a.tex", "b.md", "built/e.md", "sub/c.txt", "sub/deeper/d.html"])
    #expect(try paths("sub/") == ["sub/c.txt", "sub/deeper/d.html"])
  }

  @Test("Files stay in the order in which they are named, each once")
  func keepsTheOrder() throws {
    #expect(try paths("b.md", "a.tex", "b.md") == ["b.md", "a.tex"])
    #expect(try paths("sub/c.txt", "sub") == ["sub/c.txt", "sub/deeper/d.html"])
    #expect(try paths("notes.bib", ".hidden.md", "nowhere.md") == ["notes.bib", ".hidden.md", "nowhere.md"])
  }

  @Test("Of XML files only articles are taken")
  func readsXML() throws {
    try write("xml/article.xml", "<?xml version='1.0'?><article><front/></article>")
    try write("xml/feed.xml", "<?xml version='1.0'?><rss/>")
    #expect(try paths("xml") == ["xml/article.xml"])
  }

  @Test("A folder without an article is an error")
  func refusesEmptyFolders() throws {
    try write("empty/refs.bib", "@article{a}")
    #expect(throws: IbidError.self) { try paths("empty") }
  }

  @Test("A link to a folder above is not followed for ever")
  func passesOverLinks() throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: "..")
    #expect(try paths("sub") == ["sub/c.txt", "sub/deeper/d.html"])
  }

  @Test(
    "What .gitignore leaves out is left out",
    arguments: [
      ("*.md", ["a.tex", "sub/c.txt", "sub/deeper/d.html"]),
      ("# no pattern\n\nbuilt/\n", ["a.tex", "b.md", "sub/c.txt", "sub/deeper/d.html"]),
      ("/c.txt", ["a.tex", "b.md", "built/e.md", "sub/c.txt", "sub/deeper/d.html"]),
      ("sub/*.txt", ["a.tex", "b.md", "built/e.md", "sub/deeper/d.html"]),
      ("sub/**/d.html", ["a.tex", "b.md", "built/e.md", "sub/c.txt"]),
      ("**/deeper", ["a.tex", "b.md", "built/e.md", "sub/c.txt"]),
      ("*.md\n!b.md", ["a.tex", "b.md", "sub/c.txt", "sub/deeper/d.html"]),
      ("b.md/", ["a.tex", "b.md", "built/e.md", "sub/c.txt", "sub/deeper/d.html"]),
      ("[ab].*", ["built/e.md", "sub/c.txt", "sub/deeper/d.html"]),
      ("sub/**", ["a.tex", "b.md", "built/e.md"]),
    ])
  func heedsGitIgnore(patterns: String, expected: [String]) throws {
    try write(".gitignore", patterns)
    #expect(try paths("") == expected)
  }

  @Test("A .gitignore further down counts for its own folder")
  func heedsGitIgnoreBelow() throws {
    try write("sub/.gitignore", "/c.txt\n")
    try write("c.txt", "Text.")
    #expect(try paths("") == ["a.tex", "b.md", "built/e.md", "c.txt", "sub/deeper/d.html"])
  }
}
