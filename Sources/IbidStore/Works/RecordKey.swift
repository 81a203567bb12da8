package import IbidModel
internal import IbidText

/// How a record that is new to a library is called.
package enum RecordKey {
  /// The key that the record brings along, without control characters; one made of author and year where it has none.
  /// Where it is taken, `FreeKeys` puts a letter behind it.
  package static func base(for item: Item) -> String {
    let own = String(item.id.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return own.isEmpty ? CitationKey.base(for: item) : own
  }
}
