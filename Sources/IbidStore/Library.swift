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
    /// Reading and writing an existing library.
    case update
    /// Reading and writing; a file that is missing is made.
    case create
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
    let exists = Self.fileExists(path)
    if access != .create, !exists { throw .missing(path: path) }
    let mayMake = access == .create && (!exists || Self.isEmptyLibraryFile(path))
    do {
      queue = try Self.open(path, for: access, readonly: access == .read, mayMake: mayMake)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY && access == .read {
      // An import that was killed left a journal; SQLite rolls it back only where it may write.
      do { queue = try Self.open(path, for: access, readonly: false, mayMake: false) } catch {
        throw LibraryError(error, path: path)
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Bytes of pages that are kept in memory: a step of an import fits into it.
  private static let cacheSize = 48 << 20

  private static func open(
    _ path: String, for access: Access, readonly: Bool, mayMake: Bool
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    // A step of an import lasts longer than one call.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // Debian's SQLite overwrites with zeros whatever it moves or frees, a tenth of an import: a bibliography holds no
      // secrets.
      try database.execute(
        sql: """
          PRAGMA page_size = \(Schema.pageSize); PRAGMA cache_size = -\(cacheSize >> 10); PRAGMA secure_delete = OFF;
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      try check(database, path: path, mayMake: mayMake, mayChange: access != .read)
    }
    return queue
  }

  /// Whether this is an empty file that is named as a library: what an interrupted first import may leave.
  private static func isEmptyLibraryFile(_ path: String) -> Bool { path.hasSuffix(".sqlite") && fileIsEmpty(path) }

  private static func check(_ database: Database, path: String, mayMake: Bool, mayChange: Bool) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    switch (application, tables) {
    case (Schema.applicationID, _):
      guard version <= Schema.version else {
        throw LibraryError.tooNew(path: path, version: version, known: Schema.version)
      }
      guard mayChange, version < Schema.version else { return }
      try database.inTransaction(.immediate) {
        // Another process may have done it meanwhile.
        if try Int.fetchOne(database, sql: "PRAGMA user_version") != Schema.version {
          try Schema.upgrade(database)
        }
        return .commit
      }
    case (0, 0) where mayMake:
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
      try Self.items(database, "SELECT json FROM item WHERE key = ?", key).first
    }
  }

  /// Every item, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func items() throws(LibraryError) -> [Item] {
    try read { database in
      try Self.items(database, "SELECT json FROM item ORDER BY key")
    }
  }

  /// Gives every item to `body`, one after another in the order of the keys, all as they are at one moment.
  ///
  /// - Throws: `LibraryError`; what `body` throws, as it is.
  package func forEachItem(_ body: (Item) throws -> Void) throws {
    let failure = try read { database -> (any Error)? in
      let rows = try PreparedStatement("SELECT json FROM item ORDER BY key", in: database)
      while try rows.next() {
        let item = try Self.item(Array(rows.bytes(0)))
        do { try body(item) } catch { return error }
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Every key, in order.
  ///
  /// - Throws: `LibraryError`.
  package func keys() throws(LibraryError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT key FROM item ORDER BY key") }
  }

  /// The items that share one of these identifiers, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func items(sharing identifiers: [Identifier]) throws(LibraryError) -> [Item] {
    try read { database in
      var found: [Item] = []
      for identifier in identifiers {
        found += try Self.items(
          database,
          """
          SELECT item.json FROM identifier JOIN item ON item.number = identifier.item WHERE kind = ? AND value = ?
          """, identifier.kind.rawValue, identifier.value
        ).filter { item in !found.contains { $0.id == item.id } }
      }
      return found.sorted { $0.id < $1.id }
    }
  }

  /// Takes the items of these keys out, all in one step.
  ///
  /// - Throws: `LibraryError.unknownKey` where the library lacks one of them; then none is taken out.
  package func remove(keys: [String]) throws(LibraryError) {
    try write { database in
      let tables = try EntryTable(database)
      for key in keys {
        guard let entry = try tables.entry(key: key) else { throw LibraryError.unknownKey(key) }
        try tables.delete(entry)
      }
    }
  }

  /// The items of the rows that a statement gives, a record's JSON each; `texts`, then `limit`, are its parameters.
  static func items(
    _ database: Database, _ sql: String, _ texts: String..., limit: Int? = nil
  ) throws -> [Item] {
    let rows = try PreparedStatement(cached: sql, in: database)
    defer { rows.reset() }
    for (index, text) in texts.enumerated() { rows.bind(text, at: Int32(index + 1)) }
    if let limit { rows.bind(Int64(limit), at: Int32(texts.count + 1)) }
    var items: [Item] = []
    while try rows.next() { items.append(try item(Array(rows.bytes(0)))) }
    return items
  }

  /// The item of a record's JSON.
  static func item(_ json: [UInt8]) throws(LibraryError) -> Item {
    guard let item = Item(completeJSON: json) else {
      throw .damaged(record: String(String(decoding: json, as: UTF8.self).prefix(60)))
    }
    return item
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
