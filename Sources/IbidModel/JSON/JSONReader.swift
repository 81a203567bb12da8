/// Why a text is no JSON, and where.
///
///     do {
///       _ = try JSONReader.value(of: "[1, ")
///     } catch {
///       print("\(error.reason) at byte \(error.offset)")
///     }
public struct JSONError: Error, Hashable, Sendable {
  /// What was found, in words that follow a place.
  public var reason: String
  /// 0-based offset in UTF-8 bytes from the start of the text.
  public var offset: Int

  /// Makes an error.
  public init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// Reads JSON (RFC 8259) from UTF-8 bytes: one value, or the elements of a top-level array one after another.
///
/// Nesting is capped at 256, so that no input can exhaust the stack.
///
///     let items = try JSONReader.value(of: "[{\"id\": \"engel1977\"}]").elements.compactMap(Item.init(cslJSON:))
public struct JSONReader {
  private let bytes: [UInt8]
  /// 0-based offset of the next byte to read.
  public private(set) var offset: Int
  private static let deepest = 256

  /// A reader at `offset` of these bytes. A byte order mark at the start is passed over.
  public init(_ bytes: [UInt8], offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.offset = 3 }
  }

  /// The one value that `bytes` hold, with nothing but white space around it.
  ///
  /// - Throws: `JSONError` where the bytes are no JSON text.
  public static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.readValue()
    guard reader.atEnd() else { throw reader.error("text after the end of the JSON value") }
    return value
  }

  /// The one value that `text` holds.
  ///
  /// - Throws: `JSONError` where the text is no JSON.
  public static func value(of text: String) throws(JSONError) -> JSONValue {
    try value(of: Array(text.utf8))
  }

  /// Whether nothing but white space is left; moves past that white space.
  public mutating func atEnd() -> Bool {
    skipBlanks()
    return offset >= bytes.count
  }

  /// Reads past `byte` where it comes next, after white space; false, and nothing read but the white space,
  /// where it does not.
  public mutating func readIfNext(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Reads one value, after white space.
  ///
  /// - Throws: `JSONError` where none can be read.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    try readValue(depth: 0)
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest else { throw error("nesting deeper than \(Self.deepest)") }
    skipBlanks()
    guard offset < bytes.count else { throw error("the text ends where a value should stand") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", as: .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", as: .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", as: .null)
    default: return try readNumber()
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    var members: [JSONMember] = []
    members.reserveCapacity(4)
    try readMembers { (reader, name) throws(JSONError) in
      members.append(JSONMember(name, try reader.readValue(depth: depth + 1)))
    }
    return .object(members)
  }

  /// Reads the object that comes next, `body` the value of each member: it leaves the reader behind that value.
  mutating func readMembers(
    _ body: (_ reader: inout JSONReader, _ name: String) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard readIfNext(UInt8(ascii: "{")) else { throw error("an object should stand here") }
    if readIfNext(UInt8(ascii: "}")) { return }
    repeat {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { throw error("a member's name in quotation marks should stand here") }
      let name = try readString()
      guard readIfNext(UInt8(ascii: ":")) else { throw error("«:» should stand after a member's name") }
      try body(&self, name)
    } while readIfNext(UInt8(ascii: ","))
    guard readIfNext(UInt8(ascii: "}")) else { throw error("«,» or «}» should stand here") }
  }

  /// Reads an object, after white space, but only the members of these names; the others are passed over unread.
  ///
  /// - Throws: `JSONError` where no object stands here.
  public mutating func readObject(only names: Set<String>) throws(JSONError) -> JSONValue {
    var members: [JSONMember] = []
    try readMembers { (reader, name) throws(JSONError) in
      if names.contains(name) {
        members.append(JSONMember(name, try reader.readValue(depth: 1)))
      } else {
        reader.skipValue()
      }
    }
    return .object(members)
  }

  /// The text of the object that comes next, unread; nil where another value comes.
  mutating func rawObject() -> String? {
    skipBlanks()
    guard peek() == UInt8(ascii: "{") else { return nil }
    let start = offset
    skipValue()
    return String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self)
  }

  /// Moves to the comma or bracket behind the value that comes next.
  private mutating func skipValue() {
    var depth = 0
    bytes.withUnsafeBufferPointer { bytes in
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\""):
          offset = Self.endOfPlain(bytes, from: offset + 1)
          while offset < bytes.count, bytes[offset] == UInt8(ascii: "\\") {
            offset = Self.endOfPlain(bytes, from: offset + 2)
          }
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return }
          depth -= 1
        case UInt8(ascii: ","): if depth == 0 { return }
        default: break
        }
        offset += 1
      }
    }
  }

  /// The offset behind the value that starts at `start`, by its brackets and quotation marks alone; nil where the bytes
  /// end before it does.
  package static func end(ofValueAt start: Int, in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var depth = 0
      var index = start
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          index = endOfPlain(bytes, from: index + 1)
          while index < bytes.count, bytes[index] == UInt8(ascii: "\\") { index = endOfPlain(bytes, from: index + 2) }
          if depth == 0 { return index < bytes.count ? index + 1 : nil }
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth <= 0 { return index + 1 }
        case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D: if depth == 0 { return index }
        default: break
        }
        index += 1
      }
      return nil
    }
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
    offset += 1
    var elements: [JSONValue] = []
    if readIfNext(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try readValue(depth: depth + 1)) } while readIfNext(UInt8(ascii: ","))
    guard readIfNext(UInt8(ascii: "]")) else { throw error("«,» or «]» should stand here") }
    return .array(elements)
  }

  private mutating func readWord(_ word: StaticString, as value: JSONValue) throws(JSONError) -> JSONValue {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[offset..<end].elementsEqual(word.description.utf8) else {
      throw error("neither a string, a number, true, false nor null")
    }
    offset = end
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = offset
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") {
      offset += 1
      if peek()?.isASCIIDigit == true { throw error("a number does not start with 0") }
    } else if skipDigits() == 0 {
      throw error("neither a string, a number, true, false nor null")
    }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() > 0 else { throw error("digits should stand after the decimal point") }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() > 0 else { throw error("digits should stand in the exponent") }
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func readString() throws(JSONError) -> String {
    offset += 1
    let start = offset
    offset = bytes.withUnsafeBufferPointer { Self.endOfPlain($0, from: start) }
    if peek() == UInt8(ascii: "\"") {
      offset += 1
      guard let string = bytes.withUnsafeBufferPointer({ Self.string($0, start..<offset - 1) }) else {
        throw JSONError(reason: "a string that is not UTF-8", offset: start)
      }
      return string
    }
    var text = Array(bytes[start..<offset])
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") {
        try readEscape(into: &text)
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    guard offset < bytes.count else { throw error("a string without its closing quotation mark") }
    offset += 1
    guard let string = text.withUnsafeBufferPointer({ Self.string($0, 0..<$0.count) }) else {
      throw JSONError(reason: "a string that is not UTF-8", offset: start)
    }
    return string
  }

  /// Where the first quotation mark or backslash stands from `start` on; the end where there is none.
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var index = min(start, bytes.count)
    while index < bytes.count {
      index = JSONWriter.firstSpecial(base, from: index, to: bytes.count)
      guard index < bytes.count, base[index] != UInt8(ascii: "\""), base[index] != UInt8(ascii: "\\") else {
        return index
      }
      // A control character, which other writers leave as it is.
      index += 1
    }
    return index
  }

  /// The bytes as a string; nil where they are no UTF-8. `String(validating:)` costs ten times as much.
  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: bytes[range])
    var string = String(decoding: bytes, as: UTF8.self)
    guard let base = bytes.baseAddress, !isASCII(base, bytes.count) else { return string }
    return string.withUTF8 { $0.elementsEqual(bytes) } ? string : nil
  }

  private static func isASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index + 32 <= count {
      guard ByteRun.isASCII(bytes + index, 32) else { return false }
      index += 32
    }
    return UnsafeBufferPointer(start: bytes + index, count: count - index).allSatisfy { $0 < 0x80 }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    offset += 1
    guard offset < bytes.count else { throw error("a string without its closing quotation mark") }
    let escape = bytes[offset]
    offset += 1
    switch escape {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try readScalar()).utf8)
    default: throw error("an escape that JSON does not know")
    }
  }

  /// The scalar of a `\u` escape, of two where they are a surrogate pair; a lone surrogate becomes U+FFFD.
  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try readFourHexDigits()
    if (0xD800..<0xDC00).contains(first), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      let back = offset
      offset += 2
      let second = try readFourHexDigits()
      if (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      offset = back
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func readFourHexDigits() throws(JSONError) -> UInt32 {
    guard offset + 4 <= bytes.count,
      bytes[offset..<offset + 4].allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }),
      let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits should stand after \\u") }
    offset += 4
    return value
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek(), byte.isASCIIDigit { offset += 1 }
    return offset - start
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: offset) }
}
