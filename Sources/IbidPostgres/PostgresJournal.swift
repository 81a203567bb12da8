internal import IbidStore

/// The tables of the library's counters, sources and steps in one transaction; what is changed waits until it is sent.
final class PostgresJournal {
  private enum Entry {
    case forget
    case step(LibraryStep)
    case change(LibraryChange)
  }

  private let connection: PostgresConnection
  /// In the order in which they were made: what is forgotten then is not what comes after.
  private var entries: [Entry] = []
  private var counters: LibraryCounters?
  /// What the server was not told yet; nil for records that are forgotten.
  private var origins: [Origin: Int64?] = [:]
  /// Sources that were made here, in this transaction: nobody else knows of a record of them.
  private var newSources: Set<SourceNumber> = []
  /// Numbers of sources never change.
  private var sources: [Source: SourceNumber] = [:]
  /// Of each work the last step in force that changed it, of the steps after the one that was asked for.
  private var later: (step: Int64, steps: [Int64: LibraryStep])?

  private struct Origin: Hashable {
    let source: SourceNumber
    let ordinal: Int64
  }

  init(_ connection: PostgresConnection) { self.connection = connection }

  // MARK: Sending

  /// The statements that tell the server what it was not told yet.
  func statements() -> [PostgresStatement] {
    var statements: [PostgresStatement] = []
    var changes: [Int64: [Int64: LibraryChange]] = [:]
    for entry in entries {
      if case .change(let change) = entry {
        changes[change.step, default: [:]][change.number] = change
        continue
      }
      statements += Self.statements(putting: changes)
      changes = [:]
      switch entry {
      case .forget: statements.append(PostgresStatement("DELETE FROM step WHERE undone"))
      case .step(let step): statements += Self.statements(putting: step)
      case .change: break
      }
    }
    statements += Self.statements(putting: changes)
    entries = []
    if !origins.isEmpty { statements += originStatements() }
    if let counters {
      statements.append(
        PostgresStatement(
          "UPDATE library SET next_item = $1, next_step = $2, changes = changes + 1",
          [.number(counters.nextWork), .number(counters.nextStep)]))
      self.counters = nil
    }
    return statements
  }

  private static func statements(putting step: LibraryStep) -> [PostgresStatement] {
    [
      PostgresStatement(
        """
        INSERT INTO step (number, command, time, undone) VALUES ($1, $2, $3, $4::int8 = 1)
        ON CONFLICT (number) DO UPDATE SET undone = excluded.undone
        """, [.number(step.number), .text(step.command), .number(step.time), .number(step.isUndone ? 1 : 0)]),
      PostgresStatement("DELETE FROM added WHERE step = $1", [.number(step.number)]),
      PostgresStatement(
        "INSERT INTO added (step, first, last) SELECT $1, unnest($2::int8[]), unnest($3::int8[])",
        [.number(step.number), .numbers(step.added.map(\.lowerBound)), .numbers(step.added.map(\.upperBound))]),
    ]
  }

  private static func statements(putting changes: [Int64: [Int64: LibraryChange]]) -> [PostgresStatement] {
    changes.sorted { $0.key < $1.key }.map { step, changes in
      var numbers = PostgresList(.int8)
      var (keys, abouts, records) = (PostgresList(.text), PostgresList(.text), PostgresList(.text))
      var (kinds, sources) = (PostgresList(.int8), PostgresList(.int8))
      for (number, change) in changes.sorted(by: { $0.key < $1.key }) {
        numbers.append(number)
        keys.append(change.state?.key)
        kinds.append(change.state.map { Int64($0.kind.rawValue) })
        sources.append(change.state?.source)
        abouts.append(change.state?.about)
        records.append(change.state.map { String(decoding: $0.json, as: UTF8.self) })
      }
      return PostgresStatement(
        """
        INSERT INTO change (step, item, key, kind, source, about, json)
        SELECT $1, unnest($2::int8[]), unnest($3::text[]), unnest($4::int8[]), unnest($5::int8[]), unnest($6::text[]),
          unnest($7::text[])
        ON CONFLICT (step, item) DO UPDATE SET key = excluded.key, kind = excluded.kind, source = excluded.source,
          about = excluded.about, json = excluded.json
        """, [.number(step)] + [numbers, keys, kinds, sources, abouts, records].map(\.value))
    }
  }

  private func originStatements() -> [PostgresStatement] {
    let sorted = origins.sorted { ($0.key.source, $0.key.ordinal) < ($1.key.source, $1.key.ordinal) }
    origins = [:]
    newSources = []
    let gone = sorted.filter { $0.value == nil }
    let led = sorted.compactMap { origin in origin.value.map { (origin.key, $0) } }
    var statements: [PostgresStatement] = []
    if !gone.isEmpty {
      statements.append(
        PostgresStatement(
          """
          DELETE FROM origin AS o USING unnest($1::int8[], $2::int8[]) AS w (source, ordinal)
          WHERE o.source = w.source AND o.ordinal = w.ordinal
          """, [.numbers(gone.map(\.key.source)), .numbers(gone.map(\.key.ordinal))]))
    }
    if !led.isEmpty {
      statements.append(
        PostgresStatement(
          """
          INSERT INTO origin (source, ordinal, item) SELECT * FROM unnest($1::int8[], $2::int8[], $3::int8[])
          ON CONFLICT (source, ordinal) DO UPDATE SET item = excluded.item
          """, [.numbers(led.map(\.0.source)), .numbers(led.map(\.0.ordinal)), .numbers(led.map(\.1))]))
    }
    return statements
  }

