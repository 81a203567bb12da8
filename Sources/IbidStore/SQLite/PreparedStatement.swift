internal import GRDB
internal import GRDBSQLite

/// An SQL statement that is bound and stepped as SQLite itself does it: an import runs ten of them a record, and GRDB's
/// values and rows between would cost more than SQLite's own work.
///
/// Bind every parameter, then ``run()``, or ``next()`` and ``reset()``.
struct PreparedStatement {
  private let statement: GRDB.Statement
  private let handle: OpaquePointer
  private let connection: OpaquePointer?

  init(_ sql: String, in database: Database) throws { self.init(try database.makeStatement(sql: sql), in: database) }

  /// A statement that the connection keeps for the next one who asks.
  init(cached sql: String, in database: Database) throws {
    self.init(try database.cachedStatement(sql: sql), in: database)
    reset()
  }

  private init(_ statement: GRDB.Statement, in database: Database) {
    self.statement = statement
    handle = statement.sqliteStatement
    connection = database.sqliteConnection
  }

  /// Binds a number; parameters count from 1.
  func bind(_ number: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, number) }

  /// Binds nothing.
  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds a text, which SQLite copies.
  func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bind($0, at: index, destructor: Self.copies) }
  }

  /// Binds a text in UTF-8, which SQLite copies.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) { bind(text, at: index, destructor: Self.copies) }

  /// Binds a text that stays where it is until the statement has run.
  func bind(lasting text: UnsafeBufferPointer<UInt8>, at index: Int32) { bind(text, at: index, destructor: nil) }

  private func bind(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int32, destructor: sqlite3_destructor_type?
  ) {
    guard let start = text.baseAddress else {
      sqlite3_bind_text(handle, index, "", 0, Self.copies)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) { start in
      _ = sqlite3_bind_text64(handle, index, start, UInt64(text.count), destructor, UInt8(SQLITE_UTF8))
    }
  }

  /// SQLite's mark for a text that it must copy, a cast of -1.
  private static var copies: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  /// Runs a statement that gives no rows.
  func run() throws {
    _ = try next()
    reset()
  }

  /// Whether there is a next row.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = connection.map { String(cString: sqlite3_errmsg($0)) }
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Makes the statement ready for its next run.
  func reset() { sqlite3_reset(handle) }

  /// The row's column as a number; columns count from 0.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// Whether the row's column holds nothing.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The row's column as a real number.
  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The row's column as a text.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The row's column, until the statement is stepped or reset.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: sqlite3_column_text(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
  }
}
