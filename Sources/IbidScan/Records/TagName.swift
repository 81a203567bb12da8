import IbidModel

extension Span where Element == UInt8 {
  /// Where the name of the tag stands that begins before `start`: without its prefix, 200 bytes at most.
  public func tagName(at start: Int) -> Range<Int> {
    precondition(start >= 0)
    var start = start
    var end = start
    while end < count, end - start < 200, !Self.endsTagName(self[end]) {
      if self[end] == UInt8(ascii: ":") { start = end + 1 }
      end += 1
    }
    let last = Swift.min(Swift.max(start, end), count)
    return Swift.min(start, last)..<last
  }

  private static func endsTagName(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }
}
