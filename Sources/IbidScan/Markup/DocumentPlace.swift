/// Where a parser is in its document.
@safe
public struct DocumentPlace: ~Copyable {
  @usableFromInline let start: UnsafePointer<UInt8>?
  @usableFromInline var reached: Int
  private var counted = 0
  private var lines = 0

  /// Offset of the byte that is parsed next.
  @inlinable public var offset: Int { reached }

  @usableFromInline
  init(in start: UnsafePointer<UInt8>) {
    unsafe self.start = start
    reached = 0
  }

  /// A place whose 1-based line is known.
  public init(offset: Int, line: Int) {
    unsafe start = nil
    reached = offset
    lines = line - 1
  }

  /// 1-based line. Lines are counted only when somebody asks.
  public mutating func line() -> Int {
    if let start = unsafe start {
      assert(offset >= counted)
      unsafe lines += LineBreaks.count(UnsafeBufferPointer(start: start + counted, count: offset - counted))
      counted = offset
    }
    return lines + 1
  }
}
