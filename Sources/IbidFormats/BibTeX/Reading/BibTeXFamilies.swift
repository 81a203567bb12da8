import IbidModel

/// Entries that take fields from others, by `crossref` and `xdata`, which may stand before them or behind.
///
/// An entry waits until those are there that it names, and all entries behind it wait with it, so that the file's order
/// is kept. Of the entries that were given, those are remembered that others may name: all of a small file, and of a
/// large one those of books, proceedings and their likes.
struct BibTeXFamilies {
  /// An entry with all its fields, and what was wrong with those it names.
  struct Member {
    var entry: BibTeXEntry
    var faults: [String] = []
  }

  /// By keys in small letters.
  private var known: [String: BibTeXEntry] = [:]
  private var knownBytes = 0
  /// Keys of those that have all fields of their ancestors.
  private var complete: Set<String> = []
  private var waiting: [BibTeXEntry] = []
  private var waitingFrom = 0
  /// The key that the first of those waits for.
  private var awaited: String?

  /// Bytes of entries of any type that are remembered.
  private static let room = 1 << 24
  /// Entries that one takes fields from, in all.
  private static let mostAncestors = 256

  /// Adds the next entry of the file, and returns those that wait for nothing any more.
  mutating func take(_ entry: BibTeXEntry) -> [Member] {
    let names = Self.names(of: entry)
    remember(entry, names)
    if waitingFrom == waiting.count, Self.parents(of: entry).isEmpty { return [Member(entry: entry)] }
    waiting.append(entry)
    if let awaited {
      guard names.contains(awaited) else { return [] }
      // What the awaited entry waits for itself is asked first: a long chain is gone through once.
      var seen: Set<String> = []
      if let next = missing(of: entry, &seen) {
        self.awaited = next
        return []
      }
    }
    return drain(isEnd: false)
  }

  /// Whether the entry that is remembered under this one's key says the same, field by field.
  func hasRepeated(_ entry: BibTeXEntry) -> Bool {
    guard let first = known[entry.key.lowercased()], first.line != entry.line else { return false }
    return first.key == entry.key && first.type == entry.type
      && first.fields.elementsEqual(entry.fields) { one, other in
        one.name == other.name && first.text[one.range] == entry.text[other.range]
      }
  }

  /// All that still wait.
  mutating func end() -> [Member] { drain(isEnd: true) }

  private mutating func drain(isEnd: Bool) -> [Member] {
    var members: [Member] = []
    awaited = nil
    while waitingFrom < waiting.count {
      let entry = waiting[waitingFrom]
      if !isEnd {
        var seen: Set<String> = []
        awaited = missing(of: entry, &seen)
        if awaited != nil { break }
      }
      waitingFrom += 1
      members.append(resolved(entry))
    }
    if waitingFrom == waiting.count {
      waiting.removeAll()
      waitingFrom = 0
    }
    return members
  }

  private mutating func remember(_ entry: BibTeXEntry, _ names: [String]) {
    guard !entry.key.isEmpty else { return }
    let isContainer = Self.containers.contains(entry.type)
    guard knownBytes < Self.room || isContainer else { return }
    for name in names where known[name] == nil {
      known[name] = entry
      knownBytes += entry.text.count
    }
  }

  private static let containers: Set<String> = [
    "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference",
    "periodical", "xdata",
  ]

  /// The key and its aliases, in small letters: BibTeX does not tell them apart.
  private static func names(of entry: BibTeXEntry) -> [String] {
    let aliases = entry.raw("ids").map(keys) ?? []
    return [entry.key.lowercased()] + aliases
  }

  private static func keys(_ value: ArraySlice<UInt8>) -> [String] {
    value.split(separator: UInt8(ascii: ",")).map { String(decoding: $0.trimmedASCII, as: UTF8.self).lowercased() }
      .filter { !$0.isEmpty }
  }

  private static func parents(of entry: BibTeXEntry) -> [(key: String, isData: Bool)] {
    var parents: [(key: String, isData: Bool)] = []
    for field in entry.fields where field.name == "xdata" || field.name == "crossref" {
      let isData = field.name == "xdata"
      parents += keys(entry.text[field.range]).prefix(mostAncestors).map { ($0, isData) }
    }
    return parents
  }

  /// The first key that the entry, or one that it leads to, names and that is not there yet.
  private func missing(of entry: BibTeXEntry, _ seen: inout Set<String>) -> String? {
    for (key, _) in Self.parents(of: entry) where seen.count < Self.mostAncestors && seen.insert(key).inserted {
      guard let parent = known[key] else { return key }
      if let key = missing(of: parent, &seen) { return key }
    }
    return nil
  }

  private mutating func resolved(_ entry: BibTeXEntry) -> Member {
    guard entry.fields.contains(where: { $0.name == "xdata" || $0.name == "crossref" }) else {
      return Member(entry: entry)
    }
    var path = [entry.key.lowercased()]
    var count = 0
    var faults: [String] = []
    let resolved = resolved(entry, &path, &count, &faults)
    return Member(entry: resolved, faults: faults)
  }

  private mutating func resolved(
    _ entry: BibTeXEntry, _ path: inout [String], _ count: inout Int, _ faults: inout [String]
  ) -> BibTeXEntry {
    var entry = entry
    var isWhole = true
    for (key, isData) in Self.parents(of: entry) {
      guard let parent = known[key] else {
        faults.append("no entry has the key “\(key)” that “\(isData ? "xdata" : "crossref")” names")
        isWhole = false
        continue
      }
      guard !path.contains(key), !path.contains(parent.key.lowercased()) else {
        faults.append("“\(isData ? "xdata" : "crossref")” leads back to the entry itself, by “\(key)”")
        isWhole = false
        continue
      }
      count += 1
      guard count <= Self.mostAncestors, path.count < Self.mostAncestors else { return entry }
      path.append(key)
      var whole = parent
      if !complete.contains(key) {
        whole = resolved(parent, &path, &count, &faults)
        // A long chain is gone through once.
        known[key] = whole
        complete.insert(key)
      }
      path.removeLast()
      BibTeXInheritance.inherit(from: whole, isData: isData, to: &entry)
    }
    // What could not be followed stays to be seen.
    if isWhole { entry.fields.removeAll { $0.name == "xdata" || $0.name == "crossref" } }
    return entry
  }
}
