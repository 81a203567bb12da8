internal import IbidModel
internal import IbidStore
internal import IbidText

/// What the server was asked for in a transaction, and said: as it was before the step's own changes.
///
/// All that a batch of records may ask for is fetched at once, as each way to a server may take fifty milliseconds.
/// Records come with their digests alone; of those whose JSON is wanted nevertheless, ever more are fetched at a time.
final class ServedWorks {
  private let connection: PostgresConnection
  private var numbers: [WorkLookUp: [Int64]] = [:]
  /// The rows, with records or without; nil for works that are not there.
  private var rows: [Int64: WorkRow?] = [:]
  private var given: [String: GivenKey] = [:]
  /// Keys of which all is known: alone, or with letters behind them.
  private var known: Set<String> = []
  private var stems: Set<String> = []
  /// The works of which there are digests alone, in the order in which they were found.
  private var waiting: [Int64] = []
  private var mostWanted = 8
  private var lastRead: (number: Int64, count: Int64) = (0, 1)

  init(_ connection: PostgresConnection) { self.connection = connection }

  // MARK: Fetching

  /// Fetches what records that come next may ask for; those before are forgotten.
  func expect(_ items: [Item], _ identifiers: [[Identifier]]) throws {
    forget()
    var wanted = WantedWorks()
    for (item, own) in zip(items, identifiers) {
      wanted.add(WorkIdentity(item, own).lookUps, stem: item.id.isEmpty ? RecordKey.base(for: item) : nil)
    }
    try fetch(wanted)
  }

  /// Forgets everything: others may change it from now on.
  func forget() {
    numbers = [:]
    rows = [:]
    given = [:]
    known = []
    stems = []
    waiting = []
    mostWanted = 8
    lastRead = (0, 1)
  }

  private func fetch(_ wanted: WantedWorks) throws {
    for lookUp in wanted.lookUps { numbers[lookUp] = [] }
    known.formUnion(wanted.keys)
    let found = try connection.query(WantedWorks.sql, wanted.values)
    for index in 0..<found.count {
      let place = Int(found.number(index, 1))
      let number = found.number(index, 2)
      switch WantedWorks.Answer(rawValue: Int(found.number(index, 0))) {
      case .identifier: numbers[.identifier(wanted.identifiers[place - 1]), default: []].append(number)
      case .title: numbers[.title(wanted.titles[place - 1]), default: []].append(number)
      case .key: keep(GivenKey(found, index))
      case .free: stems.insert(wanted.stems[place - 1])
      case .row:
        if rows[number] == nil {
          rows[number] = WorkRow(headOf: found, index)
          waiting.append(number)
        }
      case nil: break
      }
    }
    for lookUp in wanted.lookUps { numbers[lookUp]?.sort() }
  }

  private func keep(_ key: GivenKey) { given[GivenKey.folded(key.key)] = key }

  // MARK: Looking up

  func numbers(_ lookUp: WorkLookUp) throws -> [Int64] {
    if case .key(let key) = lookUp { return try given(key).map { [$0.number] } ?? [] }
    if numbers[lookUp] == nil {
      var wanted = WantedWorks()
      wanted.add([lookUp], stem: nil)
      try fetch(wanted)
    }
    return numbers[lookUp] ?? []
  }

  func given(_ key: String) throws -> GivenKey? {
    let folded = GivenKey.folded(key)
    if let given = given[folded] { return given }
    guard !known.contains(folded), !belongsToStem(folded) else { return nil }
    // Who asks for a key asks for the one with the next letter, too.
    let letters = (0..<702).map { CitationKey.letters($0) }
    let stem = String(folded.reversed().drop { ("a"..."z").contains($0) }.reversed())
    let keys = [folded] + [stem, folded].flatMap { base in [base] + letters.map { base + $0 } }
    let found = try connection.query(
      "SELECT 3, 0, item, key, 0, 0, '', title FROM given_key WHERE folded = ANY($1)", [.texts(Set(keys))])
    known.formUnion(keys)
    for index in 0..<found.count { keep(GivenKey(found, index)) }
    return given[folded]
  }

  private func belongsToStem(_ key: String) -> Bool {
    guard !stems.isEmpty else { return false }
    var stem = Substring(key)
    while !stems.contains(String(stem)) {
      guard let last = stem.utf8.last, (0x61...0x7A).contains(last) else { return false }
      stem = stem.dropLast()
    }
    return true
  }

  /// The row of a number, perhaps without its record.
  func head(_ number: Int64) throws -> WorkRow? {
    if let row = rows[number] { return row }
    // Who asks for one number after another, as whoever undoes an import, gets more and more at a time.
    let count = number == lastRead.number + 1 ? min(lastRead.count * 2, 500) : 1
    try read(Array(number..<(number + count)))
    return rows[number] ?? nil
  }

  /// The row of a number with its record.
  func row(_ number: Int64) throws -> WorkRow? {
    guard let head = try head(number) else { return nil }
    guard head.digest != nil else { return head }
    let start = waiting.firstIndex(of: number) ?? 0
    let wanted = waiting[start...].prefix(mostWanted)
    mostWanted = min(mostWanted * 2, 500)
    waiting.removeSubrange(wanted.indices)
    try read(Set([number] + wanted).sorted())
    return rows[number] ?? nil
  }

  /// Fetches the whole rows of these numbers.
  func read(_ numbers: [Int64]) throws {
    let found = try connection.query(WorkRow.byNumbersSQL, [.numbers(numbers)])
    for number in numbers { rows.updateValue(nil, forKey: number) }
    for index in 0..<found.count {
      let row = WorkRow(found, index)
      rows[row.number] = row
    }
    if let last = numbers.last { lastRead = (last, Int64(numbers.count)) }
  }
}

extension WorkRow {
  /// The columns of a row, in the order in which it is read.
  static let columns = "number, key, kind, source, about, json"
  static let byNumbersSQL = "SELECT \(columns) FROM item WHERE number = ANY($1)"

  /// The row of a statement that selects the columns, from this column on.
  init(_ rows: PostgresRows, _ index: Int, from column: Int32 = 0) {
    self.init(
      number: rows.number(index, column), key: rows.text(index, column + 1), json: rows.bytes(index, column + 5),
      kind: SourceKind(rawValue: Int(rows.number(index, column + 2))) ?? .export,
      source: rows.number(index, column + 3), about: rows.text(index, column + 4))
  }

  /// The row without its record, of ``WantedWorks/sql``.
  fileprivate init(headOf rows: PostgresRows, _ index: Int) {
    self.init(
      number: rows.number(index, 2), key: rows.text(index, 3), json: [],
      digest: RecordDigest(value: rows.number(index, 7)),
      kind: SourceKind(rawValue: Int(rows.number(index, 4))) ?? .export, source: rows.number(index, 5),
      about: rows.text(index, 6))
  }
}

extension GivenKey {
  /// The key of ``WantedWorks/sql``.
  fileprivate init(_ rows: PostgresRows, _ index: Int) {
    self.init(
      rows.text(index, 3), number: rows.number(index, 2), title: rows.isNull(index, 7) ? nil : rows.number(index, 7))
  }
}
