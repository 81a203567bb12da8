import GRDBSQLite

/// A library's file in the hands of somebody else, who writes to it as he likes.
struct OtherDatabase {
  /// The file.
  let path: String

  /// What SQLite could not do.
  struct Failure: Error { let message: String }

  /// Runs statements on the database at this path, which is made where it is missing.
  init(_ path: String, _ sql: String) throws {
    self.path = path
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK, sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw Failure(message: String(cString: sqlite3_errmsg(connection)))
    }
  }
}
