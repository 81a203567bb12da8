internal import GRDB
internal import IbidModel

/// One row of the table of items, and what the other tables hold for it.
struct Entry {
  var number: Int64
  var item: Item
  var json: String

  static func fetch(_ database: Database, key: String) throws -> Entry? {
    try fetch(database, sql: "SELECT number, json FROM item WHERE key = ?", [key])
  }

  static func fetch(_ database: Database, sql: String, _ arguments: StatementArguments) throws -> Entry? {
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) else { return nil }
    let json: String = row[1]
    guard let item = Library.item(json: json) else { return nil }
    return Entry(number: row[0], item: item, json: json)
  }

  static func insert(_ item: Item, into database: Database) throws {
    let json = item.completeJSON
    try database.cachedStatement(sql: "INSERT INTO item (key, json) VALUES (?, ?)")
      .execute(arguments: [item.id, json])
    try Entry(number: database.lastInsertedRowID, item: item, json: json).index(in: database)
  }

  func replace(with new: Item, json: String, in database: Database) throws {
    try unindex(in: database)
    try database.cachedStatement(sql: "UPDATE item SET key = ?, json = ? WHERE number = ?")
      .execute(arguments: [new.id, json, number])
    try Entry(number: number, item: new, json: json).index(in: database)
  }

  func delete(from database: Database) throws {
    try unindex(in: database)
    try database.cachedStatement(sql: "DELETE FROM item WHERE number = ?").execute(arguments: [number])
  }

  private func index(in database: Database) throws {
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
    ).execute(arguments: [number] + StatementArguments(SearchText(of: item).columns))
    try database.cachedStatement(sql: "DELETE FROM identifier WHERE item = ?").execute(arguments: [number])
  }
}
