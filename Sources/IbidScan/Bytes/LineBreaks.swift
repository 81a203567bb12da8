/// Counts line breaks.
@usableFromInline
enum LineBreaks {
  @usableFromInline
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var total = 0
    var start = 0
    while start + 128 <= bytes.count {
      unsafe total += count(base + start, 128)
      start += 128
    }
    return unsafe total + count(base + start, bytes.count - start)
  }

  /// Of at most 128 bytes: a plain loop, which becomes vector instructions where the count is a literal and nothing in
  /// it is a condition.
  @inline(__always)
  private static func count(_ place: UnsafePointer<UInt8>, _ count: Int) -> Int {
    assert(count <= 128)
    var others: UInt8 = 0
    for index in 0..<count {
      let difference = unsafe place[index] ^ 0x0A
      others &+= (difference | (0 &- difference)) >> 7
    }
    return count - Int(others)
  }
}
