package import IbidModel

/// A library of records, as everything above the store knows it: opened once, held for as long as it is used, and asked
/// by several threads at a time.
///
/// An engine keeps the records; what a library *means* it takes from here, so that all engines agree: `IntakePolicy`
/// says what becomes of a record, a `SearchQuery` what is looked for, `SearchText` what of a record is searched.
package protocol Library: Sendable {
  /// Gives `body` the records as they are at one moment, which ends with `body`, also where that throws.
  ///
  /// Nobody who reads waits for it: each snapshot has a connection of its own. Who writes waits with the commit until
  /// the snapshots before it have ended. On the thread of `body` this gives the same moment again, and an intake is
  /// refused, as it would wait for itself.
  ///
  /// - Throws: `LibraryError`.
  func snapshot<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value

  /// A way to change the library; the journal names the command. Nothing happens until it is used.
  func intake(_ command: String) -> any LibraryIntake
}

/// What a caller wants of a library.
package enum LibraryAccess: Sendable {
  /// Reading an existing library.
  case read
  /// Reading and writing an existing library.
  case update
  /// Reading and writing; a library that is missing is made.
  case create
}

extension Library {
  /// How many items the library holds.
  ///
  /// - Throws: `LibraryError`.
  package func count() throws(LibraryError) -> Int {
    try snapshot { (snapshot) throws(LibraryError) in try snapshot.count() }
  }

  /// The item of this key.
  ///
  /// - Throws: `LibraryError`.
  package func item(key: String) throws(LibraryError) -> Item? {
    try snapshot { (snapshot) throws(LibraryError) in try snapshot.item(key: key) }
  }

  /// Every item, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func items() throws(LibraryError) -> [Item] {
    try snapshot { (snapshot) throws(LibraryError) in
      var items: [Item] = []
      try snapshot.forEachItem { item in
        items.append(item)
        return true
      }
      return items
    }
  }

  /// The items that a query finds, best first, its filters heeded; where it has filters alone, in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func search(_ query: SearchQuery, limit: Int = .max) throws(LibraryError) -> [Item] {
    try snapshot { (snapshot) throws(LibraryError) in
      guard !query.filters.isEmpty else { return try snapshot.search(query, limit: limit) }
      let names = try SourceNames(snapshot)
      var found: [Item] = []
      if query.hasWords {
        for item in try snapshot.search(query, limit: .max) where found.count < limit {
          guard let work = try snapshot.work(key: item.id), query.filters.hold(of: work, names) else { continue }
          found.append(item)
        }
      } else if !query.clauses.isEmpty || !query.filters.isEmpty {
        try snapshot.forEachWork { work in
          if query.filters.hold(of: work, names) { found.append(work.item) }
          return found.count < limit
        }
      }
      return found
    }
  }

  /// Puts items into the library in one step, and tells for each what became of it and under which key.
  ///
  /// - Throws: `LibraryError`; then nothing of the batch is kept.
  package func add(
    _ items: [Item], from source: Source = Source(name: "")
  ) throws(LibraryError) -> [IntakeOutcome] {
    try change("add") { try $0.add(items, from: source, ordinals: 1) }
  }

  /// Takes the works of these keys out, all in one step.
  ///
  /// - Throws: `LibraryError.unknownKey` where the library lacks one of them; then none is taken out.
  package func remove(keys: [String]) throws(LibraryError) {
    _ = try change("remove " + keys.joined(separator: " ")) { try $0.remove(keys: keys) }
  }

  /// Changes the library in one step, which the journal knows by this command.
  ///
  /// - Throws: `LibraryError`, also for what `body` throws; then nothing is kept.
  package func change<Value>(
    _ command: String, _ body: (any LibraryChanges) throws -> Value
  ) throws(LibraryError) -> Value {
    let intake = intake(command)
    let value = try intake.take(body)
    try intake.commit()
    return value
  }
}
