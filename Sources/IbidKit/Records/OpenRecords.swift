import IbidClaims
import IbidStore

/// Records that are opened once and looked into as often as there are articles.
enum OpenRecords: Sendable {
  case library(RecordLibrary)
  case memory(MemoryRecords)

  /// Gives `body` the records as an article's references look them up: of a library as it is at one moment, which ends
  /// with `body`.
  ///
  /// - Throws: `IbidError` where the library cannot be read; what `body` throws.
  func read<Value>(_ body: (any RecordSource) throws -> Value) throws -> Value {
    switch self {
    case .memory(let records): return try body(records)
    case .library(let library):
      return try IbidError.mapping { () throws(LibraryError) in
        try library.library.snapshot { (snapshot) throws(LibraryError) in
          Result { try body(LibraryRecords(snapshot)) }
        }
      }.get()
    }
  }
}
