internal import GRDB
internal import IbidModel

/// A library's file as it is while a transaction lasts.
final class SQLiteSnapshot: LibrarySnapshot {
  /// Nil when the snapshot has ended.
  private var database: Database?
  private let path: String
  private var hasJournalTables: Bool?

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// From now on nothing can be read.
  func end() { database = nil }

  func count() throws(LibraryError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") ?? 0 }
  }

  func item(key: String) throws(LibraryError) -> Item? {
    try read { database in
      guard let number = try number(ofKey: key, database) else { return nil }
      return try Self.item(number, database)
    }
  }

  /// The number of the work of a key, or of a key that once was its own.
  func number(ofKey key: String, _ database: Database) throws -> Int64? {
    guard try hasJournal(database) else {
      return try Int64.fetchOne(database, sql: "SELECT number FROM item WHERE key = ?", arguments: [key])
    }
    let given = try PreparedStatement(cached: EntryTable.byGivenKeySQL, in: database)
    return try EntryTable.given(key, given)?.number
  }

  /// Whether the library has a journal and sources; one of an earlier version, which may only be read, has none.
  func hasJournal(_ database: Database) throws -> Bool {
    if let known = hasJournalTables { return known }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    hasJournalTables = version >= Schema.firstWithJournal
    return version >= Schema.firstWithJournal
  }

  func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item] {
    guard query.hasWords else { return [] }
    return try read { try Self.best($0, query.fts5, limit: limit) }
  }

  func numbers(of query: SearchQuery, limit: Int) throws(LibraryError) -> [Int64] {
    guard query.hasWords else { return [] }
    return try read { database in
      let rows = try PreparedStatement(
        cached: "SELECT rowid FROM item_text WHERE item_text MATCH ? ORDER BY rowid LIMIT ?", in: database)
      rows.bind(query.fts5, at: 1)
      rows.bind(Int64(limit), at: 2)
      return try Self.numbers(rows)
    }
  }

  func numbers(with identifier: Identifier) throws(LibraryError) -> [Int64] {
    try read { database in
      let rows = try PreparedStatement(
        cached: "SELECT item FROM identifier WHERE kind = ? AND value = ? ORDER BY item", in: database)
      rows.bind(identifier.kind.rawValue, at: 1)
      rows.bind(identifier.value, at: 2)
      return try Self.numbers(rows)
    }
  }

  func item(number: Int64) throws(LibraryError) -> Item? {
    try read { try Self.item(number, $0) }
  }

  static func item(_ number: Int64, _ database: Database) throws -> Item? {
    let rows = try PreparedStatement(cached: "SELECT json FROM item WHERE number = ?", in: database)
    defer { rows.reset() }
    rows.bind(number, at: 1)
    return try rows.next() ? try StoredItem.item(Array(rows.bytes(0))) : nil
  }

  func lastNumber() throws(LibraryError) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT max(number) FROM item") ?? 0 }
  }

  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError) {
    try read { database in
      for number in try Self.numbersByKey(database) {
        guard let item = try Self.item(number, database), body(item) else { return }
      }
    }
  }

  /// The works' numbers in the order of their keys. Sorting whole records would take their room again on disk.
  static func numbersByKey(_ database: Database) throws -> [Int64] {
    try numbers(try PreparedStatement(cached: "SELECT number FROM item ORDER BY key", in: database))
  }

  /// The best of the items that an FTS5 expression finds.
  private static func best(_ database: Database, _ expression: String, limit: Int) throws -> [Item] {
    // Records are read only once they are known to be among the best: a common word stands in thousands.
    let hits = try PreparedStatement(
      cached: """
        SELECT rowid, round(bm25(item_text, 8, 6, 2, 4, 3, 1, 8, 1), 6) AS score FROM item_text
        WHERE item_text MATCH ? ORDER BY score
        """, in: database)
    defer { hits.reset() }
    let record = try PreparedStatement(cached: "SELECT json FROM item WHERE number = ?", in: database)
    defer { record.reset() }
    hits.bind(expression, at: 1)
    var found: [(score: Double, item: Item)] = []
    while try hits.next() {
      let score = hits.real(1)
      if found.count >= limit, let last = found.last, last.score < score { break }
      record.bind(hits.number(0), at: 1)
      if try record.next() { found.append((score, try StoredItem.item(Array(record.bytes(0))))) }
      record.reset()
    }
    found.sort {
      $0.score != $1.score ? $0.score < $1.score : $0.item.id.utf8.lexicographicallyPrecedes($1.item.id.utf8)
    }
    return found.prefix(limit).map(\.item)
  }

  private static func numbers(_ rows: PreparedStatement) throws -> [Int64] {
    defer { rows.reset() }
    var numbers: [Int64] = []
    while try rows.next() { numbers.append(rows.number(0)) }
    return numbers
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    guard let database else { throw .failed(path: path, reason: "was read after its snapshot had ended") }
    do { return try body(database) } catch { throw LibraryError(error, path: path) }
  }
}
