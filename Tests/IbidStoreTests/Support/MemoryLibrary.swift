import IbidModel
import IbidStore
import IbidText
import Synchronization

/// The least library that keeps the contract: an array.
final class MemoryLibrary: Library {
  fileprivate let held = Mutex(MemoryTables.Rows())
  /// Whether a step is under way: another one spins until it has ended.
  fileprivate let isWriting = Mutex(false)
  @TaskLocal private static var moment: MemoryTables.Rows?

  func snapshot<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let moment = Self.moment ?? held.withLock { $0 }
    let snapshot = MemorySnapshot(moment)
    defer { snapshot.rows = nil }
    return try Self.$moment.withValue(moment) {
      Result { () throws(LibraryError) in try body(snapshot) }
    }.get()
  }

  func intake(_ command: String) -> any LibraryIntake { MemoryIntake(self, command) }

  fileprivate func begin() throws(LibraryError) -> MemoryTables.Rows {
    guard Self.moment == nil else { throw .failed(path: "memory", reason: "within a snapshot") }
    while isWriting.withLock({ isWriting in
      defer { isWriting = true }
      return isWriting
    }) {}
    return held.withLock { $0 }
  }
}

private final class MemorySnapshot: LibrarySnapshot {
  var rows: MemoryTables.Rows?

  init(_ rows: MemoryTables.Rows) { self.rows = rows }

  private func tables() throws(LibraryError) -> MemoryTables {
    guard let rows else { throw .failed(path: "memory", reason: "ended") }
    return MemoryTables(rows)
  }

  private func held() throws(LibraryError) -> [(number: Int64, item: Item)] {
    var held: [(number: Int64, item: Item)] = []
    for row in try tables().rows.items { held.append((row.number, try row.work().item)) }
    return held.sorted { $0.number < $1.number }
  }

  private func trying<Value>(_ body: () throws -> Value) throws(LibraryError) -> Value {
    do { return try body() } catch { throw error as? LibraryError ?? .failed(path: "memory", reason: "\(error)") }
  }

  func count() throws(LibraryError) -> Int { try held().count }

  func item(key: String) throws(LibraryError) -> Item? { try work(key: key)?.item }

  func work(key: String) throws(LibraryError) -> Work? {
    let tables = try tables()
    return try trying { try tables.rows(.key(key)).first?.work() }
  }

