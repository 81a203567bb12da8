public import IbidModel

/// What ``PlainParser`` reads, and how far: numbers, and searches that look at eight bytes and more at once.
///
/// A search ends at the stop behind the document at the latest.
public enum PlainBytes {
  /// How many bytes behind a document must be there.
  public static var room: Int { 64 }
  /// Elements that stand deeper are left to a whole parser, which has a limit.
  @usableFromInline static var deepest: Int { 200 }
  @usableFromInline static var mostAttributes: Int { 32 }

  /// Puts `<` and zeros behind a document, and returns what stood there.
  @usableFromInline
  static func stop(at end: UnsafeMutablePointer<UInt8>) -> SIMD16<UInt8> {
    let place = UnsafeMutableRawPointer(end)
    defer {
      unsafe place.storeBytes(of: SIMD16(), as: SIMD16<UInt8>.self)
      unsafe end.pointee = UInt8(ascii: "<")
    }
    return unsafe place.loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Whether so many bytes are the same. Eight bytes more are read of both.
  @inlinable @inline(__always)
  static func isSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index + 8 <= count {
      if unsafe ByteWord.load(left + index) != ByteWord.load(right + index) { return false }
      index += 8
    }
    let rest = UInt64(truncatingIfNeeded: count - index)
    return unsafe (ByteWord.load(left + index) ^ ByteWord.load(right + index)) & (1 << (8 * rest) &- 1) == 0
  }

  /// The first quotation mark, `<` or `&`.
  @inlinable @inline(__always)
  static func endOfValue(from start: UnsafePointer<UInt8>, _ quote: UInt8) -> UnsafePointer<UInt8> {
    var place = unsafe start
    let quotes = ByteWord.all(quote)
    while true {
      let word = unsafe ByteWord.load(place)
      let marks =
        ByteWord.zeros(word ^ quotes) | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "<")))
        | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "&")))
      if marks != 0 { return unsafe place + ByteWord.first(marks) }
      unsafe place += 8
    }
  }

  /// How many bytes stand before the first that is less than `0`, or one of `<=>?`.
  @inlinable @inline(__always)
  static func nameLength(at start: UnsafePointer<UInt8>) -> Int {
    var place = unsafe start
    while true {
      let word = unsafe ByteWord.load(place)
      let marks =
        ByteWord.less(word, than: UInt8(ascii: "0"))
        | ByteWord.zeros((word & ~ByteWord.all(3)) ^ ByteWord.all(UInt8(ascii: "<")))
      if marks != 0 { return unsafe place - start + ByteWord.first(marks) }
      unsafe place += 8
    }
  }

  /// Whether a name is of letters, digits and `_`, and not too long.
  @usableFromInline
  static func isPlainName(_ letters: Span<UInt8>) -> Bool {
    guard let first = letters.first, letters.count <= 100, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    return letters.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
  }

  @inlinable @inline(__always)
  static func behindBlanks(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = unsafe start
    if unsafe place.pointee == 0x0A { unsafe place += 1 }
    while true {
      let other = unsafe ByteWord.load(place) ^ ByteWord.all(0x20)
      if other != 0 {
        unsafe place += other.trailingZeroBitCount >> 3
        break
      }
      unsafe place += 8
    }
    while unsafe place.pointee.isASCIISpace { unsafe place += 1 }
    return unsafe place
  }

  /// The first `<`, `&` or `>`.
  @inlinable @inline(__always)
  static func endOfPiece(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = unsafe start
    // Most are short.
    for _ in 0..<2 {
      let marks = unsafe marks(place)
      if marks != 0 { return unsafe place + ByteWord.first(marks) }
      unsafe place += 8
    }
    while unsafe isPlain(place) { unsafe place += 32 }
    while true {
      let marks = unsafe marks(place)
      if marks != 0 { return unsafe place + ByteWord.first(marks) }
      unsafe place += 8
    }
  }

  @inlinable @inline(__always)
  static func marks(_ place: UnsafePointer<UInt8>) -> UInt64 {
    let word = unsafe ByteWord.load(place)
    return ByteWord.zeros((word & ~ByteWord.all(2)) ^ ByteWord.all(UInt8(ascii: "<")))
      | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "&")))
  }

  /// Whether none of 32 bytes is `<`, `&` or `>`: a plain loop, which becomes vector instructions.
  @inlinable @inline(__always)
  static func isPlain(_ place: UnsafePointer<UInt8>) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<32 {
      let byte = unsafe place[index]
      marks |= (byte & ~2 == 0x3C ? 1 : 0) | (byte == 0x26 ? 1 : 0)
    }
    return marks == 0
  }
}
