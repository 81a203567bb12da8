import IbidStore
import TestSupport
import Testing

#if IBID_POSTGRES
  import IbidPostgres
#endif

/// An engine that the contract's tests run over: a new one is a line here.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  /// Where a server can be had.
  case postgres
  /// Not for use: it shows that the contract is not SQLite's.
  case memory

  static let allCases: [Engine] = PostgresServer.canBeHad ? [.sqlite, .postgres, .memory] : [.sqlite, .memory]

  var testDescription: String { rawValue }

  /// An empty library, whose files, if it has any, stand in this folder.
  func library(in folder: TemporaryFolder) throws -> any Library {
    switch self {
    case .sqlite: return try SQLiteLibrary(path: folder.path + "/library.sqlite", access: .create)
    case .postgres: return try PostgresServer.library()
    case .memory: return MemoryLibrary()
    }
  }
}

struct EngineTests {
  @Test(
    "The contract is tested over PostgreSQL, too: its server is installed, and this build knows it",
    .enabled(if: PostgresServer.canBeHad || PostgresServer.isRequired))
  func postgresIsTested() throws {
    #expect(Engine.allCases.contains(.postgres))
    #expect(try Engine.postgres.library(in: TemporaryFolder()).count() == 0)
  }
}
