import IbidModel
import IbidScan

/// Reads Web of Science's tagged export: two letters, a blank, a value; three blanks continue it; `PT` begins a record
/// and `ER` ends it.
///
/// Source: Clarivate, «Web of Science Core Collection Field Tags».
struct ISIReader {
  private var record = TaggedRecord()
  private var source = LineSource()
  private var heldType: Range<Int>?

  static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = ISIReader()
    var summary = ReadingSummary()
    var count = 0
    var hasWindows1252 = false
    while reader.next(from: &input) {
      count += 1
      let record = reader.record
      let hasFullNames = record.value(of: RecordTag("AF")) != nil
      let item = table.item(of: record, type: reader.kind) { tag in
        hasFullNames && tag == RecordTag("AU") ? .kept : nil
      }
      hasWindows1252 = hasWindows1252 || item.hasWindows1252
      try each(item.item)
    }
    guard count > 0 else {
      throw reader.source.line > 0
        ? InputError.wrongFormat(path: input.path, found: "is no export of Web of Science: it has no line `PT`")
        : InputError.empty(path: input.path)
    }
    if hasWindows1252 { summary.problems.append(RecordText.note(path: input.path)) }
    if let breakOff = input.breakOff {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: reader.source.line, message: breakOff))
    }
    return summary
  }

  /// Whether a text begins so: `FN` or `PT` and a blank first, and `ER`, or an author and a title, behind.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    let lines = prefix.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard let first = lines.first(where: { !$0.allSatisfy(\.isASCIISpace) }) else { return false }
    let start = first.starts(with: [0xEF, 0xBB, 0xBF]) ? first.dropFirst(3) : first
    guard start.starts(with: "FN ".utf8) || start.starts(with: "PT ".utf8) else { return false }
    return lines.contains { $0.starts(with: "PT ".utf8) } && lines.contains { $0.starts(with: "TI ".utf8) }
  }

  private mutating func next(from input: inout ByteInput) -> Bool {
    record.clear()
    if let heldType {
      begin(heldType)
      self.heldType = nil
    }
    while let line = source.next(from: &input) {
      let bytes = source.bytes
      guard line.count >= 2, isTag(line) else {
        guard let last = record.fields.last else { continue }
        let isList = Self.listTags.contains(last.tag)
        record.extend(by: line, of: bytes, separator: isList ? UInt8(ascii: "\n") : 0x20)
        continue
      }
      let tag = RecordTag(bytes[line.lowerBound], bytes[line.lowerBound + 1])
      let value = line.lowerBound + 2..<line.upperBound
      switch tag {
      case Self.type:
        if record.fields.count > 1 {
          heldType = value
          return true
        }
        begin(value)
      case RecordTag("ER"):
        if record.fields.count > 1 { return true }
        record.clear()
      case RecordTag("EF"): continue
      default: if !record.fields.isEmpty { record.append(tag, value, of: bytes) }
      }
    }
    return record.fields.count > 1
  }

  private mutating func begin(_ value: Range<Int>) {
    record.clear()
    record.line = source.line
    record.append(Self.type, value, of: source.bytes)
  }

  private func isTag(_ line: Range<Int>) -> Bool {
    let (first, second) = (source.bytes[line.lowerBound], source.bytes[line.lowerBound + 1])
    return first >= 65 && first <= 90 && (second >= 65 && second <= 90 || second.isASCIIDigit)
      && (line.count == 2 || source.bytes[line.lowerBound + 2] == 0x20)
  }

  private var kind: ItemType {
    let text = { (tag: StaticString) in
      record.value(of: RecordTag(tag)).map { String(decoding: record.bytes[$0], as: UTF8.self) } ?? ""
    }
    return WebOfScienceType.kind(
      publication: text("PT"), document: text("DT"), title: text("TI"), source: text("SO"))
  }

  private static let type = RecordTag("PT")

  private static let table: TaggedItem = {
    let rows: [(StaticString, FieldRole)] = [
      ("PT", .type), ("AU", .author), ("AF", .author), ("CA", .body), ("BA", .author), ("BE", .editor),
      ("ED", .editor), ("TI", .title), ("SO", .container), ("SE", .series), ("LA", .language), ("DE", .keyword),
      ("ID", .keyword), ("AB", .abstract), ("PU", .publisher), ("PI", .place), ("SN", .serial), ("EI", .serial),
      ("BN", .serial), ("JI", .containerShort), ("PD", .date), ("PY", .year), ("VL", .volume), ("IS", .issue),
      ("BP", .firstPage), ("EP", .lastPage), ("AR", .articleNumber), ("DI", .DOI), ("PM", .PMID),
    ]
    return TaggedItem(
      format: "isi", roles: Dictionary(rows.map { (RecordTag($0.0), $0.1) }) { first, _ in first },
      listTags: listTags)
  }()

  /// Tags whose lines are values of their own; lines of others are wrapped text.
  private static let listTags = Set(
    ["AU", "AF", "CA", "BA", "BE", "ED", "C1", "CR"].compactMap { RecordTag(named: $0) })
}
