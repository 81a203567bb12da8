internal import IbidModel
internal import IbidStore

/// The works that a step changed, until its end: what the server does not know yet, and what its answers of before no
/// longer say.
struct ChangedWorks {
  private struct Change {
    /// Nil for a work that was taken out.
    var row: WorkRow?
    var entries: WorkEntries?
    /// Whether the server has a row of this number, and whether it is this one.
    var isOnServer: Bool
    var isSent = false
  }

  private var changes: [Int64: Change] = [:]
  private var byIdentifier: [Identifier: [Int64]] = [:]
  private var byTitle: [Int64: [Int64]] = [:]
  private var keys: [String: GivenKey] = [:]
  private var keysToSend: Set<String> = []

  /// Whether a work was changed.
  func has(_ number: Int64) -> Bool { changes[number] != nil }

  /// The row of a changed work; nil where it was taken out.
  func row(_ number: Int64) -> WorkRow? { changes[number]?.row }

  func given(_ folded: String) -> GivenKey? { keys[folded] }

  /// The numbers of the changed works that are found so.
  func numbers(_ lookUp: WorkLookUp) -> [Int64] {
    switch lookUp {
    case .identifier(let identifier):
      (byIdentifier[identifier] ?? []).filter { changes[$0]?.entries?.identifiers.contains(identifier) == true }
    case .title(let title):
      (byTitle[title] ?? []).filter { changes[$0]?.entries?.titles.contains(title) == true }
    case .key: []
    }
  }

  mutating func put(_ row: WorkRow, _ entries: WorkEntries, isNew: Bool) {
    let isOnServer = changes[row.number]?.isOnServer ?? !isNew
    changes[row.number] = Change(row: row, entries: entries, isOnServer: isOnServer)
    for identifier in entries.identifiers where byIdentifier[identifier]?.contains(row.number) != true {
      byIdentifier[identifier, default: []].append(row.number)
    }
    for title in entries.titles where byTitle[title]?.contains(row.number) != true {
      byTitle[title, default: []].append(row.number)
    }
  }

  mutating func delete(_ number: Int64) {
    changes[number] = Change(row: nil, entries: nil, isOnServer: changes[number]?.isOnServer ?? true)
  }

  mutating func give(_ key: GivenKey) {
    let folded = GivenKey.folded(key.key)
    keys[folded] = key
    keysToSend.insert(folded)
  }

  // MARK: Sending

  /// Bytes of records and words in one statement.
  private static let statementSize = 2 << 20

  /// The statements that tell the server what it was not told yet. Everything in the order of the numbers, or of the
  /// keys: so it goes into the tables as fast as it can.
  mutating func statements() -> [PostgresStatement] {
    let numbers = changes.filter { !$0.value.isSent }.keys.sorted()
    var statements: [PostgresStatement] = []
    let old = numbers.filter { changes[$0]?.isOnServer == true }
    if !old.isEmpty {
      statements += ["item WHERE number", "item_text WHERE item", "identifier WHERE item", "title WHERE item"].map {
        PostgresStatement("DELETE FROM \($0) = ANY($1)", [.numbers(old)])
      }
    }
    var rows = RowList()
    var entries = EntryList()
    for number in numbers {
      changes[number]?.isSent = true
      let change = changes[number]
      changes[number]?.isOnServer = change?.row != nil
      guard let row = change?.row, let own = change?.entries else { continue }
      rows.append(row, own)
      entries.append(number, own)
      if rows.size > Self.statementSize { statements += rows.statements() }
    }
    statements += rows.statements() + entries.statements()
    if !keysToSend.isEmpty {
      statements.append(GivenKey.statement(keysToSend.sorted().compactMap { keys[$0] }))
      keysToSend = []
    }
    return statements
  }
}

/// Rows, and their words, on their way into the tables.
private struct RowList {
  private var numbers = PostgresList(.int8)
  private var keys = PostgresList(.text)
  private var kinds = PostgresList(.int8)
  private var sources = PostgresList(.int8)
  private var abouts = PostgresList(.text)
  private var records = PostgresList(.text)
  private var digests = PostgresList(.int8)
  private var words = PostgresList(.tsvector)

  var size: Int { records.size + words.size }

  mutating func append(_ row: WorkRow, _ entries: WorkEntries) {
    numbers.append(row.number)
    keys.append(row.key)
    kinds.append(Int64(row.kind.rawValue))
    sources.append(row.source)
    abouts.append(row.about)
    records.append { $0 += row.json }
    digests.append(RecordDigest(row.json).value)
    words.append { WordVector.append(entries, to: &$0) }
  }

  /// The statements that put in the rows so far, which are forgotten.
  mutating func statements() -> [PostgresStatement] {
    guard numbers.count > 0 else { return [] }
    defer { self = RowList() }
    return [
      PostgresStatement(
        """
        INSERT INTO item (number, key, kind, source, about, json, digest)
        SELECT unnest($1::int8[]), unnest($2::text[]), unnest($3::int8[]), unnest($4::int8[]), unnest($5::text[]),
          unnest($6::text[]), unnest($7::int8[])
        """, [numbers, keys, kinds, sources, abouts, records, digests].map(\.value)),
      PostgresStatement(
        "INSERT INTO item_text (item, words) SELECT unnest($1::int8[]), unnest($2::tsvector[])",
        [numbers, words].map(\.value)),
    ]
  }
}

/// Identifiers and titles on their way into the tables.
private struct EntryList {
  private var identifiers: [(identifier: Identifier, number: Int64)] = []
  private var titles: [(title: Int64, number: Int64)] = []

  mutating func append(_ number: Int64, _ entries: WorkEntries) {
    identifiers += entries.identifiers.map { ($0, number) }
    titles += entries.titles.map { ($0, number) }
  }

  func statements() -> [PostgresStatement] {
    var statements: [PostgresStatement] = []
    if !identifiers.isEmpty {
      statements.append(
        PostgresStatement(
          """
          INSERT INTO identifier (kind, value, item) SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::int8[])
          ON CONFLICT DO NOTHING
          """,
          [
            .texts(identifiers.map(\.identifier.kind.rawValue)), .texts(identifiers.map(\.identifier.value)),
            .numbers(identifiers.map(\.number)),
          ]))
    }
    if !titles.isEmpty {
      statements.append(
        PostgresStatement(
          "INSERT INTO title (hash, item) SELECT unnest($1::int8[]), unnest($2::int8[]) ON CONFLICT DO NOTHING",
          [.numbers(titles.map(\.title)), .numbers(titles.map(\.number))]))
    }
    return statements
  }
}

extension GivenKey {
  /// The statement that remembers keys, each once.
  fileprivate static func statement(_ keys: [GivenKey]) -> PostgresStatement {
    var titles = PostgresList(.int8)
    for key in keys { titles.append(key.title) }
    return PostgresStatement(
      """
      INSERT INTO given_key (folded, key, item, title)
      SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::int8[]), unnest($4::int8[])
      ON CONFLICT (folded) DO UPDATE SET key = excluded.key, item = excluded.item, title = excluded.title
      """,
      [.texts(keys.map { folded($0.key) }), .texts(keys.map(\.key)), .numbers(keys.map(\.number)), titles.value])
  }
}
