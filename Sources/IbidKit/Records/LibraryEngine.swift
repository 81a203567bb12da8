import IbidStore

#if IBID_POSTGRES
  import IbidPostgres
#endif

/// What keeps a library, by its location.
enum LibraryEngine {
  /// Opens the library at a location: the path of a file, which SQLite keeps, or the address of a PostgreSQL server. The
  /// folder of the usual library is made with it, another one must be there; on a server only ``make(_:)`` makes one, as the database is others', too.
  ///
  /// - Throws: `LibraryError`; a location that begins as a URL does, with a scheme that no engine serves, is no path. It
  ///   is not repeated: it may hold a password.
  static func open(_ location: String, _ access: LibraryAccess) throws(LibraryError) -> any Library {
    switch kind(of: location) {
    case .file:
      if access == .create {
        if location == LibraryLocation.usual { Folder.make(above: location) }
        if let folder = Folder.missing(above: location) { throw .noFolder(path: location, folder: folder) }
      }
      return try SQLiteLibrary(path: location, access: access)
    case .postgres: return try postgres(location, access == .create ? .update : access)
    case .other(let scheme): throw .noEngine(scheme: scheme)
    }
  }

  /// Makes a library, where there is none yet.
  static func make(_ location: String) throws(LibraryError) {
    if case .postgres = kind(of: location) {
      _ = try postgres(location, .create)
    } else {
      _ = try open(location, .create)
    }
  }

  /// Gives a role of a server's the right to read a library there, or to change it as well.
  static func grant(_ role: String, writing: Bool, on location: String) throws(LibraryError) {
    guard case .postgres = kind(of: location) else { throw .hasNoRoles(path: location) }
    #if IBID_POSTGRES
      try PostgresLibrary(location, access: .update).grant(role, writing: writing)
    #else
      _ = try postgres(location, .update)
    #endif
  }

  /// What a location leads to.
  enum Kind: Equatable {
    case file
    case postgres
    case other(scheme: String)
  }

  /// What keeps the library at a location. `service=lab` names a server in a file of libpq's; `./service=lab` is a path.
  static func kind(of location: String) -> Kind {
    switch scheme(of: location) {
    case "postgresql", "postgres": .postgres
    case let scheme?: .other(scheme: scheme)
    case nil: location.hasPrefix("service=") ? .postgres : .file
    }
  }

  private static func postgres(_ location: String, _ access: LibraryAccess) throws(LibraryError) -> any Library {
    #if IBID_POSTGRES
      return try PostgresLibrary(location, access: access)
    #else
      throw .withoutPostgres
    #endif
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
