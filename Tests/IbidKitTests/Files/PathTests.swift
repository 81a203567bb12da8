import FoundationEssentials
import IbidFormats
import TestSupport
import Testing

@testable import IbidKit

/// What paths and locations lead to.
struct PathTests {
  @Test(
    "The folders above a path come nearest first",
    arguments: [
      ("/a/b/c.md", ["/a/b", "/a", "/"]), ("/c.md", ["/"]), ("/a/./b/../c.md", ["/a", "/"]),
      ("/../a/c.md", ["/a", "/"]),
      ("/a/../../c.md", ["/"]), ("//a//c.md", ["/a", "/"]),
    ])
  func foldersAbove(path: String, folders: [String]) { #expect(Folder.above(path) == folders) }

  @Test("A relative path counts from the folder of the moment")
  func foldersAboveHere() {
    let here = FileManager.default.currentDirectoryPath
    #expect(Folder.above("c.md").first == here)
    #expect(Folder.above("./a/../c.md").first == here)
    #expect(Folder.above("a/c.md").prefix(2) == [here + "/a", here])
  }

  @Test("A folder is made with those above it, and only a plain file is one")
  func makesFolders() throws {
    let folder = try TemporaryFolder()
    Folder.make(above: folder.path + "/a/b/c.sqlite")
    #expect(try Repository.files(in: folder.path + "/a", endingWith: "").map { $0.split(separator: "/").last } == ["b"])
    Folder.make(above: "c.sqlite")
    #expect(!Folder.hasFile(folder.path) && !Folder.hasFile(folder.path + "/none"))
    #expect(Folder.hasFile(try folder.write("x", "x")))
  }

  @Test(
    "Only what begins as a URL has a scheme",
    arguments: [
      ("postgresql://host/db", "postgresql"), ("X-1+a.b://", "x-1+a.b"), ("z9://a", "z9"), ("A://", "a"),
      ("9p://l", nil), ("a b://l", nil), ("a:/l", nil),
      ("://l", nil), ("a:l", nil), ("./a://b", nil), ("library.sqlite", nil), ("", nil), ("[://", nil), ("{://", nil),
      ("@://", nil), ("a/://", nil),
      ("a:://", nil), ("a;://", nil),
    ] as [(String, String?)])
  func schemes(location: String, scheme: String?) { #expect(LibraryEngine.scheme(of: location) == scheme) }

  @Test("An article takes in plain files of its folder, and nothing outside of it")
  func articleFolder() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/below", withIntermediateDirectories: true)
    try folder.write("one.tex", "one")
    try folder.write("below/two.tex", "two")
    try folder.write("empty.tex", "")
    let secret = try outside.write("secret.tex", "secret")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.tex", withDestinationPath: secret)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/own.tex", withDestinationPath: "one.tex")
    let article = try #require(ArticleFolder(of: folder.path + "/main.tex"))
    func text(_ name: String) -> String? { article.bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }
    #expect(text("one.tex") == "one" && text("below/two.tex") == "two" && text("own.tex") == "one")
    #expect(text("below/../one.tex") == "one")
    for name in ["none.tex", "below", ".", "link.tex", secret, "../" + secret, "one.tex\0", "empty.tex"] {
      #expect(text(name) == nil, "\(name)")
    }
    #expect(ArticleFolder(of: "-") == nil)
    #expect(ArticleFolder(of: folder.path + "/none/main.tex") == nil)
    #expect(ArticleFolder(of: "main.tex") != nil && ArticleFolder(of: "/main.tex") != nil)
  }

  @Test("A file beside another folder whose name begins alike is outside")
  func articleFolderOfLikeName() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "ab"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    try folder.write("ab/x.tex", "x")
    #expect(ArticleFolder(of: folder.path + "/a/main.tex")?.bytes(of: "../ab/x.tex") == nil)
  }

  @Test("A file is as large as allowed, or refused")
  func limitsFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a", "12345")
    #expect(try InputFile(path: path).bytes(limit: 5).count == 5)
    #expect(throws: IbidError.self) { try InputFile(path: path).bytes(limit: 4) }
    let files = DiskStyleFiles()
    #expect(files.bytes(at: path)?.count == 5)
    #expect(
      files.bytes(at: folder.path) == nil && files.bytes(at: path + "x") == nil && files.bytes(at: "/dev/null") == nil)
    #expect(files.names(in: folder.path) == ["a"] && files.names(in: path) == [])
    #expect(DiskStyleFiles.stamp(of: folder.path) != 0 && DiskStyleFiles.stamp(of: path + "x") == 0)
  }

  @Test(
    "The ending is what stands behind the last point of a name",
    arguments: [
      ("a.bib", "bib", "bib"), ("A.BIB", "bib", "bib"), ("x/a.bib.gz", "bib", "gz"), ("a.xml", nil, "xml"),
      ("a.xml.gz", nil, "gz"), (".bib", nil, nil),
      (".a.bib", "bib", "bib"), ("a", nil, nil), ("a.", nil, nil), ("a.b/c", nil, nil), ("..a", nil, nil),
      ("a.gz", nil, "gz"), ("", nil, nil),
    ] as [(String, String?, String?)])
  func endings(path: String, reading: String?, writing: String?) {
    #expect(FileEnding(of: path, for: .reading)?.text == reading)
    #expect(FileEnding(of: path, for: .writing)?.text == writing)
  }

  @Test(
    "A file that a manuscript names stands beside it",
    arguments: [
      ("a.bib", "x/paper.md", "x/a.bib"), ("a.bib", "paper.md", "a.bib"), ("/a.bib", "x/paper.md", "/a.bib"),
      ("a.bib", "/paper.md", "/a.bib"),
      ("../a.bib", "x/y/paper.md", "x/y/../a.bib"),
    ])
  func besides(file: String, manuscript: String, path: String) {
    #expect(ArticleBibliography.path(of: file, besides: manuscript) == path)
  }
}
