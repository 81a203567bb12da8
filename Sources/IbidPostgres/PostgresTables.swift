internal import IbidModel
internal import IbidStore

/// The tables of a library in one transaction of the one who may write: what is changed waits here, and goes to the server
/// in one piece.
final class PostgresTables: LibraryTables {
  private let served: ServedWorks
  private var changed = ChangedWorks()
  private let journal: PostgresJournal
  private let connection: PostgresConnection
  private var nextNumbers: LibraryCounters?

  init(_ connection: PostgresConnection) {
    self.connection = connection
    served = ServedWorks(connection)
    journal = PostgresJournal(connection)
  }

  /// Begins a transaction, and waits until nobody else has one that writes.
  ///
  /// Looking up comes after the lock, so that it sees all that the others did.
  func begin() throws {
    // The server guesses wrong of tables that grow as fast as these: everything is looked up by its index.
    let row = try connection.execute(
      """
      BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '\(Self.patience)min';
      SET LOCAL idle_in_transaction_session_timeout = '\(Self.patience)min'; SET LOCAL enable_seqscan = off;
      SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
      SELECT next_item, next_step FROM library FOR UPDATE
      """)
    nextNumbers = LibraryCounters(nextWork: row.number(0, 0), nextStep: row.number(0, 1))
  }

  /// Minutes that one waits for others at most, and keeps them waiting without doing anything.
  private static let patience = 10

  /// Tells the server what it does not know yet, and keeps it where that is wanted: on one way.
  func send(committing: Bool = false) throws {
    var statements = changed.statements() + journal.statements()
    if committing { statements.append(PostgresStatement("COMMIT")) }
    guard !statements.isEmpty else { return }
    let results = try connection.pipeline(statements)
    guard committing else { return }
    guard results.last?.command == "COMMIT" else { throw PostgresFailure("what was sent was not kept") }
    changed = ChangedWorks()
    served.forget()
    nextNumbers = nil
  }

  // MARK: Looking up

  func expect(_ items: [Item], _ identifiers: [[Identifier]]) throws { try served.expect(items, identifiers) }

  func rows(_ lookUp: WorkLookUp) throws -> [WorkRow] { try heads(lookUp).map(whole) }

  func heads(_ lookUp: WorkLookUp) throws -> [WorkRow] {
    if case .key(let key) = lookUp { return try given(key).flatMap { try head($0.number) }.map { [$0] } ?? [] }
    let others = try served.numbers(lookUp).filter { !changed.has($0) }
    return try (others + changed.numbers(lookUp)).sorted().compactMap(head)
  }

  private func head(_ number: Int64) throws -> WorkRow? {
    changed.has(number) ? changed.row(number) : try served.head(number)
  }

  func whole(_ head: WorkRow) throws -> WorkRow {
    head.digest == nil ? head : try served.row(head.number) ?? head
  }

  func row(_ number: Int64) throws -> WorkRow? {
    changed.has(number) ? changed.row(number) : try served.row(number)
  }

  func given(_ key: String) throws -> GivenKey? { try changed.given(GivenKey.folded(key)) ?? served.given(key) }

  // MARK: Changing

  func insert(_ row: WorkRow, _ entries: WorkEntries) { changed.put(row, entries, isNew: true) }

  func replace(_ old: WorkRow, with row: WorkRow, _ entries: WorkEntries) { changed.put(row, entries, isNew: false) }

  func delete(_ row: WorkRow) { changed.delete(row.number) }

  func give(_ key: GivenKey) { changed.give(key) }

  func counters() throws -> LibraryCounters { nextNumbers ?? LibraryCounters() }

  func setCounters(_ counters: LibraryCounters) {
    nextNumbers = counters
    journal.setCounters(counters)
  }

  func number(of source: Source) throws -> SourceNumber { try journal.number(of: source) }

  func addOrigin(_ ordinal: Int64, in source: SourceNumber, of number: Int64) {
    journal.addOrigin(ordinal, in: source, of: number)
  }

  func origins(in source: SourceNumber, _ ordinals: ClosedRange<Int64>) throws -> [Int64: Int64] {
    try journal.origins(in: source, ordinals)
  }

  func removeOrigins(_ ordinals: ClosedRange<Int64>, in source: SourceNumber) throws {
    try journal.removeOrigins(ordinals, in: source)
  }

  // MARK: The journal

  func put(_ step: LibraryStep) { journal.put(step) }

  func steps(undone: Bool, limit: Int) throws -> [LibraryStep] {
    try send()
    return try journal.steps(undone: undone, limit: limit)
  }

  func forgetUndoneSteps() { journal.forgetUndoneSteps() }

  func put(_ change: LibraryChange) { journal.put(change) }

  func changes(in step: Int64) throws -> [LibraryChange] {
    try send()
    let changes = try journal.changes(in: step)
    // Whoever asks is about to exchange them.
    try served.read(changes.map(\.number).filter { !changed.has($0) })
    return changes
  }

  func step(after step: Int64, changing number: Int64) throws -> LibraryStep? {
    try send()
    return try journal.step(after: step, changing: number)
  }
}
