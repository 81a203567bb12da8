/// Memory for a stretch of a file, which a thread fills and hands on to the one that parses it.
///
/// Whoever holds it alone may write into it; from then on it is only read, but for the stop that ``PlainParser`` puts
/// behind a document while it parses.
@safe
public final class ByteBlock: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes it holds.
  public let capacity: Int

  /// Memory whose bytes are not set yet.
  public init(capacity: Int) {
    precondition(capacity >= 0)
    unsafe bytes = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// A copy of `source` with this much room behind it.
  public convenience init(_ source: [UInt8], room: Int) {
    self.init(capacity: source.count + room)
    unsafe source.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe bytes.update(from: start, count: source.count) }
    }
  }

  deinit { unsafe bytes.deallocate() }

  /// A stretch of it.
  @_lifetime(borrow self)
  public func slice(_ range: Range<Int>) -> Span<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    let span = unsafe Span(_unsafeStart: UnsafePointer(bytes + range.lowerBound), count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// Line breaks in a stretch.
  public func lines(_ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    return unsafe LineBreaks.count(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
  }

  /// Writes a stretch of another block to `offset`.
  public func copy(_ range: Range<Int>, of other: ByteBlock, to offset: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.capacity)
    precondition(offset >= 0 && offset + range.count <= capacity)
    unsafe (bytes + offset).update(from: other.bytes + range.lowerBound, count: range.count)
  }

  /// Has `body` write into a stretch, as from a file.
  public func fill<Result>(_ range: Range<Int>, _ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    return unsafe body(UnsafeMutableRawBufferPointer(start: bytes + range.lowerBound, count: range.count))
  }
}
