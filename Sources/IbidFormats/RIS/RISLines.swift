import IbidModel
import IbidScan

/// Takes a file apart into records: from `TY` to `ER`, to the next `TY`, or to the end.
///
/// A line without a tag continues the value before it. Tags are spaced as `TY` is: a file whose `TY` has one blank
/// before its hyphen may have so everywhere, while in others `UV - light` is a line of an abstract.
struct RISLines {
  private(set) var record = TaggedRecord()
  /// Whether the record has a `TY`.
  private(set) var hasType = false
  /// How many lines stand in no record, and the first of them.
  private(set) var strayLines = (count: 0, line: 0, text: "")

  private var source = LineSource()
  /// A record has begun with the line that was read last.
  private var isHeld = false
  private var heldValue = 0..<0
  private var spacing = 2

  /// 1-based number of the last line that was read.
  var line: Int { source.line }

  /// Reads the next record; false where there is none.
  mutating func next(from input: inout ByteInput) -> Bool {
    record.clear()
    hasType = false
    if isHeld {
      isHeld = false
      begin(heldValue)
    }
    while let line = source.next(from: &input) {
      guard let (tag, value, width) = tag(in: line) else {
        addText(line)
        continue
      }
      switch tag {
      case RISField.type:
        spacing = min(2, width)
        if hasType, record.fields.count > 1 {
          isHeld = true
          heldValue = value
          return true
        }
        dropFields()
        begin(value)
      case RISField.end where record.fields.isEmpty: continue
      case RISField.end:
        if hasType || isWork { return true }
        dropFields()
      default:
        if record.fields.isEmpty { record.line = source.line }
        record.append(tag, value, of: source.bytes)
      }
    }
    return hasType && !record.fields.isEmpty || isWork
  }

  private mutating func begin(_ value: Range<Int>) {
    record.clear()
    record.line = source.line
    record.append(RISField.type, value, of: source.bytes)
    hasType = true
  }

  /// Whether fields without a type are those of a work, not a line that a database writes behind its records.
  private var isWork: Bool {
    record.fields.contains { RISField.field(of: $0.tag)?.role == .title && !$0.value.isEmpty }
  }

  private mutating func addText(_ line: Range<Int>) {
    if record.fields.isEmpty || hasType && record.fields.count == 1 {
      addStray(line)
    } else {
      record.extend(by: line, of: source.bytes)
    }
  }

  private mutating func dropFields() {
    guard !hasType, !record.fields.isEmpty else { return }
    strayLines.count += record.fields.count
    if strayLines.line == 0 {
      let field = record.fields[0]
      strayLines.line = record.line
      strayLines.text =
        field.tag.name + "  - "
        + String(decoding: record.bytes[field.value].prefix(60).prefix { $0 != 0x0A }, as: UTF8.self)
    }
    record.clear()
  }

  /// Blank lines and the numbers that some programs put before records say nothing.
  private mutating func addStray(_ line: Range<Int>) {
    let text = source.bytes[line].trimmedASCII
    guard text.contains(where: { !$0.isASCIIDigit && $0 != UInt8(ascii: ".") && $0 < 0x80 }) else { return }
    strayLines.count += 1
    guard strayLines.line == 0 else { return }
    strayLines.line = source.line
    strayLines.text = String(decoding: text.prefix(60), as: UTF8.self)
  }

  /// The tag of a line and where its value stands; nil of a line without one.
  private func tag(in line: Range<Int>) -> (tag: RecordTag, value: Range<Int>, width: Int)? {
    let bytes = source.bytes.span
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 4, bytes[start] == 0x20 { start += 1 }
    guard start + 3 <= line.upperBound, start - line.lowerBound < 4, Self.isCapital(bytes[start]),
      Self.isCapital(bytes[start + 1]) || bytes[start + 1].isASCIIDigit
    else { return nil }
    let tag = RecordTag(bytes[start], bytes[start + 1])
    var dash = start + 2
    var width = 0
    while dash < line.upperBound, bytes[dash] == 0x20 || bytes[dash] == 0x09 {
      width += bytes[dash] == 0x09 ? 2 : 1
      dash += 1
    }
    guard dash < line.upperBound, bytes[dash] == UInt8(ascii: "-"), width <= 6 else { return nil }
    let value = dash + 1
    let isOpen = value == line.upperBound || bytes[value].isASCIISpace
    if tag != RISField.type || !isOpen && width < 2 {
      let isBareEnd = tag == RISField.end && source.bytes[value..<line.upperBound].allSatisfy(\.isASCIISpace)
      guard width >= spacing && (isOpen || width >= 2 && RISField.field(of: tag) != nil) || isBareEnd else {
        return nil
      }
    }
    return (tag, value..<line.upperBound, width)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  /// Whether a text begins as RIS does: a `TY` among its first lines, or other tags of RIS and an `ER`.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    guard var input = try? ByteInput.memory(prefix, path: "-") else { return false }
    var lines = RISLines()
    return lines.next(from: &input)
      && (lines.hasType ? lines.isOfType : lines.record.fields.count > 2 && lines.line < 2_000)
  }

  /// Whether the value of `TY` is a type's name, or nothing.
  private var isOfType: Bool {
    guard let value = record.value(of: RISField.type) else { return true }
    return value.count <= 40
  }
}
