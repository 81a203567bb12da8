import IbidModel
import IbidStore
import IbidText
import Synchronization

/// The least library that keeps the contract: an array.
final class MemoryLibrary: Library {
  fileprivate let items = Mutex<[Item]>([])
  /// Whether a step is under way: another one spins until it has ended.
  fileprivate let isWriting = Mutex(false)
  @TaskLocal private static var moment: [Item]?

  func snapshot<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let moment = Self.moment ?? items.withLock { $0 }
    let snapshot = MemorySnapshot(moment)
    defer { snapshot.items = nil }
    return try Self.$moment.withValue(moment) {
      Result { () throws(LibraryError) in try body(snapshot) }
    }.get()
  }

  func intake() -> any LibraryIntake { MemoryIntake(self) }

  fileprivate func begin() throws(LibraryError) -> [Item] {
    guard Self.moment == nil else { throw .failed(path: "memory", reason: "within a snapshot") }
    while isWriting.withLock({ isWriting in
      defer { isWriting = true }
      return isWriting
    }) {}
    return items.withLock { $0 }
  }
}

private final class MemorySnapshot: LibrarySnapshot {
  var items: [Item]?

  init(_ items: [Item]) { self.items = items }

  private func held() throws(LibraryError) -> [Item] {
    guard let items else { throw .failed(path: "memory", reason: "ended") }
    return items
  }

  func count() throws(LibraryError) -> Int { try held().count }

  func item(key: String) throws(LibraryError) -> Item? { try held().first { $0.id == key } }

  func numbers(with identifier: Identifier) throws(LibraryError) -> [Int64] {
    let held = try held()
    return numbers(held.indices.filter { held[$0].identifiers.contains(identifier) })
  }

  private func numbers(_ indices: [Int]) -> [Int64] { indices.map { Int64($0) + 1 } }

  func item(number: Int64) throws(LibraryError) -> Item? {
    let held = try held()
    return held.indices.contains(Int(number) - 1) ? held[Int(number) - 1] : nil
  }

  func lastNumber() throws(LibraryError) -> Int64 { Int64(try held().count) }

  func numbers(of query: SearchQuery, limit: Int) throws(LibraryError) -> [Int64] {
    let held = try held()
    return Array(numbers(held.indices.filter { Self.count(query, held[$0]) > 0 }).prefix(limit))
  }

  /// The more of the terms occur the better, and of as many the more often.
  func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item] {
    var found: [(item: Item, count: Int)] = []
    for item in try held() {
      let count = Self.count(query, item)
      if count > 0 { found.append((item, count)) }
    }
    found.sort {
      $0.count != $1.count ? $0.count > $1.count : $0.item.id.utf8.lexicographicallyPrecedes($1.item.id.utf8)
    }
    return found.prefix(limit).map(\.item)
  }

  /// How often the terms of all clauses occur; 0 where one of them lacks.
  private static func count(_ query: SearchQuery, _ item: Item) -> Int {
    let counts = query.clauses.map { clause in clause.anyOf.reduce(0) { $0 + score($1, clause.column, item) } }
    return counts.min().map { $0 > 0 ? counts.reduce(0, +) : 0 } ?? 0
  }

  private static func score(_ term: SearchQuery.Term, _ column: SearchColumn?, _ item: Item) -> Int {
    var text = SearchText()
    text.add(item, item.identifiers)
    var start = 0
    var count = 0
    for (name, end) in zip(SearchColumn.allCases, text.ends) {
      defer { start = end }
      guard column == nil || column == name else { continue }
      let words = text.bytes[start..<end].split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      for first in words.indices where first + term.words.count <= words.count {
        let run = words[first..<(first + term.words.count)]
        let goesOn = term.isPrefix && run.last?.hasPrefix(term.words.last ?? "") == true
        if run.elementsEqual(term.words) || goesOn && run.dropLast().elementsEqual(term.words.dropLast()) { count += 1 }
      }
    }
    return count > 0 ? count + 1000 : 0
  }

  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError) {
    for item in try held().sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      guard body(item) else { return }
    }
  }
}

private final class MemoryIntake: LibraryIntake {
  private let library: MemoryLibrary
  private var held: MemoryRecords?
  private var policy = IntakePolicy()

  init(_ library: MemoryLibrary) { self.library = library }

  deinit { end() }

  private func end() {
    if held != nil { library.isWriting.withLock { $0 = false } }
    held = nil
    policy = IntakePolicy()
  }

  private func inStep<Value>(_ body: (inout MemoryRecords) throws -> Value) throws(LibraryError) -> Value {
    do {
      var records = try held ?? MemoryRecords(items: library.begin())
      held = records
      let value = try body(&records)
      held = records
      return value
    } catch {
      end()
      throw error as? LibraryError ?? .failed(path: "memory", reason: "\(error)")
    }
  }

  func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)] {
    try inStep { records in
      try items.map { item in
        switch try policy.verdict(on: item, item.identifiers, in: records) {
        case .add(let new):
          records.items.append(new)
          return (.added, new.id)
        case .update(let old, let merged):
          records.items = records.items.map { $0.id == old.key ? merged : $0 }
          return (.updated, old.key)
        case .unchanged(let old): return (.unchanged, old.key)
        }
      }
    }
  }

  func remove(_ identifiers: [Identifier]) throws(LibraryError) -> Int {
    try inStep { records in
      try identifiers.count { identifier in
        guard let found = try records.record(.identifier(identifier)) else { return false }
        records.items.removeAll { $0.id == found.key }
        return true
      }
    }
  }

  func remove(keys: [String]) throws(LibraryError) {
    try inStep { records in
      for key in keys {
        guard records.isTaken(key: key) else { throw LibraryError.unknownKey(key) }
        records.items.removeAll { $0.id == key }
      }
    }
  }

  func commit() throws(LibraryError) {
    if let held { library.items.withLock { $0 = held.items } }
    end()
  }
}

/// Records of an array, as the policy asks for them.
struct MemoryRecords: HeldRecords {
  struct Record: HeldRecord {
    var kept: Item
    var key: String { kept.id }

    func item() -> Item { kept }
  }

  var items: [Item]

  func record(_ lookUp: WorkLookUp) throws -> Record? {
    items.first { item in
      switch lookUp {
      case .identifier(let identifier): item.identifiers.contains(identifier)
      case .key(let key): item.id == key
      }
    }.map(Record.init)
  }

  func isKept(_ item: Item, as record: Record) -> Bool { item.completeJSON == record.kept.completeJSON }

  func isTaken(key: String) -> Bool { items.contains { $0.id == key } }
}
