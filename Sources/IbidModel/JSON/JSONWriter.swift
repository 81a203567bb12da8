/// Writes JSON (RFC 8259) as UTF-8 bytes, pretty with two blanks a level or on one line.
public struct JSONWriter {
  /// Where members and elements begin.
  public enum Layout: Sendable {
    /// Everything on one line, with no blanks.
    case compact
    /// A line a member, two blanks a level; empty arrays and objects on one line.
    case pretty
  }

  /// What has been written.
  public var bytes: [UInt8] = []
  private let layout: Layout

  /// A writer of this layout.
  public init(_ layout: Layout = .compact) { self.layout = layout }

  /// This value's JSON.
  public static func text(of value: JSONValue, _ layout: Layout = .compact) -> String {
    var writer = JSONWriter(layout)
    writer.bytes.reserveCapacity(1 << 12)
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Appends a value, whose own lines stand at `level`.
  public mutating func write(_ value: JSONValue, level: Int = 0) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let spelling): append(spelling)
    case .string(let text): write(string: text)
    case .array(let elements):
      if layout == .pretty, appendOneLine(elements) { return }
      writeList(open: "[", close: "]", count: elements.count, level: level) { writer, index in
        writer.write(elements[index], level: level + 1)
      }
    case .object(let members):
      writeList(open: "{", close: "}", count: members.count, level: level) { writer, index in
        writer.write(string: members[index].name)
        writer.append(writer.layout == .pretty ? ": " : ":")
        writer.write(members[index].value, level: level + 1)
      }
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

  /// Appends an array of a few numbers and strings, or of such arrays, as people write them: `[[2022, 7, 6]]`;
  /// false, and nothing appended, where it is none.
  private mutating func appendOneLine(_ elements: [JSONValue]) -> Bool {
    let start = bytes.count
    guard elements.count <= 16, appendParts(elements), bytes.count - start <= 80 else {
      bytes.removeSubrange(start...)
      return false
    }
    return true
  }

  private mutating func appendParts(_ elements: [JSONValue]) -> Bool {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { append(", ") }
      switch element {
      case .object: return false
      case .array(let inner): guard appendOneLine(inner) else { return false }
      default: write(element)
      }
    }
    bytes.append(UInt8(ascii: "]"))
    return true
  }

  private mutating func writeList(
    open: StaticString, close: StaticString, count: Int, level: Int, element: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for index in 0..<count {
      if index > 0 { append(",") }
      breakLine(level: level + 1)
      element(&self, index)
    }
    if count > 0 { breakLine(level: level) }
    append(close)
  }

  private mutating func breakLine(level: Int) {
    guard layout == .pretty else { return }
    var blanks = 2 * level
    // A line break and as many blanks as fit are appended at once.
    let first = min(blanks, Self.lineBreak.utf8CodeUnitCount - 1)
    bytes.append(contentsOf: UnsafeBufferPointer(start: Self.lineBreak.utf8Start, count: 1 + first))
    blanks -= first
    if blanks > 0 { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: blanks)) }
  }

  private static let lineBreak: StaticString = "\n                        "

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
