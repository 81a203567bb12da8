/// Eight bytes at once, the first of them lowest.
///
/// Of the marks that these functions set in a word's high bits only the lowest is exact; it is the one that is asked
/// for.
enum ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// A word of one byte.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// Marks the zeros.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// Marks what is less than `limit`, of at most 128.
  @inline(__always)
  static func less(_ word: UInt64, than limit: UInt8) -> UInt64 { (word &- all(limit)) & ~word & highs }

  /// The offset of the first mark.
  @inline(__always)
  static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}
