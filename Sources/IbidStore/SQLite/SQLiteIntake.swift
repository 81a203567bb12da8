internal import GRDB
internal import IbidModel

/// Takes items into a library's file.
///
/// A step is thousands of records long: each one ends with three flushes of the disk and one more part of the full-text
/// index, which must be merged with the others later on.
final class SQLiteIntake: LibraryIntake {
  private let library: SQLiteLibrary
  private var connection: SQLiteConnection?
  private var tables: EntryTable?
  private var policy = IntakePolicy()

  /// Takes items into this library, which must be open for writing.
  init(_ library: SQLiteLibrary) { self.library = library }

  deinit {
    // Statements go before their connection does.
    tables = nil
    if let connection { library.give(back: connection) }
  }

  func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)] {
    try inStep { tables in try items.map { try add($0, to: tables) } }
  }

  func remove(_ identifiers: [Identifier]) throws(LibraryError) -> Int {
    try inStep { tables in
      try identifiers.reduce(0) { count, identifier in
        guard let entry = try tables.entry(identifier) else { return count }
        try tables.delete(entry)
        return count + 1
      }
    }
  }

  func remove(keys: [String]) throws(LibraryError) {
    try inStep { tables in
      for key in keys {
        guard let entry = try tables.entry(key: key) else { throw LibraryError.unknownKey(key) }
        try tables.delete(entry)
      }
    }
  }

  func commit() throws(LibraryError) {
    guard connection != nil else { return }
    try inTransaction { database in
      try tables?.flush()
      try database.commit()
    }
    policy = IntakePolicy()
  }

  private func inStep<Value>(_ body: (EntryTable) throws -> Value) throws(LibraryError) -> Value {
    try inTransaction { database in
      let tables = try self.tables ?? EntryTable(database)
      self.tables = tables
      return try body(tables)
    }
  }

  private func inTransaction<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      let connection = try self.connection ?? library.takeWriting()
      self.connection = connection
      return try connection.queue.inDatabase { database in
        do {
          if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
          return try body(database)
        } catch {
          // What waits for the index goes with the rest.
          tables = nil
          policy = IntakePolicy()
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
    } catch {
      throw library.error(error)
    }
  }

  private func add(_ item: Item, to tables: EntryTable) throws -> (outcome: ImportOutcome, key: String) {
    let identifiers = item.identifiers
    switch try policy.verdict(on: item, identifiers, in: tables) {
    case .add(let new):
      try tables.insert(new, identifiers)
      return (.added, new.id)
    case .update(let entry, let merged):
      try tables.replace(entry, with: merged)
      return (.updated, entry.key)
    case .unchanged(let entry): return (.unchanged, entry.key)
    }
  }
}
