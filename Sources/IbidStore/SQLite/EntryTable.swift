internal import GRDB
internal import IbidModel

/// The tables of items, of their identifiers and of their text, kept in step.
final class EntryTable: HeldRecords {
  private let byIdentifier: PreparedStatement
  private let byNumber: PreparedStatement
  private let byKey: PreparedStatement
  private let hasKey: PreparedStatement
  private let insertItem: PreparedStatement
  private let updateItem: PreparedStatement
  private let deleteItem: PreparedStatement
  private let insertIdentifier: PreparedStatement
  private let deleteIdentifiers: PreparedStatement
  private let insertText: PreparedStatement
  private let deleteText: PreparedStatement
  private let database: Database
  /// Text that the full-text index has not been told of yet.
  private var text = IndexBatch()
  /// Where an item's JSON is written, again and again.
  private var json = JSONWriter()

  /// The tables of this database, for as long as it is in use.
  init(_ database: Database) throws {
    func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, in: database) }
    self.database = database
    byIdentifier = try prepare("SELECT item FROM identifier WHERE kind = ? AND value = ? ORDER BY item LIMIT 1")
    byNumber = try prepare("SELECT number, key, json FROM item WHERE number = ?")
    byKey = try prepare("SELECT number, key, json FROM item WHERE key = ?")
    // The index on keys answers this one alone, without the row.
    hasKey = try prepare("SELECT 1 FROM item WHERE key = ?")
    insertItem = try prepare("INSERT INTO item (key, json) VALUES (?, ?)")
    updateItem = try prepare("UPDATE item SET key = ?, json = ? WHERE number = ?")
    deleteItem = try prepare("DELETE FROM item WHERE number = ?")
    insertIdentifier = try prepare("INSERT OR IGNORE INTO identifier (kind, value, item) VALUES (?, ?, ?)")
    deleteIdentifiers = try prepare("DELETE FROM identifier WHERE item = ?")
    let columns = "rowid, title, author, container, year, keyword, abstract, identifier"
    insertText = try prepare("INSERT INTO item_text (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    deleteText = try prepare("INSERT INTO item_text (item_text, \(columns)) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func record(_ lookUp: WorkLookUp) throws -> Entry? {
    switch lookUp {
    case .identifier(let identifier): try entry(identifier)
    case .key(let key): try entry(key: key)
    }
  }

  func isKept(_ item: Item, as entry: Entry) -> Bool { withJSON(of: item, entry.isKept) }

  /// The first entry that has this identifier.
  func entry(_ identifier: Identifier) throws -> Entry? {
    byIdentifier.bind(identifier.kind.rawValue, at: 1)
    byIdentifier.bind(identifier.value, at: 2)
    defer { byIdentifier.reset() }
    guard try byIdentifier.next() else { return nil }
    byNumber.bind(byIdentifier.number(0), at: 1)
    return try entry(byNumber)
  }

  func entry(key: String) throws -> Entry? {
    byKey.bind(key, at: 1)
    return try entry(byKey)
  }

  private func entry(_ statement: PreparedStatement) throws -> Entry? {
    defer { statement.reset() }
    guard try statement.next() else { return nil }
    return Entry(number: statement.number(0), key: statement.text(1), json: statement.text(2))
  }

  func isTaken(key: String) throws -> Bool {
    hasKey.bind(key, at: 1)
    defer { hasKey.reset() }
    return try hasKey.next()
  }

  /// Puts in an item, whose identifiers these are.
  func insert(_ item: Item, _ identifiers: [Identifier]) throws {
    try withJSON(of: item) { json in
      insertItem.bind(item.id, at: 1)
      insertItem.bind(lasting: json, at: 2)
      try insertItem.run()
    }
    let number = database.lastInsertedRowID
    try index(item, identifiers, number: number)
    try insert(identifiers, number: number)
  }

  func replace(_ old: Entry, with new: Item) throws {
    try unindex(old)
    try withJSON(of: new) { json in
      updateItem.bind(new.id, at: 1)
      updateItem.bind(lasting: json, at: 2)
      updateItem.bind(old.number, at: 3)
      try updateItem.run()
    }
    let identifiers = new.identifiers
    try index(new, identifiers, number: old.number)
    try insert(identifiers, number: old.number)
  }

  func delete(_ entry: Entry) throws {
    try unindex(entry)
    deleteItem.bind(entry.number, at: 1)
    try deleteItem.run()
  }

  /// Puts an item into the full-text index, at ``flush()`` at the latest.
  func index(_ item: Item, _ identifiers: [Identifier], number: Int64) throws {
    text.add(item, identifiers, number: number)
    if text.count >= 1000 { try flush() }
  }

  /// Tells the full-text index of all that waits for it. Call it before a transaction ends.
  func flush() throws { try text.run(insertText) }

  private func insert(_ identifiers: [Identifier], number: Int64) throws {
    for identifier in identifiers {
      insertIdentifier.bind(identifier.kind.rawValue, at: 1)
      insertIdentifier.bind(identifier.value, at: 2)
      insertIdentifier.bind(number, at: 3)
      try insertIdentifier.run()
    }
  }

  private func withJSON<Value>(
    of item: Item, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    json.bytes.removeAll(keepingCapacity: true)
    item.writeJSONLine(to: &json)
    return try json.bytes.withUnsafeBufferPointer(body)
  }

  /// The index keeps no text of its own, and must be told what it indexed to forget it.
  private func unindex(_ entry: Entry) throws {
    try flush()
    let item = try entry.item()
    text.add(item, item.identifiers, number: entry.number)
    try text.run(deleteText)
    deleteIdentifiers.bind(entry.number, at: 1)
    try deleteIdentifiers.run()
  }
}
