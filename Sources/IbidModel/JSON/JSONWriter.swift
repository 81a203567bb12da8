/// Writes JSON (RFC 8259) as UTF-8 bytes, pretty with two blanks a level or on one line.
///
///     print(JSONWriter.text(of: item.cslJSON(), .pretty))
public struct JSONWriter {
  /// Where members and elements begin.
  ///
  ///     var writer = JSONWriter(.compact)
  ///     writer.write(item.cslJSON())
  public enum Layout: Sendable {
    /// Everything on one line, with no blanks.
    case compact
    /// A line a member, two blanks a level; empty arrays and objects on one line.
    case pretty
  }

  /// What has been written.
  public var bytes: [UInt8] = []
  let layout: Layout

  /// A writer of this layout.
  public init(_ layout: Layout = .compact) { self.layout = layout }

  /// This value's JSON.
  public static func text(of value: JSONValue, _ layout: Layout = .compact) -> String {
    var writer = JSONWriter(layout)
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Appends a value, whose own lines stand at `level`.
  public mutating func write(_ value: JSONValue, level: Int = 0) {
    collect { $0.write(value, level: level) }
  }

  /// Appends what `body` writes, by way of a little memory.
  mutating func collect(_ body: (inout JSONLine) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: JSONLine.room, alignment: 1) { room in
      guard let start = room.baseAddress else { return }
      var line = JSONLine(start.assumingMemoryBound(to: UInt8.self), writer: self)
      // The bytes have one owner at a time, or each append would copy them.
      bytes = []
      body(&line)
      line.flush()
      self = line.writer
    }
  }

  /// Appends a string in quotation marks. Escaping works on bytes: a Character that joins a quotation mark with
  /// a combining accent would otherwise slip through.
  public mutating func write(string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { utf8 in
      guard let start = utf8.baseAddress else { return }
      var plain = 0
      var index = Self.firstSpecial(start, from: 0, to: utf8.count)
      while index < utf8.count {
        bytes.append(contentsOf: UnsafeBufferPointer(start: start + plain, count: index - plain))
        writeEscape(utf8[index])
        plain = index + 1
        index = Self.firstSpecial(start, from: plain, to: utf8.count)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(start: start + plain, count: utf8.count - plain))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The first byte that is escaped; `end` where none is.
  static func firstSpecial(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 32 <= end, ByteRun.isPlain(text + index, 32) { index += 32 }
    while index + 8 <= end, ByteRun.isPlain(text + index, 8) { index += 8 }
    while index < end {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return index }
      index += 1
    }
    return end
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      let digits = String(byte, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }
}
