internal import GRDB
internal import Glibc
internal import Synchronization

/// The library on disk: items by key, their identifiers, and a full-text index, in one SQLite file.
///
/// The file is written with a rollback journal rather than a write-ahead log: between two commands it is one file
/// that can be copied, and it opens on read-only media. `synchronous=EXTRA` makes each commit survive a power cut.
///
/// Each snapshot and each intake has a connection to itself, so that those of one handle are to each other as those of
/// two processes: SQLite's own locks keep them apart, and who waits gives up after half a minute.
package final class SQLiteLibrary: Library {
  private let path: String
  private let connections: SQLiteConnections
  /// The connections of the snapshots that are under way, by thread.
  private let snapshots = Mutex<[pthread_t: SQLiteConnection]>([:])

  /// Opens a library.
  ///
  /// - Throws: `LibraryError` where the file is missing (for reading), no library of ours, made by a later version,
  ///   or cannot be opened.
  package init(path: String, access: LibraryAccess) throws(LibraryError) {
    self.path = path
    do { connections = try SQLiteConnections(path: path, access: access) } catch {
      throw LibraryError(error, path: path)
    }
  }

  package func snapshot<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    do {
      if let outer = snapshots.withLock({ $0[pthread_self()] }) { return try read(outer, body) }
      let connection = try connections.takeReading()
      let thread = pthread_self()
      snapshots.withLock { $0[thread] = connection }
      defer {
        snapshots.withLock { $0[thread] = nil }
        connections.give(back: connection)
      }
      return try read(connection, body)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private func read<Value>(
    _ connection: SQLiteConnection, _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws -> Value {
    // A snapshot within another one runs where that one runs already.
    try connection.queue.unsafeReentrantWrite { database in
      let snapshot = SQLiteSnapshot(database, path: path)
      defer { snapshot.end() }
      return try body(snapshot)
    }
  }

  package func intake(_ command: String) -> any LibraryIntake { SQLiteIntake(self, command: command) }

  /// A connection for an intake.
  func takeWriting() throws -> SQLiteConnection {
    guard snapshots.withLock({ $0[pthread_self()] }) == nil else {
      throw LibraryError.failed(path: path, reason: "cannot be written to within a snapshot, which it would wait for")
    }
    return try connections.take()
  }

  func give(back connection: SQLiteConnection) { connections.give(back: connection) }

  /// The error as the library's.
  func error(_ error: any Error) -> LibraryError { LibraryError(error, path: path) }
}
