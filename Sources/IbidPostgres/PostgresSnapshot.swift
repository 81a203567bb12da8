internal import IbidModel
internal import IbidStore

/// A library on a server as it is while a transaction lasts.
final class PostgresSnapshot: LibrarySnapshot {
  /// Nil when the snapshot has ended.
  private var connection: PostgresConnection?
  private let location: PostgresLocation

  init(_ connection: PostgresConnection, _ location: PostgresLocation) {
    self.connection = connection
    self.location = location
  }

  /// From now on nothing can be read.
  func end() { connection = nil }

  func count() throws(LibraryError) -> Int {
    try read { Int(try $0.query("SELECT count(*) FROM item", []).number(0, 0)) }
  }

  func lastNumber() throws(LibraryError) -> Int64 {
    try read { try $0.query("SELECT coalesce(max(number), 0) FROM item", []).number(0, 0) }
  }

  // MARK: By key and number

  func item(key: String) throws(LibraryError) -> Item? {
    try read { connection in
      let sql = "SELECT json FROM item WHERE number = (SELECT item FROM given_key WHERE folded = $1)"
      return try Self.items(connection.query(sql, [.text(GivenKey.folded(key))])).first
    }
  }

  func item(number: Int64) throws(LibraryError) -> Item? {
    try read { try Self.items($0.query("SELECT json FROM item WHERE number = $1", [.number(number)])).first }
  }

  func numbers(with identifier: Identifier) throws(LibraryError) -> [Int64] {
    try read { connection in
      try connection.query(
        "SELECT item FROM identifier WHERE kind = $1 AND value = $2 ORDER BY item",
        [.text(identifier.kind.rawValue), .text(identifier.value)]
      ).numbers()
    }
  }

  func work(key: String) throws(LibraryError) -> Work? {
    try read { connection in
      let sql = """
        SELECT \(WorkRow.columns) FROM item WHERE number = (SELECT item FROM given_key WHERE folded = $1)
        """
      let rows = try connection.query(sql, [.text(GivenKey.folded(key))])
      return rows.count > 0 ? try WorkRow(rows, 0).work() : nil
    }
  }

