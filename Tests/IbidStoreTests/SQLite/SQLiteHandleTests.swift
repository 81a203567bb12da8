import FoundationEssentials
import Glibc
import IbidModel
import IbidStore
import TestSupport
import Testing

/// A handle that is held open for long, beside other processes, for which other handles stand here.
struct SQLiteHandleTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/l.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    _ = try SQLiteLibrary(path: path, access: .create).add([article("Pain", pmid: "1")])
  }

  @Test("Others write between two checks of one handle, and the second sees it")
  func blocksNobodyBetweenChecks() throws {
    let library = try SQLiteLibrary(path: path, access: .read)
    let first = try library.snapshot { (now) throws(LibraryError) in try now.count() }
    _ = try SQLiteLibrary(path: path, access: .update).add([article("Gain", pmid: "2")])
    #expect(try first == 1 && library.count() == 2)
    #expect(try library.search(SearchQuery("gain")).count == 1)
  }

  @Test("A file that comes in the library's place is the library from then on")
  func followsTheFile() throws {
    let library = try SQLiteLibrary(path: path, access: .read)
    #expect(try library.count() == 1)
    let other = folder.path + "/other.sqlite"
    _ = try SQLiteLibrary(path: other, access: .create).add((2..<5).map { article("T\($0)", pmid: "\($0)") })
    #expect(rename(other, path) == 0)
    #expect(try library.count() == 3)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: LibraryError.missing(path: path)) { try library.count() }
    try folder.write("l.sqlite", "what is this")
    #expect(throws: LibraryError.self) { try library.count() }
  }

  @Test(
    "A library that goes missing is missed by its handle, and not made anew",
    arguments: [LibraryAccess.update, .create])
  func missesTheFile(access: LibraryAccess) throws {
    let library = try SQLiteLibrary(path: path, access: access)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: LibraryError.missing(path: path)) { try library.items() }
    #expect(throws: LibraryError.missing(path: path)) { try library.add([article("Gain")]) }
    #expect(try Repository.files(in: folder.path, endingWith: "").isEmpty)
  }

  @Test("What a killed import left half done is undone by who reads next: a new handle, or one that was open before")
  func undoesWhatWasLeft() throws {
    let names = ["open", "fresh"].map { "\($0).sqlite" }
    let kept = try Repository.bytes(path)
    for name in names { try folder.write(name, kept) }
    let open = try SQLiteLibrary(path: folder.path + "/open.sqlite", access: .read)
    #expect(try open.count() == 1)
    let intake = try SQLiteLibrary(path: path, access: .update).intake("test")
    _ = try intake.add([article("Gain", pmid: "2")])
    // A journal that no process holds is what a kill leaves, with its mark and «all records» where it was flushed, as it
    // is before the library's own pages are written: the first of them is half done.
    var journal = try Repository.bytes(path + "-journal")
    journal.replaceSubrange(0..<12, with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0xFF, 0xFF, 0xFF, 0xFF])
    let page = journal[512..<516].reduce(0) { $0 << 8 | Int($1) }
    var torn = kept
    for index in (page * 32768 - 32768 / 2)..<(page * 32768) { torn[index] = 0xFF }
    for name in names {
      try torn.withUnsafeBytes { bytes in
        let file = try #require(fopen(folder.path + "/" + name, "r+"))
        defer { fclose(file) }
        #expect(fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count)
      }
      try folder.write(name + "-journal", journal)
    }
    let fresh = try SQLiteLibrary(path: folder.path + "/fresh.sqlite", access: .read)
    for library in [open, fresh] {
      #expect(try library.count() == 1)
      #expect(try library.search(SearchQuery("pain")).count == 1)
    }
    for name in names { #expect(try Repository.bytes(folder.path + "/" + name) == kept) }
    #expect(try Repository.files(in: folder.path, endingWith: "-journal") == [path + "-journal"])
  }
}
