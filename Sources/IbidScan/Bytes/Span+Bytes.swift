private import Glibc

/// Questions about bytes, as of a collection.
extension Span where Element == UInt8 {
  /// The first byte; nil of none.
  @inlinable public var first: UInt8? { isEmpty ? nil : self[0] }

  /// The last byte; nil of none.
  @inlinable public var last: UInt8? { isEmpty ? nil : self[count - 1] }

  /// Whether it is this text.
  @inlinable
  public func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether both are the same.
  public func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left, right, count) == 0
      }
    }
  }

  /// Whether it is these bytes.
  public func equals(_ other: [UInt8]) -> Bool { equals(other.span) }

  /// Whether `text` stands at `place`.
  public func has(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, text.utf8CodeUnitCount <= count - place else { return false }
    return extracting(place..<place + text.utf8CodeUnitCount).equals(text)
  }

  /// The first such byte at or behind `start`.
  public func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0)
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, Int32(byte), count - start) else {
        return nil
      }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The last such byte at or behind `start` and before `end`.
  public func lastOffset(of byte: UInt8, before end: Int, after start: Int = 0) -> Int? {
    var place = end
    while place > start {
      place -= 1
      if self[place] == byte { return place }
    }
    return nil
  }

  /// The first byte that `predicate` holds of.
  @inlinable
  public func firstOffset(where predicate: (UInt8) -> Bool) -> Int? {
    for index in indices where predicate(self[index]) { return index }
    return nil
  }

  /// Whether `predicate` holds of every byte.
  @inlinable
  public func allSatisfy(_ predicate: (UInt8) -> Bool) -> Bool {
    for index in indices where !predicate(self[index]) { return false }
    return true
  }

  /// Its bytes as an array.
  public var array: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }

  /// Its text; what is no UTF-8 becomes U+FFFD.
  public var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }

  /// Its text where it is known to be UTF-8, because the document that it comes from was checked.
  @inlinable @inline(__always)
  public var checkedText: String {
    assert(UTF8Check.firstError(in: self) == nil)
    return unsafe String(copying: UTF8Span(unchecked: self))
  }
}
