import GRDB
import TestSupport
import Testing

@testable import IbidStore

struct SQLiteSettingsTests {
  /// Nothing of it shows before a power cut or a forged file: here it is held.
  @Test(
    "Each connection is set so that a commit outlasts a power cut, and a forged file does nothing",
    arguments: [
      ("synchronous", "3"), ("journal_mode", "delete"), ("busy_timeout", "30000"), ("foreign_keys", "1"),
      ("trusted_schema", "0"), ("cell_size_check", "1"), ("page_size", "32768"), ("cache_size", "-49152"),
      ("secure_delete", "0"),
    ])
  func settings(name: String, value: String) throws {
    let folder = try TemporaryFolder()
    for access in [LibraryAccess.create, .update, .read] {
      let connections = try SQLiteConnections(path: folder.path + "/l.sqlite", access: access)
      // The second is opened while the first is in use.
      for connection in [try connections.take(), try connections.take()] {
        let found = try connection.queue.inDatabase { database in
          try String.fetchOne(database, sql: "PRAGMA \(name)")
        }
        #expect(found == value)
      }
    }
  }

  @Test("No more than four connections are kept, and what was under way on one is given up")
  func keepsFewConnections() throws {
    let folder = try TemporaryFolder()
    let connections = try SQLiteConnections(path: folder.path + "/l.sqlite", access: .create)
    let taken = try (0..<6).map { _ in try connections.take() }
    try taken[5].queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; DELETE FROM item") }
    for connection in taken.reversed() { connections.give(back: connection) }
    let again = try (0..<6).map { _ in try connections.take() }
    let kept = again.count { connection in taken.contains { $0.queue === connection.queue } }
    #expect(kept == 4)
    for connection in again { #expect(!connection.queue.inDatabase { $0.isInsideTransaction }) }
  }

  @Test("A path counts from the folder in which the library was opened")
  func pathsAreAbsolute() {
    #expect(LibraryFile.absolute("/a/b") == "/a/b")
    let relative = LibraryFile.absolute("a/b")
    #expect(relative.hasPrefix("/") && relative.hasSuffix("/a/b"))
  }
}
