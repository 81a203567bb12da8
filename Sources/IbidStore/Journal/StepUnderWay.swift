package import IbidModel

/// A step of a library while it is taken: what adding, editing, merging and undoing mean, over whatever tables.
///
/// The journal keeps of each work that a step changes what it was before; of those that it adds the numbers alone, as an
/// import adds thousands; and to which works the records of its source led, so that an import of works that the library
/// has all is a step, too.
package final class StepUnderWay<Tables: LibraryTables> {
  private let tables: Tables
  private let command: String
  private let time: Int64
  private var policy = IntakePolicy()
  private var counters: LibraryCounters?
  private var step: LibraryStep?
  /// Works whose earlier state is kept already.
  private var changed: Set<Int64> = []
  /// To which works the records led whose origins the step changed.
  private var origins = OriginRuns()
  private var hasNewOrigins = false

  /// A step of this command, which began at this time, in seconds since 1970.
  package init(_ tables: Tables, command: String, time: Int64) {
    self.tables = tables
    self.command = command
    self.time = time
  }

  /// Makes what was done ready to be committed. The step may go on in another transaction.
  package func finish() throws {
    if let counters { try tables.setCounters(counters) }
    if let step {
      try tables.put(step)
      if hasNewOrigins { try tables.put(origins.change(of: step.number)) }
    }
    hasNewOrigins = false
    // Others may come between.
    counters = nil
    policy = IntakePolicy()
  }

  // MARK: Works

  /// Takes in what a source says; `ordinals` count its records.
  package func add(
    _ items: [Item], from source: Source, ordinals: Int64
  ) throws -> [IntakeOutcome] {
    guard !items.isEmpty else { return [] }
    let number = try tables.number(of: source)
    let identifiers = items.map(WorkIdentifiers.of)
    try tables.expect(items, identifiers)
    let known = try tables.origins(in: number, ordinals...(ordinals + Int64(items.count - 1)))
    return try items.indices.map { index in
      let kind = SourceKind(of: items[index], format: source.format)
      var (outcome, work) = try add(Statement(items[index], kind, source: number), identifiers[index])
      let own = items[index].id
      if !own.isEmpty, own != outcome.key {
        outcome.ownKey = try tables.given(own).map { $0.number == work ? .leadsHere : .leadsElsewhere } ?? .isUnknown
      }
      let ordinal = ordinals + Int64(index)
      if known[ordinal] != work {
        _ = try openStep()
        origins.keep(ordinal, of: number, work: known[ordinal])
        hasNewOrigins = true
        try tables.addOrigin(ordinal, in: number, of: work)
      }
      return outcome
    }
  }

  private func add(
    _ statement: Statement, _ identifiers: [Identifier]
  ) throws -> (outcome: IntakeOutcome, number: Int64) {
    let (verdict, clashes, title) = try policy.verdict(on: statement, identifiers, in: tables)
    switch verdict {
    case .add(let work):
      let number = try insert(work, WorkEntries(work.item, identifiers, title: title))
      return (IntakeOutcome(.added, work.key, clashes: clashes), number)
    case .unchanged(let row): return (IntakeOutcome(.unchanged, row.key), row.number)
    case .update(let row, let work, let others):
      for other in others { try delete(other) }
      let new = WorkRow(number: row.number, work)
      // What a poorer source adds may leave the record as it is.
      let isSeen = new.json != row.json || !others.isEmpty
      try replace(row, with: new, WorkEntries(work))
      try give(work, row.number)
      let changes = isSeen ? FieldChange.between(try StoredItem.item(row.json), work.item) : []
      let outcome = IntakeOutcome(isSeen ? .updated : .unchanged, work.key, clashes: clashes, changes: changes)
      return (outcome, row.number)
    }
  }

  /// Takes the first row of each identifier out, and tells how many there were.
  package func remove(_ identifiers: [Identifier]) throws -> Int {
    try identifiers.reduce(0) { count, identifier in
      guard let row = try tables.rows(.identifier(identifier)).first else { return count }
      try delete(row)
      return count + 1
    }
  }

  /// Takes the works of these keys out, and tells how many there were.
  @discardableResult
  package func remove(keys: [String]) throws -> Int {
    // Two keys may lead to one work.
    var gone: Set<Int64> = []
    for row in try keys.map(row) where gone.insert(row.number).inserted { try delete(row) }
    return gone.count
  }

  /// Changes the work of a key, its key included. False where `body` changed nothing.
  package func edit(key: String, _ body: (inout Work) throws -> Void) throws -> Bool {
    let row = try row(key)
    let old = try row.work()
    var work = old
    try body(&work)
    guard work != old else { return false }
    if work.key != old.key {
      if let given = try tables.given(work.key), given.number != row.number { throw LibraryError.takenKey(work.key) }
      if !work.aliases.contains(old.key) { work.aliases.append(old.key) }
      work.aliases.removeAll { $0 == work.key }
    }
    try replace(row, with: WorkRow(number: row.number, work), WorkEntries(work))
    try give(work, row.number)
    return true
  }

  /// Makes works one; their keys lead to the first from now on.
  package func merge(keys: [String]) throws {
    guard let first = keys.first else { return }
    let row = try row(first)
    var work = try row.work()
    for key in keys.dropFirst() {
      let other = try self.row(key)
      guard other.number != row.number else { continue }
      work.absorb(try other.work())
      try delete(other)
    }
    try replace(row, with: WorkRow(number: row.number, work), WorkEntries(work))
    try give(work, row.number)
  }

  private func row(_ key: String) throws -> WorkRow {
    guard let row = try tables.rows(.key(key)).first else { throw LibraryError.unknownKey(key) }
    return row
  }

  // MARK: Undoing

  /// Takes the last steps back, and tells them; fewer where there are no more.
  package func undo(_ count: Int) throws -> [LibraryStep] {
    try tables.steps(undone: false, limit: count).map { try turn($0) }
  }

  /// Takes steps that were undone again, the one that was undone last first.
  package func redo(_ count: Int) throws -> [LibraryStep] {
    // The one that was undone last is the earliest.
    try tables.steps(undone: true, limit: .max).suffix(count).reversed().map { try turn($0) }
  }

  /// Exchanges the states that a step keeps with those in force.
  private func turn(_ step: LibraryStep) throws -> LibraryStep {
    var changes = try tables.changes(in: step.number)
    let origins = changes.firstIndex { $0.number == OriginRuns.number }.map { OriginRuns(changes.remove(at: $0)) }
    for range in step.added {
      let known = Set(changes.map(\.number))
      changes += range.filter { !known.contains($0) }.map { LibraryChange(step: step.number, number: $0, state: nil) }
    }
    for change in changes {
      if !step.isUndone, let other = try tables.step(after: step.number, changing: change.number) {
        throw LibraryError.changedSince(command: step.command, by: other.command)
      }
    }
    // What is gone makes room, by its keys, for what comes back.
    let current = try changes.map { try tables.row($0.number) }
    for (change, row) in zip(changes, current) where change.state == nil {
      if let row { try tables.delete(row) }
    }
    for (change, row) in zip(changes, current) {
      if let state = change.state {
        let work = try state.work()
        if let row {
          try tables.replace(row, with: state, WorkEntries(work))
        } else {
          try tables.insert(state, WorkEntries(work))
        }
        try give(work, state.number)
      }
      try tables.put(LibraryChange(step: change.step, number: change.number, state: row))
    }
    var works = Set(changes.map(\.number))
    if let origins { works.formUnion(try turn(origins, of: step.number)) }
    var step = step
    step.isUndone.toggle()
    step.added = []
    try tables.put(step)
    step.works = works.count
    return step
  }

  /// Exchanges the origins that a step keeps with those in force, and tells of which works they are.
  private func turn(_ kept: OriginRuns, of step: Int64) throws -> Set<Int64> {
    var inForce = OriginRuns()
    var works: Set<Int64> = []
    for run in kept.runs {
      let current = try tables.origins(in: run.source, run.ordinals)
      works.formUnion(current.values)
      guard let work = run.work else {
        for (ordinal, work) in current.sorted(by: { $0.key < $1.key }) {
          inForce.keep(ordinal, of: run.source, work: work)
        }
        try tables.removeOrigins(run.ordinals, in: run.source)
        continue
      }
      for ordinal in run.ordinals {
        inForce.keep(ordinal, of: run.source, work: current[ordinal])
        let number = work + (ordinal - run.ordinals.lowerBound)
        works.insert(number)
        try tables.addOrigin(ordinal, in: run.source, of: number)
      }
    }
    try tables.put(inForce.change(of: step))
    return works
  }

  // MARK: Rows, with the journal

  private func insert(_ work: Work, _ entries: WorkEntries) throws -> Int64 {
    var counters = try openCounters()
    let number = counters.nextWork
    counters.nextWork += 1
    self.counters = counters
    _ = try openStep()
    step?.add(number)
    try tables.insert(WorkRow(number: number, work, item: entries.item), entries)
    try tables.give(GivenKey(work.key, number: number, title: entries.titles.first))
    return number
  }

  private func replace(_ old: WorkRow, with row: WorkRow, _ entries: WorkEntries) throws {
    try keep(old)
    try tables.replace(old, with: row, entries)
  }

  private func delete(_ row: WorkRow) throws {
    try keep(row)
    try tables.delete(row)
  }

  private func give(_ work: Work, _ number: Int64) throws {
    let title = TitleKey.key(of: work.item)
    for key in [work.key] + work.aliases { try tables.give(GivenKey(key, number: number, title: title)) }
  }

  private func keep(_ row: WorkRow) throws {
    let step = try openStep()
    guard !step.added.contains(where: { $0.contains(row.number) }), changed.insert(row.number).inserted else { return }
    try tables.put(LibraryChange(step: step.number, number: row.number, state: row))
  }

  private func openCounters() throws -> LibraryCounters {
    if let counters { return counters }
    let counters = try tables.counters()
    self.counters = counters
    return counters
  }

  private func openStep() throws -> LibraryStep {
    if let step { return step }
    try tables.forgetUndoneSteps()
    var counters = try openCounters()
    let step = LibraryStep(number: counters.nextStep, command: command, time: time)
    counters.nextStep += 1
    self.counters = counters
    self.step = step
    // Changes refer to it.
    try tables.put(step)
    return step
  }
}

/// What became of a record that was put into the library.
package struct IntakeOutcome: Sendable, Equatable {
  package var outcome: ImportOutcome
  /// The work's key.
  package var key: String
  /// Works that have an identifier of the record, and are others.
  package var clashes: [IntakePolicy.Clash]
  /// What changed in the library's record.
  package var changes: [FieldChange]
  /// To what the key leads that the record brought along.
  package var ownKey = OwnKey.leadsHere

  /// To what a key leads in the library.
  package enum OwnKey: Sendable {
    /// To the record's work.
    case leadsHere
    /// To another work, which had the key first.
    case leadsElsewhere
    /// To nothing: the work has another key.
    case isUnknown
  }

  package init(
    _ outcome: ImportOutcome, _ key: String, clashes: [IntakePolicy.Clash] = [], changes: [FieldChange] = []
  ) {
    self.changes = changes
    self.outcome = outcome
    self.key = key
    self.clashes = clashes
  }
}
