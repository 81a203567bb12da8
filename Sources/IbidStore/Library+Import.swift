package import IbidModel
internal import GRDB
internal import IbidText

/// What became of a record that was put into the library.
package enum ImportOutcome: Sendable, Equatable {
  /// The library had no record of this work.
  case added
  /// The library's record was changed.
  case updated
  /// The library's record says the same already.
  case unchanged
}

extension Library {
  /// Puts items into the library in one transaction, and tells for each what became of it and under which key.
  ///
  /// An item of a work that the library has (the same PMID, else the same DOI, PMCID or arXiv number; else the same
  /// key and title) updates that record and takes its key. Others get their own key, or one made of author and
  /// year, with a letter behind it where it is taken.
  ///
  /// - Throws: `LibraryError`; then nothing of the batch is kept.
  package func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)] {
    try write { database in try items.map { try Self.add($0, to: database) } }
  }

  private static func add(_ item: Item, to database: Database) throws -> (outcome: ImportOutcome, key: String) {
    var item = item
    guard let known = try entry(sameWorkAs: item, in: database) else {
      item.id = try freeKey(for: item, in: database)
      try Entry.insert(item, into: database)
      return (.added, item.id)
    }
    // Most of a second import: the record says what the library says already.
    item.id = known.key
    if item.completeJSON == known.json { return (.unchanged, known.key) }
    let merged = try known.item().updated(with: item)
    let json = merged.completeJSON
    guard json != known.json else { return (.unchanged, merged.id) }
    try known.replace(with: merged, json: json, in: database)
    return (.updated, merged.id)
  }

  private static func entry(sameWorkAs item: Item, in database: Database) throws -> Entry? {
    let pmid = item.identifiers.first { $0.kind == .pmid }
    for identifier in item.identifiers.sorted(by: { ($0.kind == .pmid ? 0 : 1) < ($1.kind == .pmid ? 0 : 1) })
    where identifier.kind != .isbn {
      guard let entry = try Entry.fetch(database, identifier: identifier) else { continue }
      // An erratum may carry the DOI of the article that it mends: two PMIDs are two records.
      if let pmid, identifier.kind != .pmid,
        let other = try entry.item().identifiers.first(where: { $0.kind == .pmid }), pmid != other
      {
        continue
      }
      return entry
    }
    guard !item.id.isEmpty, let entry = try Entry.fetch(database, key: item.id) else { return nil }
    let title = SearchKey.folded(item[.title] ?? "")
    let known = try entry.item()
    let contradicts = item.identifiers.contains { ours in
      known.identifiers.contains { $0.kind == ours.kind && $0.value != ours.value }
    }
    return !title.isEmpty && title == SearchKey.folded(known[.title] ?? "") && !contradicts ? entry : nil
  }

  private static func freeKey(for item: Item, in database: Database) throws -> String {
    let own = String(item.id.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return try CitationKey.free(own.isEmpty ? CitationKey.base(for: item) : own) { key in
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM item WHERE key = ?)"), arguments: [key])
        ?? false
    }
  }
}

extension Item {
  /// This record brought up to date: the new one's values, and this one's key and whatever else only this one has.
  ///
  /// Of two PubMed records the one of the higher version (the new one, where they are equal) says all that PubMed
  /// says; what it no longer holds is gone.
  func updated(with new: Item) -> Item {
    var result = new
    if pubmed != nil, new.pubmed != nil {
      if new.pubmedVersion < pubmedVersion { return self }
    } else {
      for field in texts where result.texts[field.variable] == nil {
        result.texts[field.variable] = field.value
        result.richTexts[field.variable] = richTexts[field.variable]
        if numericVariables.contains(field.variable) { result.numericVariables.insert(field.variable) }
      }
      for field in dates where result.dates[field.variable] == nil { result.dates[field.variable] = field.value }
      for field in nameLists where result.nameLists[field.variable] == nil {
        result.nameLists[field.variable] = field.value
      }
      if new.type == .document { result.type = type }
      result.pubmed = new.pubmed ?? pubmed
    }
    result.id = id
    result.custom = custom.filter { old in !new.custom.contains { $0.name == old.name } } + new.custom
    result.other = other.filter { old in !new.other.contains { $0.name == old.name } } + new.other
    return result
  }

  private var pubmedVersion: Int { pubmed?.value["PMID"]?["Version"]?.integer ?? 1 }
}
