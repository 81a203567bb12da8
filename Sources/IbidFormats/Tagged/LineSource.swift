import IbidModel
import IbidScan

/// The lines of an input one after another, without their breaks: a line feed, with or without a carriage return, or,
/// in a file that has no line feed, the carriage return alone. Memory holds a block, or a line where it is longer.
struct LineSource {
  /// 1-based number of the last line that was given.
  private(set) var line = 0
  /// What is at hand; the ranges that are given are in it, and hold until the next line is asked for.
  private(set) var bytes: [UInt8] = []
  private var offset = 0
  private var hasEnded = false
  private var lineBreak = UInt8(ascii: "\n")

  /// The next line, as a range of `bytes`; nil at the end.
  mutating func next(from input: inout ByteInput) -> Range<Int>? {
    var searched = offset
    while true {
      if let end = bytes.span.offset(of: lineBreak, from: searched) {
        defer { offset = end + 1 }
        return given(upTo: end)
      }
      if hasEnded {
        guard offset < bytes.count else { return nil }
        defer { offset = bytes.count }
        return given(upTo: bytes.count)
      }
      searched = bytes.count - offset
      fill(from: &input)
    }
  }

  private mutating func given(upTo end: Int) -> Range<Int> {
    line += 1
    return offset..<(end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
  }

  private mutating func fill(from input: inout ByteInput) {
    bytes.removeFirst(offset)
    offset = 0
    let before = bytes.count
    bytes += [UInt8](repeating: 0, count: max(1 << 16, before))
    let count = bytes.withUnsafeMutableBytes { input.read(into: .init(rebasing: $0[before...])) }
    bytes.removeLast(bytes.count - before - count)
    if count == 0 { hasEnded = true }
    if line == 0, before == 0, !bytes.contains(UInt8(ascii: "\n")), bytes.contains(UInt8(ascii: "\r")) {
      lineBreak = UInt8(ascii: "\r")
    }
  }
}
