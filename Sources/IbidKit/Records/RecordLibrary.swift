import IbidClaims
public import IbidModel
import IbidStore

/// A library of records that is open: one value serves any number of threads, and is closed with its last copy.
///
///     let library = try RecordLibrary(writing: "Bibliography/library.sqlite")
///     let report = try library.add([item])
///     print(report.added, try library.search("author:engel", limit: 10).count)
public struct RecordLibrary: Sendable {
  let library: any Library

  /// Opens the library at `path` for reading.
  ///
  /// - Throws: `IbidError` where there is none, or it cannot be read.
  public init(reading path: String) throws(IbidError) {
    library = try Self.open(path, .read)
  }

  /// Opens the library at `path` for writing; one that is missing is made, with its folder.
  ///
  /// - Throws: `IbidError` where it cannot be opened.
  public init(writing path: String) throws(IbidError) {
    library = try Self.open(path, .create)
  }

  /// Opens the library at `path`, which must be there, for reading and writing.
  ///
  /// - Throws: `IbidError` where there is none, or it cannot be opened.
  public init(updating path: String) throws(IbidError) {
    library = try Self.open(path, .update)
  }

  /// Makes a library at `path`, where there is none: a file, or tables in a database of a PostgreSQL server.
  ///
  /// - Throws: `IbidError` where it cannot be made.
  public static func make(at path: String) throws(IbidError) {
    try IbidError.mapping { () throws(LibraryError) in try LibraryEngine.make(path) }
  }

  /// Gives a role of a server's the right to read the library there, or to change it as well.
  ///
  /// - Throws: `IbidError` where the library is a file, or the role cannot be given the right.
  public static func grant(_ role: String, writing: Bool, on path: String) throws(IbidError) {
    try IbidError.mapping { () throws(LibraryError) in try LibraryEngine.grant(role, writing: writing, on: path) }
  }

  /// Adds records in one step, all of them or none: those of works that it has update its own.
  ///
  /// - Throws: `IbidError` where the library cannot be written.
  @discardableResult
  public func add(_ items: [Item]) throws(IbidError) -> ImportReport {
    var report = ImportReport()
    let source = Source(name: "a program")
    let outcomes = try IbidError.mapping { () throws(LibraryError) in try library.add(items, from: source) }
    for (outcome, item) in zip(outcomes, items) { report.count(outcome, of: item) }
    return report
  }

  /// Runs `body` over the records as they are at one moment, which ends with it.
  ///
  /// - Throws: `IbidError` where the library cannot be read; what `body` throws.
  func reading<Value>(_ body: (any RecordSource) throws -> Value) throws -> Value {
    try IbidError.mapping { () throws(LibraryError) in
      try library.snapshot { (snapshot) throws(LibraryError) in
        Result { try body(LibraryRecords(snapshot)) }
      }
    }.get()
  }

  /// How many records there are.
  public func count() throws(IbidError) -> Int {
    try IbidError.mapping { () throws(LibraryError) in try library.count() }
  }

  /// The record of this key.
  public func item(key: String) throws(IbidError) -> Item? {
    try IbidError.mapping { () throws(LibraryError) in try library.item(key: key) }
  }

  /// All records, in the order of their keys.
  public func items() throws(IbidError) -> [Item] {
    try IbidError.mapping { () throws(LibraryError) in try library.items() }
  }

  /// Gives all records to `body`, one after another in the order of their keys.
  ///
  /// - Throws: `IbidError` where the library cannot be read; what `body` throws.
  public func forEachItem(_ body: (Item) throws(IbidError) -> Void) throws(IbidError) {
    var failure: IbidError?
    try IbidError.mapping { () throws(LibraryError) in
      try library.snapshot { (snapshot) throws(LibraryError) in
        try snapshot.forEachItem { item in
          do throws(IbidError) { try body(item) } catch { failure = error }
          return failure == nil
        }
      }
    }
    if let failure { throw failure }
  }

  /// The records that a search finds, best first: words that must all occur, `"a phrase"`, `prefix*`, `this OR that`,
  /// `NOT other`, `author:name`, `year:2018..2022`, `tag:rct`, `has:abstract`, `is:retracted`.
  ///
  /// - Throws: `IbidError` where the search cannot be understood, or the library not be read.
  public func search(_ query: String, limit: Int) throws(IbidError) -> [Item] {
    let query = try IbidError.mapping(query)
    return try IbidError.mapping { () throws(LibraryError) in try library.search(query, limit: limit) }
  }

  /// Takes records out, all in one step, or none where one of the keys is unknown, and tells how many they were.
  @discardableResult
  public func remove(keys: [String]) throws(IbidError) -> Int {
    try change(["remove"] + keys) { try $0.remove(keys: keys) }
  }

  /// Makes the records of each list one, under its first key, all in one step; the other keys lead to it from then on.
  ///
  /// - Parameter apart: records that are works of their own, list by list: that is remembered.
  /// - Throws: `IbidError` where a key is unknown; then nothing is merged.
  public func merge(_ groups: [[String]], apart: [[String]] = []) throws(IbidError) {
    try IbidError.mapping { () throws(LibraryError) in
      try library.change("dedupe") { changes in
        for keys in groups { try changes.merge(keys: keys) }
        for keys in apart {
          for (index, key) in keys.enumerated() {
            _ = try changes.edit(key: key) { work in
              work.relations += keys[(index + 1)...].map { Relation(.otherWork, of: $0) }.filter {
                !work.relations.contains($0)
              }
            }
          }
        }
      }
    }
  }

  /// The pairs of records of which a person said that they are other works, by the keys that they have now.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func recordsApart() throws(IbidError) -> [[String]] {
    try atOneMoment { (snapshot) throws(LibraryError) in
      var told: [(key: String, other: String)] = []
      try snapshot.forEachWork { work in
        told += work.relations.filter { $0.kind == .otherWork }.map { (work.key, $0.key) }
        return true
      }
      var pairs: [[String]] = []
      for (key, other) in told {
        if let other = try snapshot.item(key: other)?.id { pairs.append([key, other]) }
      }
      return pairs
    }
  }

  private static func open(_ path: String, _ access: LibraryAccess) throws(IbidError) -> any Library {
    try IbidError.mapping { () throws(LibraryError) in try LibraryEngine.open(path, access) }
  }
}

extension IbidError {
  /// A search as a person types it.
  static func mapping(_ query: String) throws(IbidError) -> SearchQuery {
    do throws(SearchError) {
      let search = try SearchQuery(query)
      // What holds no word finds nothing, which would look like an answer.
      guard !search.clauses.isEmpty || !search.filters.isEmpty || query.allSatisfy(\.isWhitespace) else {
        throw SearchError.nothing(query)
      }
      return search
    } catch {
      throw IbidError(.wrongSearch, error.message, name: query)
    }
  }

  /// Runs `body`, and puts a library's error into words.
  static func mapping<Value>(_ body: () throws(LibraryError) -> Value) throws(IbidError) -> Value {
    do { return try body() } catch { throw IbidError(error) }
  }
}
