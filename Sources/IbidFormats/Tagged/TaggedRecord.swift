import IbidModel
import IbidScan

/// A record of tags and values, as RIS and its relatives write them. It is filled anew for each record of a file.
struct TaggedRecord {
  /// One tag and its value.
  struct Field {
    var tag: RecordTag
    /// Where the value stands in the record's bytes, without white space at its ends.
    var value: Range<Int>
  }

  /// 1-based line where it begins.
  var line = 0
  private(set) var fields: [Field] = []
  private(set) var bytes: [UInt8] = []
  /// Blank lines behind the last value, which belong to it where it goes on.
  private var blankLines = 0

  /// Forgets all fields.
  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    blankLines = 0
  }

  /// Begins a field.
  mutating func append(_ tag: RecordTag, _ value: Range<Int>, of line: [UInt8]) {
    blankLines = 0
    let value = line.trimmedASCII(value)
    let start = bytes.count
    bytes.append(contentsOf: line[value])
    fields.append(Field(tag: tag, value: start..<bytes.count))
  }

  /// Another line of the last field's value; a blank one counts where more of it follows.
  ///
  /// - Parameter separator: what stands for the line break.
  mutating func extend(by text: Range<Int>, of line: [UInt8], separator: UInt8 = UInt8(ascii: "\n")) {
    guard let last = fields.indices.last else { return }
    let text = line.trimmedASCII(text)
    if text.isEmpty {
      blankLines += 1
      return
    }
    if !fields[last].value.isEmpty {
      for _ in 0...blankLines { bytes.append(separator) }
    }
    blankLines = 0
    bytes.append(contentsOf: line[text])
    fields[last].value = fields[last].value.lowerBound..<bytes.count
  }

  /// The first field of this tag that says something.
  func value(of tag: RecordTag) -> Range<Int>? { fields.first { $0.tag == tag && !$0.value.isEmpty }?.value }
}

/// A tag of two characters.
struct RecordTag: Hashable {
  /// Both characters, the first one in the higher byte.
  var code: UInt16

  init(_ first: UInt8, _ second: UInt8) { code = UInt16(first) << 8 | UInt16(second) }

  /// The tag of two ASCII characters that a table names.
  init(_ name: StaticString) {
    let utf8 = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    self.init(utf8.first ?? 0, utf8.count > 1 ? utf8[1] : 0)
  }

  /// The tag of this name; nil where it has not two ASCII characters.
  init?(named name: some StringProtocol) {
    let utf8 = Array(name.utf8)
    guard utf8.count == 2, utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.init(utf8[0], utf8[1])
  }

  var first: UInt8 { UInt8(code >> 8) }
  var second: UInt8 { UInt8(truncatingIfNeeded: code) }
  var name: String { String(decoding: [first, second], as: UTF8.self) }
}
