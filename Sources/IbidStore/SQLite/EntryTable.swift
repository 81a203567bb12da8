internal import GRDB
internal import IbidModel

/// The tables of works, of what they are found by and of their text, kept in step.
final class EntryTable: LibraryTables {
  private let byIdentifier: PreparedStatement
  private let byTitle: PreparedStatement
  private let byNumber: PreparedStatement
  private let byGivenKey: PreparedStatement
  private let insertItem: PreparedStatement
  private let updateItem: PreparedStatement
  private let deleteItem: PreparedStatement
  private let insertIdentifier: PreparedStatement
  private let deleteIdentifiers: PreparedStatement
  private let insertTitle: PreparedStatement
  private let deleteTitle: PreparedStatement
  private let insertKey: PreparedStatement
  private let insertOrigin: PreparedStatement
  private let originsOfSource: PreparedStatement
  private let deleteOrigins: PreparedStatement
  private let insertText: PreparedStatement
  private let deleteText: PreparedStatement
  let journal: JournalTable
  private let database: Database
  /// Text that the full-text index has not been told of yet.
  private var text = IndexBatch()

  /// Of one identifier or title no more works than these are looked at.
  private static let most = 16

  /// The tables of this database, for as long as it is in use.
  init(_ database: Database) throws {
    func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, in: database) }
    self.database = database
    byIdentifier = try prepare(
      "SELECT item FROM identifier WHERE kind = ? AND value = ? ORDER BY item LIMIT \(Self.most)")
    byTitle = try prepare("SELECT item FROM title WHERE hash = ? ORDER BY item LIMIT \(Self.most)")
    byNumber = try prepare("SELECT \(WorkRow.columns) FROM item WHERE number = ?")
    byGivenKey = try prepare(Self.byGivenKeySQL)
    insertItem = try prepare("INSERT INTO item (\(WorkRow.columns)) VALUES (?, ?, ?, ?, ?, ?)")
    updateItem = try prepare(
      "UPDATE item SET key = ?2, kind = ?3, source = ?4, about = ?5, json = ?6 WHERE number = ?1")
    deleteItem = try prepare("DELETE FROM item WHERE number = ?")
    insertIdentifier = try prepare("INSERT OR IGNORE INTO identifier (kind, value, item) VALUES (?, ?, ?)")
    deleteIdentifiers = try prepare("DELETE FROM identifier WHERE item = ?")
    insertTitle = try prepare("INSERT OR IGNORE INTO title (hash, item) VALUES (?, ?)")
    deleteTitle = try prepare("DELETE FROM title WHERE hash = ? AND item = ?")
    insertKey = try prepare("INSERT OR REPLACE INTO given_key (folded, key, item, title) VALUES (?, ?, ?, ?)")
    insertOrigin = try prepare("INSERT OR REPLACE INTO origin (source, ordinal, item) VALUES (?, ?, ?)")
    originsOfSource = try prepare("SELECT ordinal, item FROM origin WHERE source = ? AND ordinal BETWEEN ? AND ?")
    deleteOrigins = try prepare("DELETE FROM origin WHERE source = ? AND ordinal BETWEEN ? AND ?")
    let columns = "rowid, " + SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")
    let places = "?" + String(repeating: ", ?", count: SearchColumn.allCases.count)
    insertText = try prepare("INSERT INTO item_text (\(columns)) VALUES (\(places))")
    deleteText = try prepare("INSERT INTO item_text (item_text, \(columns)) VALUES ('delete', \(places))")
    journal = try JournalTable(database)
  }

  // MARK: Looking up

  func expect(_ items: [Item], _ identifiers: [[Identifier]]) {}

  func rows(_ lookUp: WorkLookUp) throws -> [WorkRow] {
    switch lookUp {
    case .identifier(let identifier):
      byIdentifier.bind(identifier.kind.rawValue, at: 1)
      byIdentifier.bind(identifier.value, at: 2)
      return try rows(byIdentifier)
    case .title(let hash):
      byTitle.bind(hash, at: 1)
      return try rows(byTitle)
    case .key(let key): return try given(key).flatMap { try row($0.number) }.map { [$0] } ?? []
    }
  }

  private func rows(_ numbers: PreparedStatement) throws -> [WorkRow] {
    var found: [Int64] = []
    while try numbers.next() { found.append(numbers.number(0)) }
    numbers.reset()
    return try found.compactMap(row)
  }

  func row(_ number: Int64) throws -> WorkRow? {
    byNumber.bind(number, at: 1)
    defer { byNumber.reset() }
    return try byNumber.next() ? WorkRow(byNumber) : nil
  }

  func given(_ key: String) throws -> GivenKey? { try Self.given(key, byGivenKey) }

  /// The statement by which a key is looked up.
  static let byGivenKeySQL = "SELECT key, item, title FROM given_key WHERE folded = ?"

  /// To which work a key was given, by a statement of ``byGivenKeySQL``.
  static func given(_ key: String, _ statement: PreparedStatement) throws -> GivenKey? {
    statement.bind(GivenKey.folded(key), at: 1)
    defer { statement.reset() }
    guard try statement.next() else { return nil }
    let title = statement.isNull(2) ? nil : statement.number(2)
    return GivenKey(statement.text(0), number: statement.number(1), title: title)
  }

  // MARK: Changing

  func insert(_ row: WorkRow, _ entries: WorkEntries) throws {
    insertItem.bind(row)
    try insertItem.run()
    try index(row, entries)
  }

  func replace(_ old: WorkRow, with row: WorkRow, _ entries: WorkEntries) throws {
    try unindex(old)
    updateItem.bind(row)
    try updateItem.run()
    try index(row, entries)
  }

  func delete(_ row: WorkRow) throws {
    try unindex(row)
    deleteItem.bind(row.number, at: 1)
    try deleteItem.run()
  }

  func give(_ key: GivenKey) throws {
    insertKey.bind(GivenKey.folded(key.key), at: 1)
    insertKey.bind(key.key, at: 2)
    insertKey.bind(key.number, at: 3)
    if let title = key.title { insertKey.bind(title, at: 4) } else { insertKey.bindNull(at: 4) }
    try insertKey.run()
  }

  func addOrigin(_ ordinal: Int64, in source: SourceNumber, of number: Int64) throws {
    insertOrigin.bind(source, at: 1)
    insertOrigin.bind(ordinal, at: 2)
    insertOrigin.bind(number, at: 3)
    try insertOrigin.run()
  }

  func origins(in source: SourceNumber, _ ordinals: ClosedRange<Int64>) throws -> [Int64: Int64] {
    originsOfSource.bind(source, at: 1)
    originsOfSource.bind(ordinals.lowerBound, at: 2)
    originsOfSource.bind(ordinals.upperBound, at: 3)
    defer { originsOfSource.reset() }
    var origins: [Int64: Int64] = [:]
    while try originsOfSource.next() { origins[originsOfSource.number(0)] = originsOfSource.number(1) }
    return origins
  }

  func removeOrigins(_ ordinals: ClosedRange<Int64>, in source: SourceNumber) throws {
    deleteOrigins.bind(source, at: 1)
    deleteOrigins.bind(ordinals.lowerBound, at: 2)
    deleteOrigins.bind(ordinals.upperBound, at: 3)
    try deleteOrigins.run()
  }

  /// Tells the full-text index of all that waits for it. Call it before a transaction ends.
  func flush() throws { try text.run(insertText) }

  /// Puts a work into the full-text index alone, which was made anew.
  func indexText(of row: WorkRow) throws {
    text.add(WorkEntries(try row.work()), number: row.number)
    if text.count >= 1000 { try flush() }
  }

  private func index(_ row: WorkRow, _ entries: WorkEntries) throws {
    text.add(entries, number: row.number)
    if text.count >= 1000 { try flush() }
    for identifier in entries.identifiers {
      insertIdentifier.bind(identifier.kind.rawValue, at: 1)
      insertIdentifier.bind(identifier.value, at: 2)
      insertIdentifier.bind(row.number, at: 3)
      try insertIdentifier.run()
    }
    for title in entries.titles {
      insertTitle.bind(title, at: 1)
      insertTitle.bind(row.number, at: 2)
      try insertTitle.run()
    }
  }

  /// The index keeps no text of its own, and must be told what it indexed to forget it.
  private func unindex(_ row: WorkRow) throws {
    try flush()
    let entries = WorkEntries(try row.work())
    text.add(entries, number: row.number)
    try text.run(deleteText)
    deleteIdentifiers.bind(row.number, at: 1)
    try deleteIdentifiers.run()
    for title in entries.titles {
      deleteTitle.bind(title, at: 1)
      deleteTitle.bind(row.number, at: 2)
      try deleteTitle.run()
    }
  }
}

extension WorkRow {
  /// The columns of a row, in the order in which it is read and bound.
  static let columns = "number, key, kind, source, about, json"

  /// The row under a statement that selects its columns.
  init(_ row: PreparedStatement, from column: Int32 = 0) {
    self.init(
      number: row.number(column), key: row.text(column + 1), json: Array(row.bytes(column + 5)),
      kind: SourceKind(rawValue: Int(row.number(column + 2))) ?? .export, source: row.number(column + 3),
      about: row.text(column + 4))
  }
}

extension PreparedStatement {
  /// Binds the columns of a row.
  func bind(_ row: WorkRow) {
    bind(row.number, at: 1)
    bind(row.key, at: 2)
    bind(Int64(row.kind.rawValue), at: 3)
    bind(row.source, at: 4)
    bind(row.about, at: 5)
    row.json.withUnsafeBufferPointer { bind($0, at: 6) }
  }
}
