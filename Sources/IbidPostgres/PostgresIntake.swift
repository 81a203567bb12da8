internal import Glibc
internal import IbidStore

/// Takes items into a library on a server.
final class PostgresIntake: LibraryIntake {
  private let library: PostgresLibrary
  private let command: String
  private var connection: PostgresConnection?
  private var tables: PostgresTables?
  private var step: StepUnderWay<PostgresTables>?
  private var isUnderWay = false

  /// Takes items into this library; the journal names the command.
  init(_ library: PostgresLibrary, command: String) {
    self.library = library
    self.command = command
  }

  deinit {
    if let connection { library.give(back: connection) }
  }

  func take<Value>(_ body: (any LibraryChanges) throws -> Value) throws(LibraryError) -> Value {
    try inTransaction { tables in
      let step = self.step ?? StepUnderWay(tables, command: command, time: Int64(time(nil)))
      self.step = step
      return try body(step)
    }
  }

  func commit() throws(LibraryError) {
    guard connection != nil else { return }
    try inTransaction { tables in
      try step?.finish()
      try tables.send(committing: true)
      isUnderWay = false
    }
  }

  private func inTransaction<Value>(_ body: (PostgresTables) throws -> Value) throws(LibraryError) -> Value {
    do {
      let connection = try self.connection ?? library.takeWriting()
      self.connection = connection
      let tables = self.tables ?? PostgresTables(connection)
      self.tables = tables
      if !isUnderWay { try tables.begin() }
      isUnderWay = true
      return try body(tables)
    } catch {
      // What waits to be sent goes with the rest.
      step = nil
      tables = nil
      isUnderWay = false
      if connection?.rollBack() == false { connection = nil }
      throw library.error(error)
    }
  }
}
