import FoundationEssentials
import IbidModel
import IbidStore
import TestSupport
import Testing

struct SQLiteFileTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/l.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try Repository.files(in: folder.path, endingWith: "").map { String($0.dropFirst(folder.path.count + 1)) }
  }

  @Test("A file that is no library is refused and left as it is", arguments: [LibraryAccess.read, .update, .create])
  func refusesOtherFiles(access: LibraryAccess) throws {
    let text = try folder.write("notes.txt", String(repeating: "no database at all ", count: 100))
    let error = #expect(throws: LibraryError.self) { try SQLiteLibrary(path: text, access: access) }
    #expect(error?.message.hasPrefix("\(text): is no library") == true)
    #expect(try Repository.text(text).hasPrefix("no database"))
  }

  @Test(
    "A database of somebody else's is refused and left as it is", arguments: [LibraryAccess.read, .update, .create])
  func refusesOtherDatabases(access: LibraryAccess) throws {
    let other = try OtherDatabase(path, "CREATE TABLE item (number INTEGER PRIMARY KEY)")
    let before = try Repository.bytes(path)
    #expect(throws: LibraryError.notALibrary(path: path)) { try SQLiteLibrary(path: other.path, access: access) }
    #expect(try Repository.bytes(path) == before)
  }

  @Test("A library of a later version is refused and left as it is", arguments: [LibraryAccess.read, .update, .create])
  func refusesLaterVersions(access: LibraryAccess) throws {
    _ = try SQLiteLibrary(path: path, access: .create)
    _ = try OtherDatabase(path, "PRAGMA user_version = 6")
    let before = try Repository.bytes(path)
    #expect(throws: LibraryError.tooNew(path: path, version: 6, known: 5)) {
      try SQLiteLibrary(path: path, access: access)
    }
    #expect(try Repository.bytes(path) == before)
  }

  @Test("Only who may make a library makes one", arguments: [LibraryAccess.read, .update])
  func makesNone(access: LibraryAccess) throws {
    #expect(throws: LibraryError.missing(path: path)) { try SQLiteLibrary(path: path, access: access) }
    #expect(try names() == [])
  }

  @Test(
    "An empty file becomes a library where it is named as one and may be made",
    arguments: [LibraryAccess.read, .update, .create])
  func emptyFiles(access: LibraryAccess) throws {
    try folder.write("l.sqlite", "")
    let text = try folder.write("l.txt", "")
    #expect(throws: LibraryError.notALibrary(path: text)) { try SQLiteLibrary(path: text, access: access) }
    if case .create = access {
      #expect(try SQLiteLibrary(path: path, access: access).count() == 0)
    } else {
      #expect(throws: LibraryError.notALibrary(path: path)) { try SQLiteLibrary(path: path, access: access) }
      #expect(try Repository.bytes(path).isEmpty)
    }
    #expect(try Repository.bytes(text).isEmpty)
  }

  @Test("A library is one file with a rollback journal, also while it is held open")
  func isOneFile() throws {
    let library = try SQLiteLibrary(path: path, access: .create)
    _ = try library.add([article("Pain", pmid: "1")])
    #expect(try library.count() == 1)
    #expect(try names() == ["l.sqlite"])
    // Bytes 18 and 19 of the header: 1 is a rollback journal, 2 a write-ahead log.
    #expect(try Repository.bytes(path)[18...19] == [1, 1])
    #expect(try SQLiteLibrary(path: path, access: .read).count() == 1)
  }

  @Test("A library that is read cannot be written to")
  func readingDoesNotWrite() throws {
    _ = try SQLiteLibrary(path: path, access: .create)
    let library = try SQLiteLibrary(path: path, access: .read)
    #expect(throws: LibraryError.self) { try library.add([article("Pain")]) }
    #expect(try library.count() == 0)
  }

  @Test("A library in a folder that cannot be written to is read")
  func readsReadOnlyMedia() throws {
    _ = try SQLiteLibrary(path: path, access: .create).add([article("Pain")])
    for (file, mode) in [(path, 0o444), (folder.path, 0o555)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let library = try SQLiteLibrary(path: path, access: .read)
    #expect(try library.search(SearchQuery("pain")).count == 1)
    #expect(try names() == ["l.sqlite"])
  }

  @Test("A record whose JSON is damaged is named, and others are read")
  func namesDamagedRecords() throws {
    let library = try SQLiteLibrary(path: path, access: .create)
    _ = try library.add([article("Pain", key: "a"), article("Gain", key: "b")])
    _ = try OtherDatabase(path, "UPDATE item SET json = '{\"id\":\"a\",' WHERE key = 'a'")
    #expect(throws: LibraryError.damaged(record: #"{"id":"a","#)) { try library.item(key: "a") }
    #expect(throws: LibraryError.damaged(record: #"{"id":"a","#)) { try library.items() }
    #expect(throws: LibraryError.damaged(record: #"{"id":"a","#)) { try library.search(SearchQuery("pain")) }
    #expect(try library.item(key: "b")?[.title] == "Gain")
  }

  @Test("A library that was cut off is called broken, and is not made anew")
  func namesBrokenFiles() throws {
    _ = try SQLiteLibrary(path: path, access: .create).add((0..<300).map { article("Pain \($0)", pmid: "\($0 + 1)") })
    let whole = try Repository.bytes(path)
    try folder.write("l.sqlite", whole.prefix(32768 * 2))
    let error = #expect(throws: LibraryError.self) { try SQLiteLibrary(path: path, access: .create).items() }
    #expect(error?.message.contains("restore it from a copy") == true, "\(error?.message ?? "")")
    #expect(try Repository.bytes(path).count == 32768 * 2)
  }
}
