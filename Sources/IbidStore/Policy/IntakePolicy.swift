package import IbidModel
internal import IbidText
internal import Glibc

/// Decides what becomes of a record that comes into a library: no engine, no file, no transaction. A step of an import
/// has one of its own.
///
/// Which works are that of the record says `WorkIdentity`, how what is said of them becomes one record `RecordMerge`, how
/// a new one is called `RecordKey`.
package struct IntakePolicy {
  /// What becomes of a record.
  package enum Verdict: Equatable {
    /// It is of a work that the library does not have.
    case add(Work)
    /// It is of the work of this row, which becomes this work. The others are found to be the same work by it: what they
    /// say is in it.
    case update(WorkRow, to: Work, absorbing: [WorkRow])
    /// It is of the work of this row, which knows as much already.
    case unchanged(WorkRow)
  }

  /// A work that has one of the record's identifiers, and yet is another one.
  package struct Clash: Sendable, Equatable {
    package var identifier: Identifier
    package var key: String
  }

  private var keys = FreeKeys()

  /// The policy at the beginning of a step.
  package init() {}

  /// The verdict on what a source says, with which works' identifiers it clashes, and the record's ``TitleKey``, if that
  /// was asked for. `identifiers` are the record's.
  ///
  /// - Throws: what `held` throws.
  package mutating func verdict(
    on statement: Statement, _ identifiers: [Identifier], in held: some HeldWorks
  ) throws -> (verdict: Verdict, clashes: [Clash], title: Int64?) {
    var found = FoundWorks(statement)
    var clashes: [Clash] = []
    let identity = WorkIdentity(statement.item, identifiers)
    /// The row that says so already; nil where there is none.
    func look(_ lookUp: WorkLookUp) throws -> WorkRow? {
      for head in try held.heads(lookUp) where !found.has(head.number) {
        // Most of a second import: it need not be read.
        if found.isEmpty, head.kind == statement.kind, head.isKept(statement.item) { return head }
        let row = try held.whole(head)
        let work = try row.work()
        // A person said of a record of this key that it is of another work.
        if work.relations.contains(where: { $0.kind == .otherWork && $0.key == statement.item.id }) { continue }
        let isWhole = work.statements.count == 1 && work.without.isEmpty
        let record = isWhole ? work.statements[0].item : try StoredItem.item(row.json)
        if identity.isSame(as: work, record, foundBy: lookUp) {
          found.add(row, work, record, by: lookUp)
        } else if case .identifier(let identifier) = lookUp, identifier.kind != .isbn {
          clashes.append(Clash(identifier: identifier, key: row.key))
        }
      }
      return nil
    }
    for lookUp in identity.namedLookUps {
      if let row = try look(lookUp) { return (.unchanged(row), [], nil) }
    }
    // Made last: most records are found by what they are named.
    let titles = TitleKey.keys(of: statement.item)
    for title in titles {
      if let row = try look(.title(title)) { return (.unchanged(row), [], titles.first) }
    }
    let works = found.ofOneWork
    guard let first = works.first else {
      let key = try freeKey(for: statement.item, titles.first, in: held)
      return (.add(Work(key: key, statement)), clashes, titles.first)
    }
    var work = first.work
    for other in works.dropFirst() { work.absorb(other.work) }
    let isNew = work.add(statement)
    let others = works.dropFirst().map(\.row)
    let verdict =
      isNew || !others.isEmpty ? Verdict.update(first.row, to: work, absorbing: others) : .unchanged(first.row)
    return (verdict, clashes, titles.first)
  }

  /// A key for a new work: none that was ever given to another one, in whatever case.
  private mutating func freeKey(for item: Item, _ title: Int64?, in held: some HeldWorks) throws -> String {
    func isTaken(_ key: String) throws -> Bool {
      guard let given = try held.given(key) else { return false }
      // A work that was removed and comes again gets its key back.
      return try title == nil || given.title != title || held.row(given.number) != nil
    }
    let base = RecordKey.base(for: item)
    return try isTaken(base) ? keys.key(base, isTaken: isTaken) : base
  }
}

/// The works that a library holds, as the policy asks for them.
package protocol HeldWorks {
  /// The rows that are found so, in the order in which they came into the library.
  func rows(_ lookUp: WorkLookUp) throws -> [WorkRow]

  /// The same rows; an engine that is far away may leave their records out, for which digests stand.
  func heads(_ lookUp: WorkLookUp) throws -> [WorkRow]

  /// One of the ``heads(_:)`` with its record.
  func whole(_ head: WorkRow) throws -> WorkRow

  /// The row of a number.
  func row(_ number: Int64) throws -> WorkRow?

  /// To which work this key was ever given, without regard to case.
  func given(_ key: String) throws -> GivenKey?
}

extension HeldWorks {
  package func heads(_ lookUp: WorkLookUp) throws -> [WorkRow] { try rows(lookUp) }

  package func whole(_ head: WorkRow) throws -> WorkRow { head }
}

/// A key, with the work to which it was given; the work may be gone.
package struct GivenKey: Sendable, Equatable {
  /// As it was given.
  package var key: String
  /// The work's number.
  package var number: Int64
  /// The work's ``TitleKey``, by which it is known when it comes again.
  package var title: Int64?

  /// Makes one.
  package init(_ key: String, number: Int64, title: Int64?) {
    self.key = key
    self.number = number
    self.title = title
  }

  /// Keys that are equal but for case are one.
  package static func folded(_ key: String) -> String {
    String(decoding: key.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

extension WorkRow {
  /// Whether this item, under the row's key, is byte for byte what the row says, as far as is known of it.
  fileprivate func isKept(_ item: Item) -> Bool {
    var item = item
    item.id = key
    let line = item.jsonLine
    if let digest { return digest == RecordDigest(line) }
    return json.count == line.count
      && json.withUnsafeBytes { ours in
        line.withUnsafeBytes { theirs in
          guard let ours = ours.baseAddress, let start = theirs.baseAddress else { return true }
          return memcmp(ours, start, theirs.count) == 0
        }
      }
  }
}
