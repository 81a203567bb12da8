internal import GRDB

extension LibraryError {
  /// What SQLite or we ourselves could not do with the library at this path.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode):
      self = .notADatabase(path: path, reason: error.message ?? "\(error.resultCode)")
    case let error as DatabaseError: self = .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    default: self = .failed(path: path, reason: "\(error)")
    }
  }
}
