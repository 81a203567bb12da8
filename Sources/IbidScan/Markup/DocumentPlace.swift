/// Where a parser is in its document.
@safe
package struct DocumentPlace: ~Copyable {
  @usableFromInline let start: UnsafePointer<UInt8>?
  /// Offset of the byte that is parsed next.
  @usableFromInline package internal(set) var offset: Int
  private var counted = 0
  private var lines = 0

  @usableFromInline
  init(in start: UnsafePointer<UInt8>) {
    unsafe self.start = start
    offset = 0
  }

  /// A place whose 1-based line is known.
  package init(offset: Int, line: Int) {
    unsafe start = nil
    self.offset = offset
    lines = line - 1
  }

  /// 1-based line. Lines are counted only when somebody asks.
  package mutating func line() -> Int {
    if let start = unsafe start {
      assert(offset >= counted)
      unsafe lines += LineBreaks.count(UnsafeBufferPointer(start: start + counted, count: offset - counted))
      counted = offset
    }
    return lines + 1
  }
}
