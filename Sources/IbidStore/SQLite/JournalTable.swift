internal import GRDB
internal import IbidModel

/// The tables of the library's counters, sources and steps.
final class JournalTable {
  private let database: Database
  private let insertChange: PreparedStatement
  private var sources: [Source: SourceNumber] = [:]

  init(_ database: Database) throws {
    self.database = database
    insertChange = try PreparedStatement(
      "INSERT OR REPLACE INTO change (item, key, kind, source, about, json, step) VALUES (?, ?, ?, ?, ?, ?, ?)",
      in: database)
  }

  func counters() throws -> LibraryCounters {
    let row = try PreparedStatement(cached: "SELECT next_item, next_step FROM counters", in: database)
    defer { row.reset() }
    return try row.next() ? LibraryCounters(nextWork: row.number(0), nextStep: row.number(1)) : LibraryCounters()
  }

  func setCounters(_ counters: LibraryCounters) throws {
    try database.execute(
      sql: "UPDATE counters SET next_item = ?, next_step = ?", arguments: [counters.nextWork, counters.nextStep])
  }

  func number(of source: Source) throws -> SourceNumber {
    if let known = sources[source] { return known }
    let values: StatementArguments = [source.name, source.file, source.format, source.searched]
    try database.execute(
      sql: "INSERT OR IGNORE INTO source (name, file, format, searched) VALUES (?, ?, ?, ?)", arguments: values)
    let sql = "SELECT number FROM source WHERE name = ? AND file = ? AND format = ? AND searched = ?"
    let number = try SourceNumber.fetchOne(database, sql: sql, arguments: values) ?? 0
    sources[source] = number
    return number
  }

  // MARK: Steps

  func put(_ step: LibraryStep) throws {
    try database.execute(
      sql: """
        INSERT INTO step (number, command, time, undone) VALUES (?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET undone = excluded.undone
        """, arguments: [step.number, step.command, step.time, step.isUndone])
    try database.execute(sql: "DELETE FROM added WHERE step = ?", arguments: [step.number])
    for range in step.added {
      try database.execute(
        sql: "INSERT INTO added (step, first, last) VALUES (?, ?, ?)",
        arguments: [step.number, range.lowerBound, range.upperBound])
    }
  }

  func steps(undone: Bool, limit: Int) throws -> [LibraryStep] {
    try Self.steps(database, "undone = \(undone ? 1 : 0)", limit: limit)
  }

  /// The steps for which a condition holds, the latest first.
  static func steps(_ database: Database, _ condition: String, limit: Int = .max) throws -> [LibraryStep] {
    let sql = "SELECT number, command, time, undone FROM step WHERE \(condition) ORDER BY number DESC LIMIT ?"
    return try Row.fetchAll(database, sql: sql, arguments: [Int64(limit)]).map { row in
      let number: Int64 = row[0]
      let added = try Row.fetchAll(
        database, sql: "SELECT first, last FROM added WHERE step = ? ORDER BY first", arguments: [number])
      return LibraryStep(
        number: number, command: row[1], time: row[2], isUndone: row[3], added: added.map { $0[0]...$0[1] })
    }
  }

  func forgetUndoneSteps() throws {
    try database.execute(sql: "DELETE FROM step WHERE undone = 1")
  }

  func put(_ change: LibraryChange) throws {
    if let state = change.state {
      insertChange.bind(state)
    } else {
      for index in Int32(2)...6 { insertChange.bindNull(at: index) }
    }
    insertChange.bind(change.number, at: 1)
    insertChange.bind(change.step, at: 7)
    try insertChange.run()
  }

  func changes(in step: Int64) throws -> [LibraryChange] {
    try Self.changes(database, "step = \(step) ORDER BY item")
  }

  /// The changes for which a condition holds.
  static func changes(_ database: Database, _ condition: String) throws -> [LibraryChange] {
    let rows = try PreparedStatement(
      "SELECT item, key, kind, source, about, json, step FROM change WHERE \(condition)", in: database)
    var changes: [LibraryChange] = []
    while try rows.next() {
      let state = rows.isNull(5) ? nil : WorkRow(rows)
      changes.append(LibraryChange(step: rows.number(6), number: rows.number(0), state: state))
    }
    return changes
  }

  func step(after step: Int64, changing number: Int64) throws -> LibraryStep? {
    let condition = """
      number > \(step) AND undone = 0 AND EXISTS (SELECT 1 FROM change WHERE step = step.number AND item = \(number))
      """
    return try Self.steps(database, condition, limit: 1).first
  }
}

extension EntryTable {
  func counters() throws -> LibraryCounters { try journal.counters() }
  func setCounters(_ counters: LibraryCounters) throws { try journal.setCounters(counters) }
  func number(of source: Source) throws -> SourceNumber { try journal.number(of: source) }
  func put(_ step: LibraryStep) throws { try journal.put(step) }
  func steps(undone: Bool, limit: Int) throws -> [LibraryStep] { try journal.steps(undone: undone, limit: limit) }
  func forgetUndoneSteps() throws { try journal.forgetUndoneSteps() }
  func put(_ change: LibraryChange) throws { try journal.put(change) }
  func changes(in step: Int64) throws -> [LibraryChange] { try journal.changes(in: step) }
  func step(after step: Int64, changing number: Int64) throws -> LibraryStep? {
    try journal.step(after: step, changing: number)
  }
}
