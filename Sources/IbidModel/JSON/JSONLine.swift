/// Collects a line of JSON in a little memory of its own and hands it on in large pieces: a line has some hundred
/// parts, and appending each to an array costs more than making it.
struct JSONLine {
  /// How much it collects, in bytes.
  static let room = 1 << 14

  private(set) var writer: JSONWriter
  private let bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  /// The last byte that was appended; a bracket that opens needs no comma behind it.
  private var last: UInt8 = 0

  /// Collects in `room` bytes from `bytes` on, for the end of what `writer` has.
  init(_ bytes: UnsafeMutablePointer<UInt8>, writer: JSONWriter) {
    self.bytes = bytes
    self.writer = writer
  }

  /// Hands on what is collected.
  mutating func flush() {
    writer.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    count = 0
  }

  /// Text of our own.
  @inline(__always)
  mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  /// Text that is JSON already.
  mutating func append(raw text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let start = utf8.baseAddress { append(start, utf8.count) }
    }
  }

  /// A comma, unless an object or array has just begun.
  mutating func separate() {
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { append(",") }
  }

  /// The name of a variable or another member of ours, which needs no escape.
  mutating func write(name: String) {
    separate()
    append("\"")
    append(raw: name)
    append("\":")
  }

  /// A member whose name is given with its marks, as in `"family":`.
  @inline(__always)
  mutating func write(_ key: StaticString, _ text: String) {
    separate()
    append(key)
    write(text)
  }

  /// A member of any value.
  mutating func write(_ member: JSONMember) {
    separate()
    write(member.name)
    append(":")
    write(member.value)
  }

  /// A string.
  mutating func write(_ string: String) {
    var string = string
    let isPlain = string.withUTF8 { utf8 in
      guard let start = utf8.baseAddress else {
        append("\"\"")
        return true
      }
      guard JSONWriter.firstSpecial(start, from: 0, to: utf8.count) == utf8.count else { return false }
      append(quoted: start, utf8.count)
      return true
    }
    guard !isPlain else { return }
    flush()
    writer.write(string: string)
    last = 0
  }

  @inline(__always)
  private mutating func append(quoted source: UnsafePointer<UInt8>, _ length: Int) {
    guard count + length + 2 <= Self.room else {
      append("\"")
      append(source, length)
      return append("\"")
    }
    bytes[count] = UInt8(ascii: "\"")
    (bytes + count + 1).update(from: source, count: length)
    bytes[count + length + 1] = UInt8(ascii: "\"")
    count += length + 2
    last = UInt8(ascii: "\"")
  }

  /// Bytes that are JSON already.
  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0 else { return }
    if count + length > Self.room {
      flush()
      guard length < Self.room else {
        writer.bytes.append(contentsOf: UnsafeBufferPointer(start: source, count: length))
        last = source[length - 1]
        return
      }
    }
    (bytes + count).update(from: source, count: length)
    count += length
    last = source[length - 1]
  }
}
