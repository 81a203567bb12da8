import IbidModel
import IbidScan

/// Reads refer: a `%`, a letter or sign, a blank, a value.
///
/// Records are parted by blank lines; `%0`, which names the type, begins one too. A line without a tag continues the
/// value before it.
///
/// Source: refer(1); EndNote, «EndNote Import» (its `.enw` filter); BibIX' styles.
struct ReferReader {
  private var record = TaggedRecord()
  private var source = LineSource()
  private var held: (tag: RecordTag, value: Range<Int>)?
  private var strayLines = (count: 0, line: 0)

  static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = ReferReader()
    var summary = ReadingSummary()
    var count = 0
    var hasWindows1252 = false
    while reader.next(from: &input) {
      let name = reader.record.value(of: type).map { String(decoding: reader.record.bytes[$0], as: UTF8.self) }
      let kind = name.flatMap(RISType.kind)?.type ?? reader.untypedKind
      let (item, isWindows1252) = table.item(of: reader.record, type: kind) { role(of: $0, in: kind) }
      if let name, RISType.kind(of: name) == nil {
        summary.problems.append(
          RecordProblem(
            outcome: .kept, path: input.path, line: reader.record.line,
            message: "“\(name)” is no type of EndNote's; the record is read as a document"))
      }
      hasWindows1252 = hasWindows1252 || isWindows1252
      count += 1
      try each(item)
    }
    guard count > 0 else {
      throw reader.source.line > 0
        ? InputError.wrongFormat(path: input.path, found: "is no refer file: no line begins with `%` and a tag")
        : InputError.empty(path: input.path)
    }
    if reader.strayLines.count > 0 {
      summary.problems.append(
        RecordProblem(
          outcome: .kept, path: input.path, line: reader.strayLines.line,
          message: "\(reader.strayLines.count) lines stand in no record and are left out"))
    }
    if hasWindows1252 { summary.problems.append(RecordText.note(path: input.path)) }
    if let breakOff = input.breakOff {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: reader.source.line, message: breakOff))
    }
    return summary
  }

  /// Whether a text begins as refer does: with a tag and its value, and a title or author among the first lines.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    var tags: [RecordTag] = []
    for line in prefix.prefix(1 << 14).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(60) {
      let line = line.trimmedASCII
      if line.isEmpty { continue }
      guard let tag = tag(of: line, 0..<line.count) else {
        if tags.isEmpty { return false }
        continue
      }
      tags.append(tag)
    }
    return tags.first == type || tags.filter { roles[$0] != nil }.count > 2 && tags.contains { roles[$0] == .title }
  }

  /// Reads the next record; false where there is none.
  private mutating func next(from input: inout ByteInput) -> Bool {
    record.clear()
    if let held {
      begin(held.tag, held.value)
      self.held = nil
    }
    var isBehindBlank = false
    while let line = source.next(from: &input) {
      if source.bytes[line].allSatisfy(\.isASCIISpace) {
        isBehindBlank = true
        record.extend(by: line, of: source.bytes)
        continue
      }
      defer { isBehindBlank = false }
      guard let tag = Self.tag(of: source.bytes, line) else {
        if record.fields.isEmpty {
          strayLines = (strayLines.count + 1, strayLines.count == 0 ? source.line : strayLines.line)
        } else {
          record.extend(by: line, of: source.bytes)
        }
        continue
      }
      let value = line.lowerBound + 2..<line.upperBound
      let hasType = record.fields.first?.tag == Self.type
      if !record.fields.isEmpty, tag == Self.type ? record.fields.count > 1 : isBehindBlank && !hasType {
        held = (tag, value)
        return true
      }
      if tag == Self.type { record.clear() }
      begin(tag, value)
    }
    return record.fields.contains { !$0.value.isEmpty }
  }

  private mutating func begin(_ tag: RecordTag, _ value: Range<Int>) {
    if record.fields.isEmpty { record.line = source.line }
    record.append(tag, value, of: source.bytes)
  }

  /// `%A`, with a blank or nothing behind it.
  private static func tag(of bytes: [UInt8], _ line: Range<Int>) -> RecordTag? {
    guard line.count >= 2, bytes[line.lowerBound] == UInt8(ascii: "%") else { return nil }
    let second = bytes[line.lowerBound + 1]
    guard second > 0x20, second < 0x7F, line.count == 2 || bytes[line.lowerBound + 2].isASCIISpace else { return nil }
    return RecordTag(UInt8(ascii: "%"), second)
  }

  private var untypedKind: ItemType {
    if record.value(of: RecordTag("%J")) != nil { return .articleJournal }
    if record.value(of: RecordTag("%B")) != nil { return .chapter }
    return record.value(of: RecordTag("%I")) != nil ? .book : .document
  }

  private static let type = RecordTag("%0")

  /// `%N` is the number of a work by itself, `%R` the type of a thesis that is no DOI's.
  private static func role(of tag: RecordTag, in type: ItemType) -> FieldRole? {
    switch tag {
    case RecordTag("%N") where WorkKind(type) == .whole: .number
    case RecordTag("%R") where type == .thesis: .genre
    default: nil
    }
  }

  private static let table = TaggedItem(format: "refer", roles: roles)

  private static let roles: [RecordTag: FieldRole] = {
    let rows: [(StaticString, FieldRole)] = [
      ("%0", .type), ("%A", .author), ("%B", .secondTitle), ("%C", .place), ("%D", .year), ("%E", .editor),
      ("%F", .citationKey), ("%G", .language), ("%I", .publisher), ("%J", .journal), ("%K", .keyword),
      ("%L", .callNumber), ("%M", .accession), ("%N", .issue), ("%P", .firstPage), ("%R", .DOI), ("%S", .series),
      ("%T", .title), ("%U", .URL), ("%V", .volume), ("%X", .abstract), ("%Y", .seriesEditor), ("%Z", .note),
      ("%?", .translator), ("%@", .serial), ("%!", .shortTitle), ("%7", .edition), ("%8", .date), ("%9", .genre),
      ("%6", .numberOfVolumes), ("%&", .section), ("%~", .database), ("%[", .accessed), ("%<", .researchNote),
    ]
    return Dictionary(rows.map { (RecordTag($0.0), $0.1) }) { first, _ in first }
  }()
}
