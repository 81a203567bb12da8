import IbidModel
import IbidScan

/// A record of the MEDLINE format.
struct NBIBRecord {
  /// 1-based line where it begins.
  var line: Int
  /// Tags without blanks, and values with their continuation lines.
  var fields: [(tag: String, value: String)] = []

  func has(_ tag: String) -> Bool { fields.contains { $0.tag == tag } }
}

/// Takes an input apart into records. A `PMID` begins the next one; so does, behind a blank line, a tag that a record
/// has once and this one has already, and a title, of whichever kind, where this one has one.
///
/// A line without a tag continues the value before it. A blank line alone does not end a record: PubMed writes
/// paragraphs of abstracts so, and editors take the blanks off such lines; but text behind it, which is neither tagged
/// nor indented, is of no record, and ends it.
struct NBIBLines {
  /// How many lines stand in no record, and the first of them.
  private(set) var strayLines = (count: 0, line: 0, text: "")

  private var source = LineSource()
  private var decoding = RecordText()
  private var held: (tag: String, value: String)?
  private var heldLine = 0

  /// Whether a value was no UTF-8.
  var hasWindows1252: Bool { decoding.hasWindows1252 }

  /// 1-based number of the last line that was read.
  var line: Int { source.line }

  mutating func nextRecord(from input: inout ByteInput) -> NBIBRecord? {
    var record: NBIBRecord?
    if let field = held {
      record = NBIBRecord(line: heldLine, fields: [field])
      held = nil
    }
    var isBehindBlank = false
    while let range = source.next(from: &input) {
      let bytes = source.bytes[range]
      if bytes.allSatisfy(\.isASCIISpace) {
        isBehindBlank = true
        continue
      }
      defer { isBehindBlank = false }
      guard !Self.isIndented(bytes), let field = field(bytes) else {
        if let last = record?.fields.indices.last, !isBehindBlank || Self.isIndented(bytes) {
          let text = text(bytes)
          let isEmpty = record?.fields[last].value.isEmpty == true
          record?.fields[last].value += isEmpty ? text : " " + text
          continue
        }
        addStray(bytes)
        if let record { return record }
        continue
      }
      if let record, field.tag == "PMID" || isBehindBlank && Self.begins(field.tag, behind: record) {
        held = field
        heldLine = source.line
        return record
      }
      if record == nil { record = NBIBRecord(line: source.line) }
      record?.fields.append(field)
    }
    return record
  }

  /// Whether a tag behind a blank line is of another record: this one has it, or it is the title that a record without
  /// a PMID begins with, and this one has its own.
  private static func begins(_ tag: String, behind record: NBIBRecord) -> Bool {
    if titles.contains(tag) { return titles.contains(where: record.has) }
    return once.contains(tag) && record.has(tag)
  }

  /// The titles of an article or a chapter, and of a book.
  private static let titles = ["TI", "BTI"]

  /// Tags that a record has once.
  private static let once: Set<String> = ["OWN", "STAT", "TI", "BTI", "DP", "JT", "TA", "PG", "VI"]

  private mutating func addStray(_ bytes: ArraySlice<UInt8>) {
    strayLines.count += 1
    guard strayLines.line == 0 else { return }
    strayLines.line = source.line
    strayLines.text = String(text(bytes).prefix(60))
  }

  /// Behind four blanks, or a tab among them.
  private static func isIndented(_ bytes: ArraySlice<UInt8>) -> Bool {
    let blanks = bytes.prefix(4).prefix { $0 == 0x20 }.count
    return blanks == 4 || blanks < bytes.count && bytes[bytes.startIndex + blanks] == 0x09
  }

  /// `TI  - A title`: two to four capitals or digits, blanks, a hyphen, the value; nil for a line without a tag.
  private mutating func field(_ bytes: ArraySlice<UInt8>) -> (tag: String, value: String)? {
    guard let dash = bytes.prefix(6).firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let tag = bytes[..<dash].trimmedASCII
    guard (2...4).contains(tag.count), tag.allSatisfy({ $0 >= 65 && $0 <= 90 || $0.isASCIIDigit }),
      bytes[bytes.startIndex] == tag[0], dash - bytes.startIndex == 4 || tag.count == dash - bytes.startIndex
    else { return nil }
    return (String(decoding: tag, as: UTF8.self), text(bytes[(dash + 1)...]))
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>) -> String { decoding.lines(bytes.trimmedASCII.span) }
}
