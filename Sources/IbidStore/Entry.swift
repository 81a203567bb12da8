internal import GRDB
internal import IbidModel

/// One row of the table of items, and what the other tables hold for it.
struct Entry {
  let number: Int64
  let key: String
  let json: String

  /// The item, read from its JSON each time.
  func item() throws -> Item { try Library.item(json: json) }

  static func fetch(_ database: Database, identifier: Identifier) throws -> Entry? {
    try fetch(
      database,
      sql: """
        SELECT item.number, item.key, item.json FROM identifier JOIN item ON item.number = identifier.item
        WHERE kind = ? AND value = ? ORDER BY item.number
        """, [identifier.kind.rawValue, identifier.value])
  }

  static func fetch(_ database: Database, key: String) throws -> Entry? {
    try fetch(database, sql: "SELECT number, key, json FROM item WHERE key = ?", [key])
  }

  static func fetch(_ database: Database, sql: String, _ arguments: StatementArguments) throws -> Entry? {
    try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments).map { row in
      Entry(number: row[0], key: row[1], json: row[2])
    }
  }

  static func insert(_ item: Item, into database: Database) throws {
    let json = item.completeJSON
    try database.cachedStatement(sql: "INSERT INTO item (key, json) VALUES (?, ?)")
      .execute(arguments: [item.id, json])
    try index(item, number: database.lastInsertedRowID, in: database)
  }

  func replace(with new: Item, json: String, in database: Database) throws {
    try unindex(in: database)
    try database.cachedStatement(sql: "UPDATE item SET key = ?, json = ? WHERE number = ?")
      .execute(arguments: [new.id, json, number])
    try Self.index(new, number: number, in: database)
  }

  func delete(from database: Database) throws {
    try unindex(in: database)
    try database.cachedStatement(sql: "DELETE FROM item WHERE number = ?").execute(arguments: [number])
  }

  private static func index(_ item: Item, number: Int64, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO item_text (rowid, title, author, container, year, keyword, abstract, identifier)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [number] + StatementArguments(SearchText(of: item).columns))
    for identifier in item.identifiers {
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO identifier (kind, value, item) VALUES (?, ?, ?)")
        .execute(arguments: [identifier.kind.rawValue, identifier.value, number])
    }
  }

  /// The index keeps no text of its own, and must be told what it indexed to forget it.
  private func unindex(in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO item_text (item_text, rowid, title, author, container, year, keyword, abstract, identifier)
        VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [number] + StatementArguments(SearchText(of: item()).columns))
    try database.cachedStatement(sql: "DELETE FROM identifier WHERE item = ?").execute(arguments: [number])
  }
}