  func forEachWork(_ body: (Work) -> Bool) throws(LibraryError) {
    for row in try tables().rows.items.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard body(try row.work()) else { return }
    }
  }

  func sources() throws(LibraryError) -> [SourceRecords] {
    let rows = try tables().rows
    return rows.sources.indices.map { index in
      let number = SourceNumber(index + 1)
      let origins = rows.origins.filter { $0.key[0] == number }.sorted { $0.key[1] < $1.key[1] }
      let keys = origins.compactMap { origin -> String? in
        if let row = rows.items.first(where: { $0.number == origin.value }) { return row.key }
        let lost = rows.changes.first { $0.number == origin.value && $0.state != nil }?.state?.key
        let heir = lost.flatMap { rows.keys[GivenKey.folded($0)]?.number }
        return rows.items.first { $0.number == heir }?.key
      }
      return SourceRecords(number: number, source: rows.sources[index], keys: keys)
    }
  }

  func history(key: String) throws(LibraryError) -> [WorkEvent] {
    let tables = try tables()
    return try trying {
      guard let row = try tables.rows(.key(key)).first else { return [] }
      var after: Work? = try row.work()
      var events: [WorkEvent] = []
      for step in tables.rows.steps where !step.isUndone {
        let change = try tables.changes(in: step.number).first { $0.number == row.number }
        guard change != nil || step.added.contains(where: { $0.contains(row.number) }) else { continue }
        let before = try change?.state?.work()
        events.append(WorkEvent(step: step, before: before, after: after))
        after = before
      }
      return events.reversed()
    }
  }

  func steps(undone: Bool, limit: Int) throws(LibraryError) -> [LibraryStep] {
    let tables = try tables()
    return try trying { try tables.steps(undone: undone, limit: limit) }
  }

  func numbers(with identifier: Identifier) throws(LibraryError) -> [Int64] {
    let tables = try tables()
    return try trying { try tables.rows(.identifier(identifier)).map(\.number) }
  }

  func item(number: Int64) throws(LibraryError) -> Item? { try held().first { $0.number == number }?.item }

  func lastNumber() throws(LibraryError) -> Int64 { try held().last?.number ?? 0 }

  func numbers(of query: SearchQuery, limit: Int) throws(LibraryError) -> [Int64] {
    Array(try held().filter { Self.count(query, $0.item) > 0 }.map(\.number).prefix(limit))
  }

  /// The more of the terms occur the better, and of as many the more often.
  func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item] {
    var found: [(item: Item, count: Int)] = []
    for (_, item) in try held() {
      let count = Self.count(query, item)
      if count > 0 { found.append((item, count)) }
    }
    found.sort {
      $0.count != $1.count ? $0.count > $1.count : $0.item.id.utf8.lexicographicallyPrecedes($1.item.id.utf8)
    }
    return found.prefix(limit).map(\.item)
  }

  /// How often the terms of all clauses occur; 0 where one of them lacks.
  private static func count(_ query: SearchQuery, _ item: Item) -> Int {
    func count(_ clause: SearchQuery.Clause) -> Int {
      clause.anyOf.reduce(0) { $0 + score($1.term, $1.column, item) }
    }
    if query.clauses.contains(where: { $0.isExcluded && count($0) > 0 }) { return 0 }
    let counts = query.clauses.filter { !$0.isExcluded }.map(count)
    return counts.min().map { $0 > 0 ? counts.reduce(0, +) : 0 } ?? 0
  }

  private static func score(_ term: SearchQuery.Term, _ column: SearchColumn?, _ item: Item) -> Int {
    var text = SearchText()
    text.add(WorkEntries(item, item.identifiers, title: nil))
    var start = 0
    var count = 0
    for (name, end) in zip(SearchColumn.allCases, text.ends) {
      defer { start = end }
      guard column == nil || column == name else { continue }
      let words = text.bytes[start..<end].split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      for first in words.indices where first + term.words.count <= words.count {
        let run = words[first..<(first + term.words.count)]
        let goesOn = term.isPrefix && run.last?.hasPrefix(term.words.last ?? "") == true
        if run.elementsEqual(term.words) || goesOn && run.dropLast().elementsEqual(term.words.dropLast()) { count += 1 }
      }
    }
    return count > 0 ? count + 1000 : 0
  }

  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError) {
    for item in try held().map(\.item).sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      guard body(item) else { return }
    }
  }
}

private final class MemoryIntake: LibraryIntake {
  private let library: MemoryLibrary
  private let command: String
  private var held: MemoryTables?
  private var step: StepUnderWay<MemoryTables>?

  init(_ library: MemoryLibrary, _ command: String) {
    self.library = library
    self.command = command
  }

  deinit { end() }

  private func end() {
    if held != nil { library.isWriting.withLock { $0 = false } }
    held = nil
    step = nil
  }

  func take<Value>(_ body: (any LibraryChanges) throws -> Value) throws(LibraryError) -> Value {
    do {
      let tables = try held ?? MemoryTables(library.begin())
      held = tables
      let step = step ?? StepUnderWay(tables, command: command, time: 0)
      self.step = step
      return try body(step)
    } catch {
      end()
      throw error as? LibraryError ?? .failed(path: "memory", reason: "\(error)")
    }
  }

  func commit() throws(LibraryError) {
    do { try step?.finish() } catch { throw .failed(path: "memory", reason: "\(error)") }
    if let held { library.held.withLock { $0 = held.rows } }
    end()
  }
}

/// Rows of arrays, as steps ask for them.
final class MemoryTables: LibraryTables {
  struct Rows {
    var items: [WorkRow] = []
    var keys: [String: GivenKey] = [:]
    var sources: [Source] = []
    var origins: [[Int64]: Int64] = [:]
    var counters = LibraryCounters()
    var steps: [LibraryStep] = []
    var changes: [LibraryChange] = []
  }

  var rows: Rows

  init(_ rows: Rows = Rows()) { self.rows = rows }

