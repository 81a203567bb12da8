internal import IbidModel
internal import Glibc

/// One row of the table of items.
struct Entry: HeldRecord {
  let number: Int64
  let key: String
  let json: String

  /// The item, read from its JSON each time.
  func item() throws -> Item { try StoredItem.item(Array(json.utf8)) }

  /// Whether this JSON is the row's, byte for byte.
  func isKept(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    var json = json
    return json.withUTF8 { ours in
      guard ours.count == other.count, let ours = ours.baseAddress, let theirs = other.baseAddress else { return false }
      return memcmp(ours, theirs, other.count) == 0
    }
  }
}

/// The JSON in which a record is kept.
enum StoredItem {
  /// The item of a record's JSON.
  static func item(_ json: [UInt8]) throws(LibraryError) -> Item {
    guard let item = Item(completeJSON: json) else {
      throw .damaged(record: String(String(decoding: json, as: UTF8.self).prefix(60)))
    }
    return item
  }
}
