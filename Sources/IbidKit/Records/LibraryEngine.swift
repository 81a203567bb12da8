import IbidStore

/// What keeps a library, by its location.
enum LibraryEngine {
  /// Opens the library at a location: the path of a file, which SQLite keeps. The folder of one that is made is made, too.
  ///
  /// - Throws: `LibraryError`; a location that begins as a URL does, with a scheme that no engine serves, is no path. It
  ///   is not repeated: it may hold a password.
  static func open(_ location: String, _ access: LibraryAccess) throws(LibraryError) -> any Library {
    switch scheme(of: location) {
    case nil:
      if access == .create { Folder.make(above: location) }
      return try SQLiteLibrary(path: location, access: access)
    case let scheme?: throw .noEngine(scheme: scheme)
    }
  }

  /// The scheme of a URL, in lower case; nil where the location is none: `./a://b` is a path.
  ///
  /// Source: RFC 3986, section 3.1, «Scheme».
  static func scheme(of location: String) -> String? {
    let scheme = location.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard location.utf8.dropFirst(scheme.count).starts(with: "://".utf8), let first = scheme.first, isLetter(first),
      scheme.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
