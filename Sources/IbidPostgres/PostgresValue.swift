/// A parameter of a statement, in the server's binary form: texts of any length and thousands of values at once, with
/// nothing to escape.
///
/// Source: PostgreSQL, `src/backend/utils/adt/arrayfuncs.c`, `array_recv`.
struct PostgresValue {
  /// The number of the type, as all servers have it (`src/include/catalog/pg_type.dat`).
  enum Kind: UInt32 {
    case int8 = 20
    case text = 25
    case tsvector = 3614

    /// The type of arrays of it.
    fileprivate var ofArray: UInt32 {
      switch self {
      case .int8: 1016
      case .text: 1009
      case .tsvector: 3643
      }
    }
  }

  let type: UInt32
  let bytes: [UInt8]

  static func number(_ number: Int64) -> PostgresValue {
    var bytes: [UInt8] = []
    bytes.append(bigEndian: UInt64(bitPattern: number))
    return PostgresValue(type: Kind.int8.rawValue, bytes: bytes)
  }

  static func text(_ text: String) -> PostgresValue {
    var bytes: [UInt8] = []
    bytes.append(text)
    return PostgresValue(type: Kind.text.rawValue, bytes: bytes)
  }

  static func numbers(_ numbers: some Sequence<Int64>) -> PostgresValue {
    var list = PostgresList(.int8)
    for number in numbers { list.append(number) }
    return list.value
  }

  static func texts(_ texts: some Sequence<String>) -> PostgresValue {
    var list = PostgresList(.text)
    for text in texts { list.append(text) }
    return list.value
  }
}

/// An array on its way to the server.
struct PostgresList {
  private let kind: PostgresValue.Kind
  private var elements: [UInt8] = []
  private(set) var count = 0
  private var hasNull = false

  init(_ kind: PostgresValue.Kind) { self.kind = kind }

  /// How many bytes it has.
  var size: Int { elements.count }

  mutating func append(_ number: Int64?) {
    guard let number else { return appendNull() }
    count += 1
    elements.append(bigEndian: UInt32(8))
    elements.append(bigEndian: UInt64(bitPattern: number))
  }

  mutating func append(_ text: String?) {
    guard let text else { return appendNull() }
    append { $0.append(text) }
  }

  /// Appends what `body` writes.
  mutating func append(_ body: (inout [UInt8]) -> Void) {
    count += 1
    let start = elements.count
    elements.append(bigEndian: UInt32(0))
    body(&elements)
    let length = UInt32(elements.count - start - 4).bigEndian
    withUnsafeBytes(of: length) { elements.replaceSubrange(start..<(start + 4), with: $0) }
  }

  private mutating func appendNull() {
    count += 1
    hasNull = true
    elements.append(bigEndian: UInt32.max)
  }

  /// The array as a parameter.
  var value: PostgresValue {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(elements.count + 20)
    bytes.append(bigEndian: UInt32(count == 0 ? 0 : 1))
    bytes.append(bigEndian: UInt32(hasNull ? 1 : 0))
    bytes.append(bigEndian: kind.rawValue)
    if count > 0 {
      bytes.append(bigEndian: UInt32(count))
      bytes.append(bigEndian: UInt32(1))
      bytes.append(contentsOf: elements)
    }
    return PostgresValue(type: kind.ofArray, bytes: bytes)
  }
}

extension [UInt8] {
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  /// A server's text cannot hold U+0000; U+FFFD stands for it, in what is kept and in what is looked for.
  fileprivate mutating func append(_ text: String) {
    let start = count
    append(contentsOf: text.utf8)
    guard self[start...].contains(0) else { return }
    let repaired = self[start...].flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    replaceSubrange(start..., with: repaired)
  }
}
