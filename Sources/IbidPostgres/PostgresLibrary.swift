internal import Glibc
package import IbidStore
internal import Synchronization

/// A library that a group of people shares: tables of a PostgreSQL database.
///
/// Each snapshot and each intake has a connection to itself. Who writes holds the lock of the one row of `library` until
/// the commit, so that two clients never give one key to two works, nor one work two records, and neither waits for the
/// other crosswise. Who reads waits for nobody.
package final class PostgresLibrary: Library {
  private let location: PostgresLocation
  private let idle = Mutex<[PostgresConnection]>([])
  /// The connections of the snapshots that are under way, by thread.
  private let snapshots = Mutex<[pthread_t: PostgresConnection]>([:])

  /// Connections that are kept: a server has some hundred for everybody.
  private static let most = 4

  /// Opens a library.
  ///
  /// - Throws: `LibraryError` where the location holds a password, the server cannot be reached, or the database holds no
  ///   library of ours, and none is to be made.
  package init(_ location: String, access: LibraryAccess) throws(LibraryError) {
    self.location = try PostgresLocation(location)
    do { give(back: try open(mayMake: access == .create)) } catch { throw self.error(error) }
  }

  package func snapshot<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let thread = pthread_self()
    if let outer = snapshots.withLock({ $0[thread] }) { return try read(outer, body) }
    let connection: PostgresConnection
    do {
      connection = try take { try $0.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1 FROM library") }
    } catch { throw self.error(error) }
    snapshots.withLock { $0[thread] = connection }
    defer {
      snapshots.withLock { $0[thread] = nil }
      give(back: connection)
    }
    return try read(connection, body)
  }

  private func read<Value>(
    _ connection: PostgresConnection, _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let snapshot = PostgresSnapshot(connection, location)
    defer { snapshot.end() }
    return try body(snapshot)
  }

  package func intake(_ command: String) -> any LibraryIntake { PostgresIntake(self, command: command) }

  /// Gives a role of the server's the right to read the library, or to change it as well.
  ///
  /// - Throws: `LibraryError` where there is no such role, or the tables are somebody else's.
  package func grant(_ role: String, writing: Bool) throws(LibraryError) {
    do {
      let connection = try takeWriting()
      defer { give(back: connection) }
      try PostgresSchema.grant(connection, role, writing: writing)
    } catch { throw self.error(error) }
  }

  // MARK: Connections

  /// A connection for an intake.
  func takeWriting() throws -> PostgresConnection {
    guard snapshots.withLock({ $0[pthread_self()] }) == nil else {
      throw LibraryError.failed(
        path: location.text, reason: "cannot be written to within a snapshot, whose moment is past")
    }
    return try take { _ in }
  }

  /// Takes a connection back, with nothing under way on it.
  func give(back connection: PostgresConnection) {
    guard connection.rollBack() else { return }
    idle.withLock { idle in
      if idle.count < Self.most { idle.append(connection) }
    }
  }

  /// A connection on which `begin` has run: where the server has hung up meanwhile, a new one.
  private func take(_ begin: (PostgresConnection) throws -> Void) throws -> PostgresConnection {
    while let kept = idle.withLock({ $0.popLast() }) {
      guard kept.stillStands() else { continue }
      do {
        try begin(kept)
        return kept
      } catch {
        if kept.stands { throw error }
      }
    }
    let connection = try open(mayMake: false)
    try begin(connection)
    return connection
  }

  private func open(mayMake: Bool) throws -> PostgresConnection {
    let connection = try PostgresConnection(location)
    do {
      try PostgresSchema.check(connection, location)
      return connection
    } catch LibraryError.notMade where mayMake {
      try PostgresSchema.create(connection)
      try PostgresSchema.check(connection, location)
      return connection
    }
  }

  /// The error as the library's.
  func error(_ error: any Error) -> LibraryError { LibraryError(error, location) }
}

extension LibraryError {
  /// What the server or we ourselves could not do with the library at this location.
  init(_ error: any Error, _ location: PostgresLocation) {
    switch error {
    case let error as LibraryError: self = error
    case let error as PostgresFailure where error.state == PostgresFailure.State.lockTimeout:
      self = .failed(path: location.text, reason: "somebody else is writing to it, and has been for ten minutes")
    case let error as PostgresFailure: self = .failed(path: location.text, reason: error.message)
    default: self = .failed(path: location.text, reason: "\(error)")
    }
  }
}
