/// Bytes that grow behind a pointer, without a class or a count of references.
@safe
public struct ByteArena: ~Copyable {
  @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline var length = 0
  @usableFromInline var room: Int

  /// How many bytes it holds.
  @inlinable public var count: Int { length }
  /// How many it can hold before it moves.
  @inlinable public var capacity: Int { room }

  /// An empty arena with room for this many bytes.
  public init(capacity: Int) {
    precondition(capacity >= 0)
    unsafe bytes = .allocate(capacity: capacity)
    room = capacity
  }

  deinit { unsafe bytes.deallocate() }

  /// Makes room for this many more bytes.
  @inlinable @inline(__always)
  public mutating func reserve(_ extra: Int) {
    assert(extra >= 0)
    if extra > capacity - count { grow(extra) }
    assert(count + extra <= capacity)
  }

  @usableFromInline @inline(never)
  mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: bytes, count: count)
    unsafe bytes.deallocate()
    unsafe bytes = moved
    room = larger
  }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe bytes[count] = byte
    length += 1
  }

  /// Adds bytes as they are.
  @inlinable @inline(__always)
  public mutating func append(_ source: Span<UInt8>) {
    reserve(source.count)
    unsafe source.withUnsafeBufferPointer { unsafe write($0) }
  }

  /// Adds a stretch of an array.
  @inlinable @inline(__always)
  public mutating func append(_ source: borrowing [UInt8], _ range: Range<Int>) {
    reserve(range.count)
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    unsafe source.withUnsafeBufferPointer { unsafe write(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Adds a stretch of another arena.
  public mutating func append(_ other: borrowing ByteArena, _ range: Range<Int>) { append(other.slice(range)) }

  /// Adds a stretch of its own once more.
  public mutating func appendOwn(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    reserve(range.count)
    unsafe write(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
  }

  /// Adds a literal.
  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    unsafe (bytes + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    length += text.utf8CodeUnitCount
  }

  /// Adds bytes that there is room for.
  @inlinable @inline(__always)
  mutating func write(_ source: UnsafeBufferPointer<UInt8>) {
    assert(count + source.count <= capacity)
    guard let start = source.baseAddress else { return }
    unsafe (bytes + count).update(from: start, count: source.count)
    length += source.count
  }

  /// Drops what stands at `count` and behind it.
  @inlinable @inline(__always)
  public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    length = count
  }

  /// The last byte; 0 where there is none.
  @inlinable public var last: UInt8 { count > 0 ? unsafe bytes[count - 1] : 0 }

  /// A byte.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe bytes[index]
  }

  /// A stretch of it.
  @inlinable @_lifetime(borrow self)
  public func slice(_ range: Range<Int>) -> Span<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let span = unsafe Span(_unsafeStart: UnsafePointer(bytes + range.lowerBound), count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }
}
