import IbidModel
import IbidStore

/// Another library, as an import reads it: its records as they came from each of its sources, under the keys that they
/// have there, and what its people say of them.
///
/// It is read some hundred works at a time: a step of an import has to be kept before the next one.
struct ImportedLibrary {
  private let library: RecordLibrary
  private let sources: [SourceRecords]
  private let keys: [String]
  /// The keys that the works have in the library into which they are taken, by those that they have here.
  private var taken: [String: Set<String>] = [:]

  private static let batchSize = 500

  /// The library at a path.
  ///
  /// - Throws: `IbidError` where it is none, or cannot be read.
  init(_ path: String) throws(IbidError) {
    library = try RecordLibrary(reading: path)
    sources = try library.atOneMoment { (snapshot) throws(LibraryError) in try snapshot.sources() }
    var keys: [String] = []
    try library.forEachItem { (item) throws(IbidError) in keys.append(item.id) }
    self.keys = keys
  }

  /// How many works it has.
  var count: Int { keys.count }

  /// Gives the records source by source; those that came from none, as of an older library, under the library's name.
  mutating func forEachSource(
    named name: String, _ body: (Source, [Item], Int64) throws(IbidError) -> [IntakeOutcome]
  ) throws(IbidError) {
    var all = sources
    let known = Set(sources.flatMap(\.keys))
    all.append(SourceRecords(number: -1, source: Source(name: name), keys: keys.filter { !known.contains($0) }))
    for one in all {
      for start in stride(from: 0, to: one.keys.count, by: Self.batchSize) {
        let keys = one.keys[start..<min(start + Self.batchSize, one.keys.count)]
        let items = try works(keys).map { work in
          var item = work.statements.first { $0.source == one.number && $0.kind != .edit }?.item ?? Self.item(of: work)
          item.id = work.key
          return item
        }
        for (outcome, key) in zip(try body(one.source, items, Int64(start + 1)), keys) {
          taken[key, default: []].insert(outcome.key)
        }
      }
    }
  }

  /// What the sources say of a work.
  private static func item(of work: Work) -> Item {
    let statements = work.statements.filter { $0.kind != .edit }
    return statements.isEmpty ? work.item : RecordMerge.merged(statements)
  }

  /// Gives the works, with the keys of their records in the library into which they were taken.
  func forEachWork(
    _ body: ([(work: Work, marks: LibraryMarks, keys: [String])]) throws(IbidError) -> Void
  ) throws(IbidError) {
    for start in stride(from: 0, to: keys.count, by: Self.batchSize) {
      let works = try works(keys[start..<min(start + Self.batchSize, keys.count)])
      let marks = try library.atOneMoment { (snapshot) throws(LibraryError) in
        var marks: [LibraryMarks] = []
        for work in works { marks.append(try LibraryMarks(work, in: snapshot)) }
        return marks
      }
      try body(zip(works, marks).map { work, marks in (work, marks, (taken[work.key] ?? []).sorted()) })
    }
  }

  private func works(_ keys: ArraySlice<String>) throws(IbidError) -> [Work] {
    try library.atOneMoment { (snapshot) throws(LibraryError) in
      var works: [Work] = []
      for key in keys {
        guard let work = try snapshot.work(key: key) else { throw .unknownKey(key) }
        works.append(work)
      }
      return works
    }
  }
}

extension ImportedMarks {
  /// Makes of a work's records one, as the other library has them, and adds all that its people say.
  mutating func add(
    _ work: Work, _ marks: LibraryMarks, to keys: [String], in changes: any LibraryChanges
  ) throws -> [String] {
    guard let key = keys.first else { return [] }
    if keys.count > 1 { try changes.merge(keys: keys) }
    _ = try changes.edit(key: key) { own in
      // What is said here by hand counts for this library.
      if let said = work.statements.first(where: { $0.kind == .edit }),
        !own.statements.contains(where: { $0.kind == .edit })
      {
        _ = own.add(said)
        own.without += work.without.filter { !own.without.contains($0) }
      }
    }
    return try add(marks, to: key, in: changes).lines
  }
}
