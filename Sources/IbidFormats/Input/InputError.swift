/// Why an input cannot be read at all.
package enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No file of this name.
  case missing(path: String)
  /// Its rights forbid it.
  case forbidden(path: String)
  /// A folder.
  case isDirectory(path: String)
  /// It cannot be opened or read, with the system's words for why.
  case unreadable(path: String, reason: String)
  /// It has no bytes, or only blanks.
  case empty(path: String)
  /// It is larger, inflated where it was compressed, than so many bytes.
  case tooLarge(path: String, limit: Int)
  /// It declares an encoding that is not known here.
  case unknownEncoding(path: String, name: String)
  /// It is not in the format that it was read as: what was expected, and what was found.
  case wrongFormat(path: String, found: String)

  /// One line: the file, and what is wrong with it.
  package var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .forbidden(let path): "\(path): may not be read"
    case .isDirectory(let path): "\(path): is a folder; name a file in it"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): is empty"
    case .tooLarge(let path, let limit):
      limit < 1_000_000
        ? "\(path): is larger than \(limit / 1_000) kB" : "\(path): is larger than \(limit / 1_000_000) MB"
    case .unknownEncoding(let path, let name):
      "\(path): its encoding “\(name)” is not known; convert it to UTF-8, as in `iconv -f \(name) -t UTF-8`"
    case .wrongFormat(let path, let found): "\(path): \(found)"
    }
  }
}
