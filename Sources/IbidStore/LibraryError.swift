/// Why a library cannot be used.
package enum LibraryError: Error, Equatable {
  /// There is no file of this name.
  case missing(path: String)
  /// The file is no SQLite database, or a broken one.
  case notADatabase(path: String, reason: String)
  /// It is a database, but not a library of ours.
  case notALibrary(path: String)
  /// A later Ibid made the library; `version` is its number, `known` the latest that this one reads.
  case tooNew(path: String, version: Int, known: Int)
  /// A library cannot be made in a folder that is not there.
  case noFolder(path: String, folder: String)
  /// The server's database holds no library yet.
  case notMade(location: String)
  /// This Ibid was built without PostgreSQL's library.
  case withoutPostgres
  /// The library is a file: the file system says who may use it.
  case hasNoRoles(path: String)
  /// The library's location is a URL of a scheme that no engine serves.
  case noEngine(scheme: String)
  /// The library has no record of this key.
  case unknownKey(String)
  /// The key was given to another work.
  case takenKey(String)
  /// A step cannot be undone, as a later one changed the same works; both are named by their commands.
  case changedSince(command: String, by: String)
  /// A record's JSON cannot be read; `record` is its beginning.
  case damaged(record: String)
  /// The engine could not do what was asked: disk full, locked by another process, read-only, server gone …
  case failed(path: String, reason: String)

  /// One line for a person: what is wrong, and what to do.
  package var message: String {
    switch self {
    case .missing(let path):
      "\(path): there is no library here; make one with `ibid import FILE --library \(path)`"
    case .notADatabase(let path, let reason):
      "\(path): is no library, or a damaged one (\(reason)); restore it from a copy, or give another with --library"
    case .notALibrary(let path):
      "\(path): is a database, but not an Ibid library; name one with --library"
    case .tooNew(let path, let version, let known):
      "\(path): is a library of version \(version), this ibid knows versions up to \(known); use a newer ibid"
    case .noFolder(let path, let folder):
      "\(path): there is no such folder; make it with `mkdir -p \(folder)`, or name another library"
    case .notMade(let location):
      "\(location): this database holds no library yet; make one with `ibid library create --library \(location)`"
    case .withoutPostgres:
      "this ibid was built without PostgreSQL's library; install libpq-dev and build it again, or name a file with --library"
    case .hasNoRoles(let path):
      "\(path): is a file, which has no roles; `chmod` and `chgrp` say who may use it"
    case .noEngine(let scheme):
      "\(scheme)://…: this ibid keeps no libraries at \(scheme):// addresses; name a file or a postgresql:// address"
    case .unknownKey(let key): "no record has the key “\(key)”; `ibid search` finds keys"
    case .takenKey(let key): "the key “\(key)” was given to another work, and leads to it for ever; choose another one"
    case .changedSince(let command, let other):
      "“\(command)” cannot be undone: “\(other)”, which ran at the same time, changed the same records later"
    case .damaged(let record): "a record of the library is damaged and cannot be read; it begins \(record)"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}
