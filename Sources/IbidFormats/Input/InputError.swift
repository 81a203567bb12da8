/// Why an input cannot be read at all.
package enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No file of this name.
  case missing(path: String)
  /// A folder.
  case isDirectory(path: String)
  /// It cannot be opened or read, with the system's words for why.
  case unreadable(path: String, reason: String)
  /// It has no bytes, or only blanks.
  case empty(path: String)
  /// It declares an encoding that is not known here.
  case unknownEncoding(path: String, name: String)
  /// It is not in the format that it was read as: what was expected, and what was found.
  case wrongFormat(path: String, found: String)

  /// One line: the file, and what is wrong with it.
  package var description: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .isDirectory(let path): "\(path): is a folder, not a file"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): is empty"
    case .unknownEncoding(let path, let name):
      "\(path): its encoding «\(name)» is not known; convert it to UTF-8, as in `iconv -f \(name) -t UTF-8`"
    case .wrongFormat(let path, let found): "\(path): \(found)"
    }
  }
}
