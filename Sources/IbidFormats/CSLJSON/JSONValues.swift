import IbidModel

/// Takes an input apart into JSON values, in memory for one of them.
struct JSONValues: ~Copyable {
  private var bytes: [UInt8] = []
  private var index = 0
  private var isWhole = false
  /// 1-based line of the next byte.
  private(set) var line = 1

  /// Bytes that are read at once, at least.
  private static let step = 1 << 16

  /// The next byte that is no white space, which stays to be read; nil at the end.
  mutating func next(from input: inout ByteInput) -> UInt8? {
    while true {
      while index < bytes.count {
        let byte = bytes[index]
        guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
        advance(to: index + 1)
      }
      guard fill(from: &input) else { return nil }
    }
  }

  /// Reads past `byte` where it comes next, after white space.
  mutating func readIfNext(_ byte: UInt8, from input: inout ByteInput) -> Bool {
    guard next(from: &input) == byte else { return false }
    index += 1
    return true
  }

  /// The value that comes next, after white space. Where there is none, `line` is that of the place.
  ///
  /// - Throws: `JSONError`.
  mutating func readValue(from input: inout ByteInput) throws(JSONError) -> JSONValue {
    _ = next(from: &input)
    // The bytes double with each look, so that a value is looked through twice at most in all.
    while JSONReader.end(ofValueAt: index, in: bytes) == nil, fill(from: &input) {}
    var reader = JSONReader(bytes, offset: index)
    do throws(JSONError) {
      let value = try reader.readValue()
      advance(to: reader.offset)
      return value
    } catch {
      advance(to: min(error.offset, bytes.count))
      throw error
    }
  }

  private mutating func advance(to end: Int) {
    for place in index..<max(index, end) where bytes[place] <= 0x0D {
      // A carriage return before a line feed ends no line of its own.
      let isEnd = bytes[place] == 0x0A || bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
      if isEnd { line += 1 }
    }
    index = max(index, end)
  }

  /// Reads more; false at the end.
  private mutating func fill(from input: inout ByteInput) -> Bool {
    guard !isWhole else { return false }
    bytes.removeFirst(index)
    index = 0
    let before = bytes.count
    bytes += [UInt8](repeating: 0, count: max(Self.step, before))
    var count = before
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { input.read(into: .init(rebasing: $0[count...])) }
      if read == 0 {
        isWhole = true
        break
      }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return count > before
  }
}
