/// Eight bytes at once in an integer: what Swift's own vectors would do, in a tenth of the instructions (their
/// masks are made lane by lane).
///
/// Source: S. E. Anderson, «Bit Twiddling Hacks», «Determine if a word has a byte less than n».
public enum EightBytes {
  /// This byte eight times.
  @inlinable @inline(__always)
  public static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The eight bytes from here on.
  @inlinable @inline(__always)
  public static func at(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)
  }

  /// Not 0 in its highest bits where a byte is 0. Several of these may be joined by `|` and then tested once with
  /// ``any(_:)``.
  @inlinable @inline(__always)
  public static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- 0x0101_0101_0101_0101) & ~bytes }

  /// The same where a byte is less than `limit`, which is 128 at most.
  @inlinable @inline(__always)
  public static func below(_ limit: UInt8, _ bytes: UInt64) -> UInt64 { (bytes &- all(limit)) & ~bytes }

  /// Whether one of the bytes answers.
  @inlinable @inline(__always)
  public static func any(_ marks: UInt64) -> Bool { marks & 0x8080_8080_8080_8080 != 0 }
}
