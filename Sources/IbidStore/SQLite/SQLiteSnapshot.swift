internal import GRDB
internal import IbidModel

/// A library's file as it is while a transaction lasts.
final class SQLiteSnapshot: LibrarySnapshot {
  /// Nil when the snapshot has ended.
  private var database: Database?
  private let path: String

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
    try read { try Self.items($0, "SELECT json FROM item WHERE key = ?", key).first }
  }

  func items(sharing identifiers: [Identifier]) throws(LibraryError) -> [Item] {
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

  func search(_ query: SearchQuery, order: SearchOrder, limit: Int) throws(LibraryError) -> [Item] {
    guard !query.clauses.isEmpty else { return [] }
    return try read { database in
      switch order {
      case .relevance: try Self.best(database, query.fts5, limit: limit)
      case .intake:
        try Self.items(
          database,
          """
          SELECT item.json FROM item_text JOIN item ON item.number = item_text.rowid
          WHERE item_text MATCH ? ORDER BY item_text.rowid LIMIT ?
          """, query.fts5, limit: limit)
      }
    }
  }

  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError) {
    try read { database in
      let rows = try PreparedStatement("SELECT json FROM item ORDER BY key", in: database)
      while try rows.next() {
        guard body(try StoredItem.item(Array(rows.bytes(0)))) else { return }
      }
    }
  }

  /// The best of the items that an FTS5 expression finds.
  private static func best(_ database: Database, _ expression: String, limit: Int) throws -> [Item] {
    // Records are read only once they are known to be among the best: a common word stands in thousands.
    let hits = try PreparedStatement(
      cached: """
        SELECT rowid, round(bm25(item_text, 8, 6, 2, 4, 3, 1, 8), 6) AS score FROM item_text
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

  /// The items of the rows that a statement gives, a record's JSON each; `texts`, then `limit`, are its parameters.
  private static func items(
    _ database: Database, _ sql: String, _ texts: String..., limit: Int? = nil
  ) throws -> [Item] {
    let rows = try PreparedStatement(cached: sql, in: database)
    defer { rows.reset() }
    for (index, text) in texts.enumerated() { rows.bind(text, at: Int32(index + 1)) }
    if let limit { rows.bind(Int64(limit), at: Int32(texts.count + 1)) }
    var items: [Item] = []
    while try rows.next() { items.append(try StoredItem.item(Array(rows.bytes(0)))) }
    return items
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    guard let database else { throw .failed(path: path, reason: "was read after its snapshot had ended") }
    do { return try body(database) } catch { throw LibraryError(error, path: path) }
  }
}