  // MARK: All

  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError) {
    try forEachRow { row throws(LibraryError) in body(try StoredItem.item(row.json)) }
  }

  func forEachWork(_ body: (Work) -> Bool) throws(LibraryError) {
    try forEachRow { row throws(LibraryError) in body(try row.work()) }
  }

  /// Records are read some hundred at a time: all of them would not fit into memory, one is a way to the server each.
  private func forEachRow(_ body: (WorkRow) throws(LibraryError) -> Bool) throws(LibraryError) {
    let numbers = try read { try $0.query("SELECT number FROM item ORDER BY key", []).numbers() }
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let rows = try read { connection in
        try connection.query(
          """
          SELECT \(WorkRow.columns) FROM unnest($1::int8[]) WITH ORDINALITY AS w (wanted, place)
          JOIN item ON number = wanted ORDER BY place
          """, [.numbers(numbers[start..<min(start + 500, numbers.count)])])
      }
      for index in 0..<rows.count {
        guard try body(WorkRow(rows, index)) else { return }
      }
    }
  }

  // MARK: Searching

  /// Of more hits than these only the first are ranked: a common word stands in a third of all records.
  private static let mostRanked = 2000

  func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item] {
    guard query.hasWords, limit > 0 else { return [] }
    return try read { connection in
      // Words are read only of what is ranked, and keys only of the best.
      let sql = """
        SELECT json FROM (
          SELECT item, score FROM (
            SELECT item, round(ts_rank(\(SearchQuery.weights), words, $1::text::tsquery, 1)::numeric, 6) AS score
            FROM item_text WHERE words @@ $1::text::tsquery LIMIT $2
          ) AS hit ORDER BY score DESC FETCH FIRST $3 ROWS WITH TIES
        ) AS best JOIN item ON number = item ORDER BY score DESC, key LIMIT $3
        """
      let ranked = limit > Self.mostRanked ? Int.max : Self.mostRanked
      let values: [PostgresValue] = [.text(query.tsquery), .number(Int64(ranked)), .number(Int64(limit))]
      return try Self.items(connection.once(sql, values))
    }
  }

  func numbers(of query: SearchQuery, limit: Int) throws(LibraryError) -> [Int64] {
    guard query.hasWords, limit > 0 else { return [] }
    return try read { connection in
      // By the sum the server cannot walk through all works in their order, looking into each one's words.
      let sql = "SELECT item FROM item_text WHERE words @@ $1::text::tsquery ORDER BY item + 0 LIMIT $2"
      return try connection.once(sql, [.text(query.tsquery), .number(Int64(limit))]).numbers()
    }
  }

  // MARK: The journal

  func sources() throws(LibraryError) -> [SourceRecords] {
    try read { connection in
      let rows = try connection.query("SELECT number, name, file, format, searched FROM source ORDER BY number", [])
      return try (0..<rows.count).map { index in
        let number = rows.number(index, 0)
        let source = Source(
          name: rows.text(index, 1), file: rows.text(index, 2), format: rows.text(index, 3),
          searched: rows.text(index, 4))
        return SourceRecords(number: number, source: source, keys: try Self.keys(from: number, connection))
      }
    }
  }

  /// A record's work may have become part of another one: its key leads there.
  private static func keys(from source: SourceNumber, _ connection: PostgresConnection) throws -> [String] {
    let rows = try connection.query(
      """
      SELECT coalesce(i.key, (
        SELECT heir.key FROM change AS c JOIN given_key AS g ON g.key = c.key JOIN item AS heir ON heir.number = g.item
        WHERE c.item = o.item LIMIT 1))
      FROM origin AS o LEFT JOIN item AS i ON i.number = o.item WHERE o.source = $1 ORDER BY o.ordinal
      """, [.number(source)])
    return (0..<rows.count).filter { !rows.isNull($0, 0) }.map { rows.text($0, 0) }
  }

  func history(key: String) throws(LibraryError) -> [WorkEvent] {
    try read { connection in
      let given = try connection.query(
        "SELECT item FROM given_key WHERE folded = $1", [.text(GivenKey.folded(key))])
      guard given.count > 0 else { return [] }
      let number = given.number(0, 0)
      let steps = try LibraryStep.steps(
        connection,
        """
        NOT undone AND (EXISTS (SELECT 1 FROM change AS c WHERE c.step = step.number AND c.item = \(number))
          OR EXISTS (SELECT 1 FROM added AS a WHERE a.step = step.number AND \(number) BETWEEN a.first AND a.last))
        """)
      let changes = try LibraryChange.changes(connection, "item = $1", [.number(number)])
      let rows = try connection.query(WorkRow.byNumbersSQL, [.numbers([number])])
      var events: [WorkEvent] = []
      // From the latest back: what was before a step is what was after the one before.
      var after = rows.count > 0 ? try WorkRow(rows, 0).work() : nil
      for step in steps {
        let before = try changes.first { $0.step == step.number }?.state?.work()
        events.append(WorkEvent(step: step, before: before, after: after))
        after = before
      }
      return events.reversed()
    }
  }

  func steps(undone: Bool, limit: Int) throws(LibraryError) -> [LibraryStep] {
    try read { try LibraryStep.steps($0, "undone = \(undone)", limit: limit) }
  }

  // MARK: Reading

  private static func items(_ rows: PostgresRows) throws(LibraryError) -> [Item] {
    var items: [Item] = []
    for index in 0..<rows.count { items.append(try StoredItem.item(rows.bytes(index, 0))) }
    return items
  }

  private func read<Value>(_ body: (PostgresConnection) throws -> Value) throws(LibraryError) -> Value {
    guard let connection else {
      throw .failed(path: location.text, reason: "was read after its snapshot had ended")
    }
    do { return try body(connection) } catch { throw LibraryError(error, location) }
  }
}
