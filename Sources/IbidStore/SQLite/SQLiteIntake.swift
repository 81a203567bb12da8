internal import GRDB
internal import IbidModel
internal import Glibc

/// Takes items into a library's file.
///
/// A step is thousands of records long: each one ends with three flushes of the disk and one more part of the full-text
/// index, which must be merged with the others later on.
final class SQLiteIntake: LibraryIntake {
  private let library: SQLiteLibrary
  private let command: String
  private var connection: SQLiteConnection?
  private var tables: EntryTable?
  private var step: StepUnderWay<EntryTable>?

  /// Takes items into this library, which must be open for writing; the journal names the command.
  init(_ library: SQLiteLibrary, command: String) {
    self.library = library
    self.command = command
  }

  deinit {
    // Statements go before their connection does.
    step = nil
    tables = nil
    if let connection { library.give(back: connection) }
  }

  func take<Value>(_ body: (any LibraryChanges) throws -> Value) throws(LibraryError) -> Value {
    try inTransaction { database in
      let tables = try self.tables ?? EntryTable(database)
      self.tables = tables
      let step = self.step ?? StepUnderWay(tables, command: command, time: Int64(time(nil)))
      self.step = step
      return try body(step)
    }
  }

  func commit() throws(LibraryError) {
    guard connection != nil else { return }
    try inTransaction { database in
      try step?.finish()
      try tables?.flush()
      try database.commit()
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
          step = nil
          tables = nil
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
    } catch {
      throw library.error(error)
    }
  }
}
