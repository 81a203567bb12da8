/// Eight bytes at once, the first of them lowest.
///
/// Of the marks that these functions set in a word's high bits only the lowest is exact; it is the one that is asked
/// for.
@usableFromInline
enum ByteWord {

  /// The word at `place`, of which eight bytes are read.
  @inlinable @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// A word of one byte.
  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Marks the zeros.
  @inlinable @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }

  /// Marks what is less than `limit`, of at most 128.
  @inlinable @inline(__always)
  static func less(_ word: UInt64, than limit: UInt8) -> UInt64 {
    (word &- all(limit)) & ~word & 0x8080_8080_8080_8080
  }

  /// The offset of the first mark.
  @inlinable @inline(__always)
  static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}
