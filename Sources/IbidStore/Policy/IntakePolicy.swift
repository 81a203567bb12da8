package import IbidModel
internal import IbidText

/// Decides what becomes of an item that comes into a library: no engine, no file, no transaction. A step of an import
/// has one of its own.
///
/// Which record is the same work says `WorkIdentity`, how two become one `RecordMerge`, how a new one is called
/// `RecordKey`.
package struct IntakePolicy {
  /// What becomes of an item.
  package enum Verdict<Record> {
    /// It is a work that the library does not have, to be kept as this item, under its key.
    case add(Item)
    /// It is the work of this record, which becomes this item.
    case update(Record, to: Item)
    /// It is the work of this record, which says the same already.
    case unchanged(Record)
  }

  private var keys = FreeKeys()

  /// The policy at the beginning of a step.
  package init() {}

  /// The verdict on an item, whose identifiers these are.
  ///
  /// - Throws: what `held` throws.
  package mutating func verdict<Held: HeldRecords>(
    on item: Item, _ identifiers: [Identifier], in held: Held
  ) throws -> Verdict<Held.Record> {
    var item = item
    guard let record = try Self.sameWork(as: item, identifiers, in: held) else {
      item.id = try keys.key(RecordKey.base(for: item), isTaken: held.isTaken)
      return .add(item)
    }
    // Most of a second import: the record says so already, and need not be read.
    item.id = record.key
    if try held.isKept(item, as: record) { return .unchanged(record) }
    let merged = RecordMerge.merged(try record.item(), with: item)
    return try held.isKept(merged, as: record) ? .unchanged(record) : .update(record, to: merged)
  }

  private static func sameWork<Held: HeldRecords>(
    as item: Item, _ identifiers: [Identifier], in held: Held
  ) throws -> Held.Record? {
    let work = WorkIdentity(item, identifiers)
    for lookUp in work.lookUps {
      if let record = try held.record(lookUp), try work.isSame(as: record.item, foundBy: lookUp) { return record }
    }
    return nil
  }
}

/// The records that a library holds, as the policy asks for them.
package protocol HeldRecords {
  associatedtype Record: HeldRecord

  /// The record that is found so; of several the one that came first into the library.
  func record(_ lookUp: WorkLookUp) throws -> Record?

  /// Whether this item, kept in the record's place, would leave the library as it is.
  func isKept(_ item: Item, as record: Record) throws -> Bool

  /// Whether a record has this key.
  func isTaken(key: String) throws -> Bool
}

/// A record that a library holds: whatever its engine finds it by again, with its key.
package protocol HeldRecord {
  var key: String { get }

  /// The record as an item. It is asked for only where a rule needs to look into it.
  func item() throws -> Item
}
