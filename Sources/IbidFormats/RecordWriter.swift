package import IbidModel

/// Writes records one after another: `begin`, each item, `end`. Its bytes are taken now and then, so that a writer
/// that needs to see one item at a time needs memory for one.
package protocol RecordWriter {
  /// What has been written and not been taken. Who takes it sets it to none.
  var bytes: [UInt8] { get set }

  /// Writes what stands before all items.
  mutating func begin()

  /// Writes an item, or keeps it until the end where the writer needs to see them together.
  mutating func write(_ item: Item)

  /// Whether what was written of this item, the last one, is known to say all that the item says. False where only
  /// reading it again tells.
  func carries(_ item: Item) -> Bool

  /// Writes what is left.
  ///
  /// - Returns: what could not be done as asked.
  mutating func end() -> [String]
}

extension RecordWriter {
  package mutating func begin() {}

  package func carries(_ item: Item) -> Bool { false }

  package mutating func end() -> [String] { [] }

  /// The file of these items.
  package mutating func text(of items: [Item]) -> String {
    begin()
    for item in items { write(item) }
    _ = end()
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