  // MARK: Changing

  func setCounters(_ counters: LibraryCounters) { self.counters = counters }

  func addOrigin(_ ordinal: Int64, in source: SourceNumber, of number: Int64) {
    origins[Origin(source: source, ordinal: ordinal)] = number
  }

  /// Of which works the records of these ordinals are, by what the server says and what it was not told yet.
  func origins(in source: SourceNumber, _ ordinals: ClosedRange<Int64>) throws -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    if !newSources.contains(source) {
      let rows = try connection.query(
        "SELECT ordinal, item FROM origin WHERE source = $1 AND ordinal BETWEEN $2 AND $3",
        [.number(source), .number(ordinals.lowerBound), .number(ordinals.upperBound)])
      for index in 0..<rows.count { found[rows.number(index, 0)] = rows.number(index, 1) }
    }
    for (origin, number) in origins where origin.source == source && ordinals.contains(origin.ordinal) {
      found[origin.ordinal] = number
    }
    return found
  }

  func removeOrigins(_ ordinals: ClosedRange<Int64>, in source: SourceNumber) throws {
    for ordinal in try origins(in: source, ordinals).keys {
      origins.updateValue(nil, forKey: Origin(source: source, ordinal: ordinal))
    }
  }

  func put(_ step: LibraryStep) {
    later = nil
    entries.append(.step(step))
  }

  func forgetUndoneSteps() { entries.append(.forget) }

  func put(_ change: LibraryChange) { entries.append(.change(change)) }

  func number(of source: Source) throws -> SourceNumber {
    if let known = sources[source] { return known }
    let rows = try connection.once(
      """
      WITH new AS (
        INSERT INTO source (number, name, file, format, searched)
        SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4 FROM source
        HAVING NOT EXISTS (
          SELECT 1 FROM source WHERE name = $1 AND file = $2 AND format = $3 AND searched = $4)
        RETURNING number
      )
      SELECT number, true FROM new
      UNION ALL SELECT number, false FROM source WHERE name = $1 AND file = $2 AND format = $3 AND searched = $4
      """, [source.name, source.file, source.format, source.searched].map(PostgresValue.text))
    guard rows.count > 0 else { throw PostgresFailure("gave no number to a source") }
    sources[source] = rows.number(0, 0)
    if rows.text(0, 1) == "t" { newSources.insert(rows.number(0, 0)) }
    return rows.number(0, 0)
  }

  // MARK: Reading

  func steps(undone: Bool, limit: Int) throws -> [LibraryStep] {
    try LibraryStep.steps(connection, "undone = \(undone)", limit: limit)
  }

  func changes(in step: Int64) throws -> [LibraryChange] {
    try LibraryChange.changes(connection, "step = $1 ORDER BY item", [.number(step)])
  }

  func step(after step: Int64, changing number: Int64) throws -> LibraryStep? {
    if later?.step != step { later = (step, try steps(after: step)) }
    return later?.steps[number]
  }

  private func steps(after step: Int64) throws -> [Int64: LibraryStep] {
    let rows = try connection.once(
      """
      SELECT item, max(step) FROM change WHERE step IN (SELECT number FROM step WHERE number > $1 AND NOT undone)
      GROUP BY item
      """, [.number(step)])
    guard rows.count > 0 else { return [:] }
    let steps = try LibraryStep.steps(connection, "number > \(step) AND NOT undone")
    let byNumber = Dictionary(steps.map { ($0.number, $0) }) { first, _ in first }
    var later: [Int64: LibraryStep] = [:]
    for index in 0..<rows.count { later[rows.number(index, 0)] = byNumber[rows.number(index, 1)] }
    return later
  }
}

extension LibraryStep {
  /// The steps for which a condition holds, the latest first.
  static func steps(_ connection: PostgresConnection, _ condition: String, limit: Int = .max) throws -> [LibraryStep] {
    let rows = try connection.once(
      """
      SELECT s.number, s.command, s.time, s.undone, a.first, a.last
      FROM (SELECT * FROM step WHERE \(condition) ORDER BY number DESC LIMIT $1) AS s
      LEFT JOIN added AS a ON a.step = s.number ORDER BY s.number DESC, a.first
      """, [.number(Int64(limit))])
    var steps: [LibraryStep] = []
    for index in 0..<rows.count {
      if steps.last?.number != rows.number(index, 0) {
        steps.append(
          LibraryStep(
            number: rows.number(index, 0), command: rows.text(index, 1), time: rows.number(index, 2),
            isUndone: rows.text(index, 3) == "t"))
      }
      if !rows.isNull(index, 4) { steps[steps.count - 1].added.append(rows.number(index, 4)...rows.number(index, 5)) }
    }
    return steps
  }
}

extension LibraryChange {
  /// The changes for which a condition holds.
  static func changes(
    _ connection: PostgresConnection, _ condition: String, _ values: [PostgresValue]
  ) throws -> [LibraryChange] {
    let rows = try connection.once(
      "SELECT step, item, key, kind, source, about, json FROM change WHERE \(condition)", values)
    return (0..<rows.count).map { index in
      let state = rows.isNull(index, 6) ? nil : WorkRow(rows, index, from: 1)
      return LibraryChange(step: rows.number(index, 0), number: rows.number(index, 1), state: state)
    }
  }
}
