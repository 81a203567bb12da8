import IbidStore
import TestSupport
import Testing

/// An engine that the contract's tests run over: a new one is a line here.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  /// Not for use: it shows that the contract is not SQLite's.
  case memory

  var testDescription: String { rawValue }

  /// An empty library, whose files, if it has any, stand in this folder.
  func library(in folder: TemporaryFolder) throws -> any Library {
    switch self {
    case .sqlite: try SQLiteLibrary(path: folder.path + "/library.sqlite", access: .create)
    case .memory: MemoryLibrary()
    }
  }
}
