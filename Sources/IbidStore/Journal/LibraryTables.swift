package import IbidModel

/// The tables of a library in one transaction, as what a library means is built upon them. An engine keeps rows and finds
/// them again; all else is `StepUnderWay`'s, so that all engines agree.
package protocol LibraryTables: HeldWorks {
  /// Is told ahead which records, with these identifiers, come next: an engine that is far away fetches at once all that
  /// will be asked of them.
  func expect(_ items: [Item], _ identifiers: [[Identifier]]) throws

  /// Puts in a row, which is found by these identifiers and titles.
  func insert(_ row: WorkRow, _ entries: WorkEntries) throws

  /// Puts a row in the place of the one of its number.
  func replace(_ old: WorkRow, with row: WorkRow, _ entries: WorkEntries) throws

  /// Takes a row out.
  func delete(_ row: WorkRow) throws

  /// Remembers to which work a key leads; one that led elsewhere leads here from now on.
  func give(_ key: GivenKey) throws

  /// The library's counters, which no other step changes while this one is under way.
  func counters() throws -> LibraryCounters
  func setCounters(_ counters: LibraryCounters) throws

  /// The number of a source, which is made where it is new.
  func number(of source: Source) throws -> SourceNumber

  /// Remembers that the record of this ordinal in a source is of this work, and of no other.
  func addOrigin(_ ordinal: Int64, in source: SourceNumber, of number: Int64) throws
  /// Of which works the records of these ordinals in a source are, by ordinal.
  func origins(in source: SourceNumber, _ ordinals: ClosedRange<Int64>) throws -> [Int64: Int64]
  /// Forgets of which works the records of these ordinals in a source are.
  func removeOrigins(_ ordinals: ClosedRange<Int64>, in source: SourceNumber) throws

  // MARK: The journal

  /// Puts a step in, or changes it.
  func put(_ step: LibraryStep) throws
  /// The last steps that are in force, or that are undone; the latest first.
  func steps(undone: Bool, limit: Int) throws -> [LibraryStep]
  /// Takes the steps that are undone out, with all that they keep.
  func forgetUndoneSteps() throws
  /// Remembers what a step changed.
  func put(_ change: LibraryChange) throws
  /// What a step changed, in the order of the numbers.
  func changes(in step: Int64) throws -> [LibraryChange]
  /// A later step in force that changed the work, too.
  func step(after step: Int64, changing number: Int64) throws -> LibraryStep?
}

/// What numbers a library gives next.
package struct LibraryCounters: Sendable, Equatable {
  package var nextWork: Int64
  package var nextStep: Int64

  package init(nextWork: Int64 = 1, nextStep: Int64 = 1) {
    self.nextWork = nextWork
    self.nextStep = nextStep
  }
}

/// By what a row is found.
package struct WorkEntries: Sendable, Equatable {
  /// The record, under its key: its words are searched.
  package var item: Item
  package var identifiers: [Identifier]
  /// Its ``TitleKey``s.
  package var titles: [Int64]
  /// What the library's people add, which is searched, too.
  package var tags: [String] = []
  package var notes: [String] = []

  /// Those of a work: what any of its sources says.
  package init(_ work: Work) {
    item = work.item
    identifiers = []
    titles = []
    tags = work.tags
    notes = work.notes
    for statement in work.statements { add(statement.item) }
    if work.statements.count > 1 { add(item) }
  }

  /// Those of one record, under its key, whose identifiers and ``TitleKey`` these are.
  package init(_ item: Item, _ identifiers: [Identifier], title: Int64?) {
    self.item = item
    self.identifiers = identifiers
    titles = title.map { [$0] } ?? []
  }

  private mutating func add(_ item: Item) {
    identifiers += WorkIdentifiers.of(item).filter { !identifiers.contains($0) }
    if let title = TitleKey.key(of: item), !titles.contains(title) { titles.append(title) }
  }
}

/// One change of a library, as a person makes it: a command.
package struct LibraryStep: Sendable, Equatable {
  /// Counted from 1; later ones have greater numbers.
  package var number: Int64
  /// The command, as `import pubmed.xml`.
  package var command: String
  /// When it began, in seconds since 1970.
  package var time: Int64
  /// Whether it was undone.
  package var isUndone: Bool
  /// The numbers of the works that it added, while it is in force.
  package var added: [ClosedRange<Int64>]
  /// How many works it is about; told where it is undone or taken again.
  package var works = 0

  package init(number: Int64, command: String, time: Int64, isUndone: Bool = false, added: [ClosedRange<Int64>] = []) {
    self.number = number
    self.command = command
    self.time = time
    self.isUndone = isUndone
    self.added = added
  }

  /// Counts a work among those that it added.
  mutating func add(_ number: Int64) {
    if let last = added.last, last.upperBound == number - 1 {
      added[added.count - 1] = last.lowerBound...number
    } else {
      added.append(number...number)
    }
  }
}

/// What a step changed of one work: the state that is not in force, the earlier one or, where the step is undone, the
/// later one.
package struct LibraryChange: Sendable, Equatable {
  package var step: Int64
  /// The work's number.
  package var number: Int64
  /// Nil where there is no such work in that state.
  package var state: WorkRow?

  package init(step: Int64, number: Int64, state: WorkRow?) {
    self.step = step
    self.number = number
    self.state = state
  }
}
