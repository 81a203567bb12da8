import IbidModel

/// A record of the MEDLINE format.
struct NBIBRecord {
  /// 1-based line where it begins.
  var line: Int
  /// Tags without blanks, and values with their continuation lines.
  var fields: [(tag: String, value: String)] = []
}

/// Takes an input apart into records: a `PMID` or a blank line begins the next one, a line that begins with six
/// blanks continues the one before.
struct NBIBLines {
  /// Lines read so far.
  private(set) var line = 0
  private var rest: [UInt8] = []
  private var offset = 0
  private var hasEnded = false
  private var held: (tag: String, value: String)?
  private var heldLine = 0

  mutating func nextRecord(from input: inout ByteInput) -> NBIBRecord? {
    var record: NBIBRecord?
    if let field = held {
      record = NBIBRecord(line: heldLine, fields: [field])
      held = nil
    }
    while let bytes = nextLine(from: &input) {
      if bytes.allSatisfy(\.isASCIISpace) {
        if let record { return record }
        continue
      }
      let isContinued = bytes.prefix(4).allSatisfy { $0 == 0x20 }
      if isContinued, let last = record?.fields.indices.last {
        record?.fields[last].value += " " + Self.text(bytes)
        continue
      }
      let field = Self.field(bytes)
      if field.tag == "PMID", let record {
        held = field
        heldLine = line
        return record
      }
      if record == nil { record = NBIBRecord(line: line) }
      record?.fields.append(field)
    }
    return record
  }

  /// `TI  - A title`: four letters at most, a hyphen, the value. A line without a tag has an empty one.
  private static func field(_ bytes: ArraySlice<UInt8>) -> (tag: String, value: String) {
    guard let dash = bytes.prefix(6).firstIndex(of: UInt8(ascii: "-")), dash - bytes.startIndex >= 2 else {
      return ("", text(bytes))
    }
    return (text(bytes[..<dash]), text(bytes[(dash + 1)...]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.trimmedASCII, as: UTF8.self)
  }

  private mutating func nextLine(from input: inout ByteInput) -> ArraySlice<UInt8>? {
    while true {
      if let end = rest[offset...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        // The line feed of a pair may stand in the next block.
        guard rest[end] == 0x0A || end + 1 < rest.count || hasEnded else {
          fill(from: &input)
          continue
        }
        defer { offset = rest[end] == 0x0D && end + 1 < rest.count && rest[end + 1] == 0x0A ? end + 2 : end + 1 }
        line += 1
        return rest[offset..<end]
      }
      if hasEnded {
        guard offset < rest.count else { return nil }
        defer { offset = rest.count }
        line += 1
        return rest[offset...]
      }
      fill(from: &input)
    }
  }

  private mutating func fill(from input: inout ByteInput) {
    rest.removeFirst(offset)
    offset = 0
    let before = rest.count
    rest += [UInt8](repeating: 0, count: max(1 << 16, before))
    let count = rest.withUnsafeMutableBytes { input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[before...])) }
    rest.removeLast(rest.count - before - count)
    if count == 0 { hasEnded = true }
  }
}