  /// The tables of these records, under their own keys.
  convenience init(of items: [Item]) {
    self.init()
    for (index, item) in items.enumerated() {
      let work = Work(key: item.id, Statement(item, SourceKind(of: item, format: "")))
      rows.items.append(WorkRow(number: Int64(index + 1), work))
      rows.keys[GivenKey.folded(item.id)] = GivenKey(item.id, number: Int64(index + 1), title: TitleKey.key(of: item))
    }
    rows.counters.nextWork = Int64(items.count + 1)
  }

  func expect(_ items: [Item], _ identifiers: [[Identifier]]) {}

  func rows(_ lookUp: WorkLookUp) throws -> [WorkRow] {
    if case .key(let key) = lookUp { return try given(key).flatMap { try row($0.number) }.map { [$0] } ?? [] }
    return try rows.items.filter { row in
      let entries = try entries(of: row)
      return switch lookUp {
      case .identifier(let identifier): entries.identifiers.contains(identifier)
      case .title(let title): entries.titles.contains(title)
      case .key: false
      }
    }.sorted { $0.number < $1.number }
  }

  /// By what a row is found, which is asked again and again.
  private func entries(of row: WorkRow) throws -> WorkEntries {
    if let known = known[row.number], known.row == row { return known.entries }
    let entries = WorkEntries(try row.work())
    known[row.number] = (row, entries)
    return entries
  }

  private var known: [Int64: (row: WorkRow, entries: WorkEntries)] = [:]

  func row(_ number: Int64) throws -> WorkRow? { rows.items.first { $0.number == number } }
  func given(_ key: String) throws -> GivenKey? { rows.keys[GivenKey.folded(key)] }
  func insert(_ row: WorkRow, _ entries: WorkEntries) throws { rows.items.append(row) }
  func replace(_ old: WorkRow, with row: WorkRow, _ entries: WorkEntries) throws {
    rows.items = rows.items.map { $0.number == row.number ? row : $0 }
  }
  func delete(_ row: WorkRow) throws { rows.items.removeAll { $0.number == row.number } }
  func give(_ key: GivenKey) throws { rows.keys[GivenKey.folded(key.key)] = key }
  func counters() throws -> LibraryCounters { rows.counters }
  func setCounters(_ counters: LibraryCounters) throws { rows.counters = counters }
  func number(of source: Source) throws -> SourceNumber {
    if let index = rows.sources.firstIndex(of: source) { return SourceNumber(index + 1) }
    rows.sources.append(source)
    return SourceNumber(rows.sources.count)
  }
  func addOrigin(_ ordinal: Int64, in source: SourceNumber, of number: Int64) throws {
    rows.origins[[source, ordinal]] = number
  }
  func origins(in source: SourceNumber, _ ordinals: ClosedRange<Int64>) throws -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    for (place, number) in rows.origins where place[0] == source && ordinals.contains(place[1]) {
      found[place[1]] = number
    }
    return found
  }
  func removeOrigins(_ ordinals: ClosedRange<Int64>, in source: SourceNumber) throws {
    rows.origins = rows.origins.filter { $0.key[0] != source || !ordinals.contains($0.key[1]) }
  }
  func put(_ step: LibraryStep) throws {
    rows.steps.removeAll { $0.number == step.number }
    rows.steps.append(step)
    rows.steps.sort { $0.number > $1.number }
  }
  func steps(undone: Bool, limit: Int) throws -> [LibraryStep] {
    Array(rows.steps.filter { $0.isUndone == undone }.prefix(limit))
  }
  func forgetUndoneSteps() throws {
    let gone = Set(rows.steps.filter(\.isUndone).map(\.number))
    rows.steps.removeAll { gone.contains($0.number) }
    rows.changes.removeAll { gone.contains($0.step) }
  }
  func put(_ change: LibraryChange) throws {
    rows.changes.removeAll { $0.step == change.step && $0.number == change.number }
    rows.changes.append(change)
  }
  func changes(in step: Int64) throws -> [LibraryChange] {
    rows.changes.filter { $0.step == step }.sorted { $0.number < $1.number }
  }
  func step(after step: Int64, changing number: Int64) throws -> LibraryStep? {
    rows.steps.first { other in
      other.number > step && !other.isUndone && rows.changes.contains { $0.step == other.number && $0.number == number }
    }
  }
}
