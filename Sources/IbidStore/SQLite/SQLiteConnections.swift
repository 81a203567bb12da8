internal import GRDB
internal import Synchronization

/// A connection to a library's file, for one thread at a time.
struct SQLiteConnection: Sendable {
  let queue: DatabaseQueue
  /// The file that it is connected to.
  let file: LibraryFile?

  /// Gives up what is under way.
  func rollBack() {
    queue.unsafeReentrantWrite { database in
      if database.isInsideTransaction { try? database.rollback() }
    }
  }
}

/// The connections to one library that nobody uses at the moment: opening one costs more than a look-up.
final class SQLiteConnections: Sendable {
  private let path: String
  private let absolutePath: String
  private let access: LibraryAccess
  private let idle = Mutex<[SQLiteConnection]>([])

  /// Connections that are kept: each may hold a cache.
  private static let most = 4

  /// Opens a library, and makes it where it is missing and may be made.
  init(path: String, access: LibraryAccess) throws {
    self.path = path
    // A library that goes missing later is missed, and not made anew with nothing in it.
    self.access = access == .read ? .read : .update
    absolutePath = LibraryFile.absolute(path)
    give(back: try open(access))
  }

  /// A connection, opened where none is idle.
  func take() throws -> SQLiteConnection {
    let file = LibraryFile(path: absolutePath)
    // Where another file has come in the place of the one that was opened, that one is nobody's any more.
    let kept = idle.withLock { idle in
      idle.removeAll { $0.file != file }
      return idle.popLast()
    }
    return try kept ?? open(access)
  }

  /// A connection that sees the library as it is now until its transaction ends.
  func takeReading() throws -> SQLiteConnection {
    let connection = try take()
    do {
      try beginReading(connection)
      return connection
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      // An import was killed since the connection was opened.
      let connection = try open(access)
      try beginReading(connection)
      return connection
    }
  }

  /// SQLite's moment is that of the first look into the file.
  private func beginReading(_ connection: SQLiteConnection) throws {
    try connection.queue.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
    }
  }

  /// Takes a connection back, with nothing under way on it.
  func give(back connection: SQLiteConnection) {
    connection.rollBack()
    idle.withLock { idle in
      if idle.count < Self.most { idle.append(connection) }
    }
  }

  private func open(_ access: LibraryAccess) throws -> SQLiteConnection {
    let exists = LibraryFile(path: absolutePath) != nil
    if access != .create, !exists { throw LibraryError.missing(path: path) }
    let mayMake = access == .create && (!exists || isEmptyLibraryFile)
    do {
      return try open(access, readonly: access == .read, mayMake: mayMake)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY && access == .read {
      // An import that was killed left a journal; SQLite rolls it back only where it may write.
      return try open(access, readonly: false, mayMake: false)
    }
  }

  /// Whether this is an empty file that is named as a library: what an interrupted first import may leave.
  private var isEmptyLibraryFile: Bool { path.hasSuffix(".sqlite") && LibraryFile.isEmpty(absolutePath) }

  /// Bytes of pages that are kept in memory: a step of an import fits into it.
  private static let cacheSize = 48 << 20

  private func open(_ access: LibraryAccess, readonly: Bool, mayMake: Bool) throws -> SQLiteConnection {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    // A step of an import, and a snapshot, last longer than one call.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // Debian's SQLite overwrites with zeros whatever it moves or frees, a tenth of an import: a bibliography holds no
      // secrets.
      try database.execute(
        sql: """
          PRAGMA page_size = \(Schema.pageSize); PRAGMA cache_size = -\(Self.cacheSize >> 10); PRAGMA secure_delete = OFF;
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA
          """)
    }
    let queue = try DatabaseQueue(path: absolutePath, configuration: configuration)
    try queue.inDatabase { database in
      try Schema.check(database, path: path, mayMake: mayMake, mayChange: access != .read)
    }
    return SQLiteConnection(queue: queue, file: LibraryFile(path: absolutePath))
  }
}
