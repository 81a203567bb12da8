package import IbidModel
internal import GRDB
internal import IbidText

/// Takes items into a library in steps, each of which is kept whole or not at all.
///
/// A step is thousands of records long: each one ends with three flushes of the disk and one more part of the full-text
/// index, which must be merged with the others later on.
package final class LibraryIntake {
  private let library: Library
  private var tables: EntryTable?
  private var keys = FreeKeys()
  private var json = JSONWriter()

  /// Takes items into this library, which must be open for writing.
  package init(_ library: Library) { self.library = library }

  deinit {
    tables = nil
    library.queue.writeWithoutTransaction { database in
      if database.isInsideTransaction { try? database.rollback() }
    }
  }

  /// Takes items in, and tells for each what became of it and under which key. They are kept with the next
  /// ``commit()``.
  ///
  /// An item of a work that the library has (the same PMID, else the same DOI, PMCID or arXiv number; else the same
  /// key and title) updates that record and takes its key. Others get their own key, or one made of author and
  /// year, with a letter behind it where it is taken.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  package func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)] {
    try inStep { database in
      let tables = try self.tables ?? EntryTable(database)
      self.tables = tables
      return try items.map { try self.add($0, to: tables) }
    }
  }

  /// Takes the items with these PMIDs out, and tells how many there were.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  package func remove(pmids: [Identifier]) throws(LibraryError) -> Int {
    try inStep { database in
      let tables = try self.tables ?? EntryTable(database)
      return try pmids.reduce(0) { count, pmid in
        guard let entry = try tables.entry(pmid) else { return count }
        try tables.delete(entry)
        return count + 1
      }
    }
  }

  /// Keeps what was taken in since the last time: when this returns it outlasts a power cut.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  package func commit() throws(LibraryError) {
    try inStep { database in
      try tables?.flush()
      try database.commit()
    }
    keys = FreeKeys()
  }

  private func inStep<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try library.queue.writeWithoutTransaction { database in
        do {
          if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
          return try body(database)
        } catch {
          // What waits for the index goes with the rest.
          tables = nil
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
    } catch {
      throw LibraryError(error, path: library.path)
    }
  }

  private func add(_ item: Item, to tables: EntryTable) throws -> (outcome: ImportOutcome, key: String) {
    var item = item
    let identifiers = item.identifiers
    guard let known = try entry(sameWorkAs: item, identifiers, in: tables) else {
      item.id = try freeKey(for: item, in: tables)
      try withJSON(of: item) { try tables.insert(item, identifiers, json: $0) }
      return (.added, item.id)
    }
    // Most of a second import: the record says what the library says already.
    item.id = known.key
    if withJSON(of: item, known.says) { return (.unchanged, known.key) }
    let merged = try known.item().updated(with: item)
    return try withJSON(of: merged) { json in
      guard !known.says(json) else { return (.unchanged, merged.id) }
      try tables.replace(known, with: merged, json: json)
      return (.updated, merged.id)
    }
  }

  private func withJSON<Value>(
    of item: Item, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    json.bytes.removeAll(keepingCapacity: true)
    item.writeJSONLine(to: &json)
    return try json.bytes.withUnsafeBufferPointer(body)
  }

  private func entry(sameWorkAs item: Item, _ identifiers: [Identifier], in tables: EntryTable) throws -> Entry? {
    let pmid = identifiers.first { $0.kind == .pmid }
    for identifier in [pmid].compactMap(\.self) + identifiers.filter({ $0.kind != .pmid && $0.kind != .isbn }) {
      guard let entry = try tables.entry(identifier) else { continue }
      // An erratum may carry the DOI of the article that it mends: two PMIDs are two records.
      if let pmid, identifier.kind != .pmid,
        let other = try entry.item().identifiers.first(where: { $0.kind == .pmid }), pmid != other
      {
        continue
      }
      return entry
    }
    guard !item.id.isEmpty, let entry = try tables.entry(key: item.id) else { return nil }
    let title = SearchKey.folded(item[.title] ?? "")
    let known = try entry.item()
    let contradicts = identifiers.contains { ours in
      known.identifiers.contains { $0.kind == ours.kind && $0.value != ours.value }
    }
    return !title.isEmpty && title == SearchKey.folded(known[.title] ?? "") && !contradicts ? entry : nil
  }

  private func freeKey(for item: Item, in tables: EntryTable) throws -> String {
    let own = String(item.id.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return try keys.key(own.isEmpty ? CitationKey.base(for: item) : own, isTaken: tables.has)
  }
}
