/// Stands for a record's JSON where two are compared and one is far away: 64 bits, equal for equal bytes.
///
/// It tells a record from what the same work's was before: two of equal digests and different bytes are as rare as chance
/// makes them, one in 10^19.
package struct RecordDigest: Sendable, Hashable {
  /// The digest as libraries keep it.
  package var value: Int64

  /// The digest that a library kept.
  package init(value: Int64) { self.value = value }

  /// The digest of a record's JSON: its words of eight bytes, mixed in one after another.
  package init(_ json: [UInt8]) {
    value = json.withUnsafeBytes { bytes in
      var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      func mix(_ word: UInt64) {
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
      }
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      }
      mix(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
      return Int64(bitPattern: hash)
    }
  }
}
