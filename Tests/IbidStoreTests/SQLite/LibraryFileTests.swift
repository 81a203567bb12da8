import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import IbidStore

struct LibraryFileTests {
  @Test("Only a plain file without a byte is empty")
  func tellsEmptyFiles() throws {
    let folder = try TemporaryFolder()
    #expect(LibraryFile.isEmpty(try folder.write("empty", "")))
    #expect(!LibraryFile.isEmpty(try folder.write("full", "x")))
    #expect(!LibraryFile.isEmpty(folder.path) && !LibraryFile.isEmpty(folder.path + "/none"))
    #expect(!LibraryFile.isEmpty("/dev/null"))
  }

  @Test("A file is itself until another one comes in its place")
  func tellsFilesApart() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write("one", "x")
    let two = try folder.write("two", "x")
    #expect(LibraryFile(path: one) == LibraryFile(path: one))
    #expect(LibraryFile(path: one) != LibraryFile(path: two))
    #expect(LibraryFile(path: folder.path + "/none") == nil)
    let before = LibraryFile(path: one)
    #expect(rename(two, one) == 0)
    #expect(LibraryFile(path: one) != before)
  }

  @Test("A path counts from the root on")
  func makesPathsAbsolute() {
    #expect(LibraryFile.absolute("/a/b") == "/a/b")
    #expect(LibraryFile.absolute("a/b") == FileManager.default.currentDirectoryPath + "/a/b")
  }

  @Test("Typed searches, phrases and prefixes as FTS5 has them")
  func rendersQueries() throws {
    #expect(try SearchQuery("author:roe \"a b\" c*").fts5 == "author : \"roe\" AND \"a b\" AND \"c\"*")
    #expect(SearchQuery(place: "27p100").fts5 == "identifier : \"27p100\"")
  }
}
