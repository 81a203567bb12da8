package import IbidModel
internal import GRDB
internal import IbidText

/// The library on disk: items by key, their identifiers, and a full-text index, in one SQLite file.
///
/// The file is written with a rollback journal rather than a write-ahead log: between two commands it is one file
/// that can be copied, and it opens on read-only media. `synchronous=EXTRA` makes each commit survive a power cut.
package struct Library: Sendable {
  /// What a caller wants of a library.
  package enum Access: Sendable {
    /// Reading an existing library.
    case read
    /// Reading and writing; a file that is missing is made.
    case write
  }

  /// The file.
  package let path: String
  let queue: DatabaseQueue

  /// Opens a library.
  ///
  /// - Throws: `LibraryError` where the file is missing (for reading), no library of ours, made by a later version,
  ///   or cannot be opened.
  package init(path: String, access: Access) throws(LibraryError) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = access == .read
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA")
    }
    if access == .read, !Self.fileExists(path) { throw .missing(path: path) }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { database in try Self.check(database, path: path, access: access) }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static func check(_ database: Database, path: String, access: Access) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    switch (application, tables) {
    case (Schema.applicationID, _):
      guard version <= Schema.version else {
        throw LibraryError.tooNew(path: path, version: version, known: Schema.version)
      }
    case (0, 0) where access == .write:
      try database.inTransaction {
        try Schema.create(in: database)
        return .commit
      }
    default: throw LibraryError.notALibrary(path: path)
    }
  }

  /// How many items the library holds.
  ///
  /// - Throws: `LibraryError`.
  package func count() throws(LibraryError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") ?? 0 }
  }

  /// The item of this key.
  ///
  /// - Throws: `LibraryError`.
  package func item(key: String) throws(LibraryError) -> Item? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT json FROM item WHERE key = ?", arguments: [key]).flatMap(Self.item)
    }
  }

  /// Every item, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func items() throws(LibraryError) -> [Item] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT json FROM item ORDER BY key").compactMap(Self.item)
    }
  }

  /// Every key, in order.
  ///
  /// - Throws: `LibraryError`.
  package func keys() throws(LibraryError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT key FROM item ORDER BY key") }
  }

  /// The items that a query finds, best first; of equal ones in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func search(_ query: SearchQuery, limit: Int = .max) throws(LibraryError) -> [Item] {
    guard !query.expression.isEmpty else { return [] }
    return try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT item.json FROM item_text JOIN item ON item.number = item_text.rowid
          WHERE item_text MATCH ?
          ORDER BY round(bm25(item_text, 8, 6, 2, 4, 3, 1, 8), 6), item.key LIMIT ?
          """, arguments: [query.expression, limit]
      ).compactMap(Self.item)
    }
  }

  /// The items that share one of these identifiers, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func items(sharing identifiers: [Identifier]) throws(LibraryError) -> [Item] {
    guard !identifiers.isEmpty else { return [] }
    let any = identifiers.map { _ in "(kind = ? AND value = ?)" }.joined(separator: " OR ")
    return try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT item.json FROM identifier JOIN item ON item.number = identifier.item
          WHERE \(any) ORDER BY item.key
          """, arguments: StatementArguments(identifiers.flatMap { [$0.kind.rawValue, $0.value] })
      ).compactMap(Self.item)
    }
  }

  /// Takes the items of these keys out, all or none, and tells which of the keys the library had.
  ///
  /// - Throws: `LibraryError`.
  package func remove(keys: [String]) throws(LibraryError) -> [String] {
    try write { database in
      try keys.filter { key in
        guard let entry = try Entry.fetch(database, key: key) else { return false }
        try entry.delete(from: database)
        return true
      }
    }
  }

  static func item(json: String) -> Item? {
    (try? JSONReader.value(of: json)).flatMap(Item.init(cslJSON:))
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try queue.inDatabase(body) } catch { throw LibraryError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try queue.write(body) } catch { throw LibraryError(error, path: path) }
  }
}

extension LibraryError {
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode):
      self = .notADatabase(path: path, reason: error.message ?? "\(error.resultCode)")
    case let error as DatabaseError: self = .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    default: self = .failed(path: path, reason: "\(error)")
    }
  }
}
