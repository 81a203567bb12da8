internal import GRDB
internal import IbidModel

/// All that a library knows beyond its items: of an older version, which may only be read, nothing more.
extension SQLiteSnapshot {
  func work(key: String) throws(LibraryError) -> Work? {
    try read { database in
      guard let number = try number(ofKey: key, database) else { return nil }
      return try work(number, database)
    }
  }

  func forEachWork(_ body: (Work) -> Bool) throws(LibraryError) {
    try read { database in
      for number in try Self.numbersByKey(database) {
        guard let work = try work(number, database), body(work) else { return }
      }
    }
  }

  private func work(_ number: Int64, _ database: Database) throws -> Work? {
    guard try hasJournal(database) else {
      return try Self.item(number, database).map { Work(key: $0.id, Statement($0, SourceKind(of: $0, format: ""))) }
    }
    return try Self.row(number, database)?.work()
  }

  private static func row(_ number: Int64, _ database: Database) throws -> WorkRow? {
    let rows = try PreparedStatement(cached: "SELECT \(WorkRow.columns) FROM item WHERE number = ?", in: database)
    defer { rows.reset() }
    rows.bind(number, at: 1)
    return try rows.next() ? WorkRow(rows) : nil
  }

  func sources() throws(LibraryError) -> [SourceRecords] {
    try read { database in
      guard try hasJournal(database) else { return [] }
      let rows = try PreparedStatement(
        "SELECT number, name, file, format, searched FROM source ORDER BY number", in: database)
      var sources: [SourceRecords] = []
      while try rows.next() {
        let source = Source(
          name: rows.text(1), file: rows.text(2), format: rows.text(3), searched: rows.text(4))
        let keys = try Self.keys(from: rows.number(0), database)
        sources.append(SourceRecords(number: rows.number(0), source: source, keys: keys))
      }
      return sources
    }
  }

  /// A record's work may have become part of another one: its key leads there.
  private static func keys(from source: SourceNumber, _ database: Database) throws -> [String] {
    let rows = try PreparedStatement(
      cached: """
        SELECT coalesce(item.key, (
          SELECT heir.key FROM change JOIN given_key ON given_key.key = change.key
          JOIN item AS heir ON heir.number = given_key.item WHERE change.item = origin.item LIMIT 1))
        FROM origin LEFT JOIN item ON item.number = origin.item WHERE origin.source = ? ORDER BY ordinal
        """, in: database)
    defer { rows.reset() }
    rows.bind(source, at: 1)
    var keys: [String] = []
    while try rows.next() {
      if !rows.isNull(0) { keys.append(rows.text(0)) }
    }
    return keys
  }

  func history(key: String) throws(LibraryError) -> [WorkEvent] {
    try read { database in
      guard try hasJournal(database), let number = try number(ofKey: key, database) else { return [] }
      let steps = try JournalTable.steps(
        database,
        """
        undone = 0 AND (EXISTS (SELECT 1 FROM change WHERE step = step.number AND item = \(number))
          OR EXISTS (SELECT 1 FROM added WHERE step = step.number AND \(number) BETWEEN first AND last))
        """)
      let changes = try JournalTable.changes(database, "item = \(number)")
      var events: [WorkEvent] = []
      // From the latest back: what was before a step is what was after the one before.
      var after = try Self.row(number, database)?.work()
      for step in steps {
        let before = try changes.first { $0.step == step.number }?.state?.work()
        events.append(WorkEvent(step: step, before: before, after: after))
        after = before
      }
      return events.reversed()
    }
  }

  func steps(undone: Bool, limit: Int) throws(LibraryError) -> [LibraryStep] {
    try read { database in
      guard try hasJournal(database) else { return [] }
      return try JournalTable.steps(database, "undone = \(undone ? 1 : 0)", limit: limit)
    }
  }
}
