package import IbidModel
import IbidScan

/// Writes items as RIS, a blank line behind each.
///
/// An item that came from RIS is written with the tags, in the order and with the spellings of its record, as long as
/// these say what the item says; all else as Ibid has it.
package struct RISWriter: RecordWriter {
  package var bytes: [UInt8] = []
  private var scratch = TaggedRecord()

  /// A writer that has written nothing.
  package init() {}

  /// A tag and what stands behind it.
  typealias Line = (tag: RecordTag, value: String, mayBreak: Bool)

  package mutating func write(_ item: Item) {
    let values = RISValues(item: item)
    let makeup = RISWriting(item)
    if let makeup {
      let lines =
        makeup.tags.map { Self.lines(of: $0, RISValues(item: item, tags: $0), makeup) } ?? Self.ownLines(values, makeup)
      if !makeup.needsCheck || says(lines, item) { return write(lines) }
    }
    write(Self.ownLines(values, makeup?.withoutSpellings))
  }

  // MARK: Lines

  /// Lines in Ibid's own order.
  private static func ownLines(_ values: RISValues, _ makeup: RISWriting?) -> [Line] {
    var lines: [Line] = [(RISField.type, RISType.name(of: values.item), false)]
    lines.reserveCapacity(32)
    if let type = makeup?.spelled[RISField.type]?.first { lines[0].value = type }
    let isInSeries = WorkKind(values.item.type) == .whole && values.item.type != .thesis
    for (tag, role) in RISField.written {
      if role == .citationKey {
        makeup?.appendKept(to: &lines, isAll: true)
        if makeup?.kept[tag] != nil { continue }
      }
      if let spelled = makeup?.spelled[tag] {
        for value in spelled { lines.append((tag, value, true)) }
      } else if role != .series || !isInSeries {
        for value in values.values(of: role, tag: tag) { lines.append((tag, value, mayBreak(role))) }
      }
    }
    return lines
  }

  /// Lines with the tags of the record that the item came from.
  private static func lines(of tags: [RecordTag], _ values: RISValues, _ makeup: RISWriting) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(tags.count)
    var given: [RecordTag: Int] = [:]
    var ownGiven: [FieldRole: Int] = [:]
    let counts = Dictionary(tags.map { ($0, 1) }, uniquingKeysWith: +)
    for tag in tags {
      let place = given[tag, default: 0]
      given[tag] = place + 1
      if let spelled = makeup.spelled[tag] {
        if place < spelled.count { lines.append((tag, spelled[place], true)) }
        continue
      }
      if tag == RISField.type {
        lines.append((tag, RISType.name(of: values.item), false))
        continue
      }
      // The last ones of a tag are those that no variable holds.
      let kept = makeup.kept[tag] ?? []
      let ownCount = max(0, counts[tag, default: 0] - kept.count)
      guard place < ownCount else {
        if place - ownCount < kept.count { lines.append((tag, kept[place - ownCount], true)) }
        continue
      }
      let role = RISField.field(of: tag)?.role ?? .kept
      let own = values.values(of: role, tag: tag)
      let ownPlace = ownGiven[role, default: 0]
      ownGiven[role] = ownPlace + 1
      if ownPlace < own.count {
        lines.append((tag, own[ownPlace], mayBreak(role)))
      } else if let last = own.last ?? (role == .shortTitle ? values.values(of: .title, tag: tag).first : nil) {
        lines.append((tag, last, mayBreak(role)))
      }
    }
    makeup.appendKept(to: &lines, isAll: false)
    return lines
  }

  private static func mayBreak(_ role: FieldRole) -> Bool {
    role == .abstract || role == .note || role == .researchNote || role == .kept
  }

  /// Whether lines, read anew, say what the item says.
  private mutating func says(_ lines: [Line], _ item: Item) -> Bool {
    scratch.clear()
    for line in lines {
      let value = Array(line.value.utf8)
      scratch.append(line.tag, 0..<value.count, of: value)
    }
    let type = lines.first { $0.tag == RISField.type }?.value
    let read = RISRecord.assembly(of: scratch, kind: type.flatMap(RISType.kind))
    return RISValues.agree(read.item, item)
  }

  // MARK: Bytes

  private mutating func write(_ lines: [Line]) {
    for line in lines { write(line) }
    bytes.append(contentsOf: "ER  - \n\n".utf8)
  }

  private mutating func write(_ line: Line) {
    let start = bytes.count
    bytes.append(line.tag.first)
    bytes.append(line.tag.second)
    bytes.append(contentsOf: "  - ".utf8)
    let value = bytes.count
    var text = line.value
    let isPlain = text.withUTF8 { utf8 in
      bytes.append(contentsOf: utf8)
      return utf8.span.firstOffset(where: { $0 == 0x0A || $0 == 0x0D }) == nil
    }
    if !isPlain { breakLines(from: value, mayBreak: line.mayBreak) }
    while bytes.count > value, bytes[bytes.count - 1].isASCIISpace { bytes.removeLast() }
    if bytes.count == value { bytes.removeLast(value - start) } else { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Writes a value of several lines anew: each on its own, or all on one. A line that might be taken for a tag is
  /// set in.
  private mutating func breakLines(from start: Int, mayBreak: Bool) {
    let text = Array(bytes[start...])
    bytes.removeLast(text.count)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    for (index, line) in lines.enumerated() {
      let line = line.trimmedASCII
      if index > 0 {
        guard mayBreak else {
          if !line.isEmpty { bytes.append(0x20) }
          bytes.append(contentsOf: line)
          continue
        }
        bytes.append(UInt8(ascii: "\n"))
        if line.prefix(12).contains(UInt8(ascii: "-")) { bytes.append(contentsOf: "      ".utf8) }
      }
      bytes.append(contentsOf: line)
    }
  }
}
