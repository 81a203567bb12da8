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
      var own = RISOwnRoles()
      let lines =
        makeup.tags.map { Self.lines(of: $0, RISValues(item: item, tags: $0), makeup, &own) }
        ?? Self.ownLines(values, makeup)
      if makeup.tags == nil { own = RISOwnRoles(allBut: makeup.spelled.keys) }
      if !makeup.needsCheck || saysAtOnce(lines, item, makeup, own) || says(lines, item) { return write(lines) }
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
  private static func lines(
    of tags: [RecordTag], _ values: RISValues, _ makeup: RISWriting, _ roles: inout RISOwnRoles
  ) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(tags.count)
    // Other programs begin a record at its type, which some exports lack.
    if !tags.contains(RISField.type) { lines.append((RISField.type, RISType.name(of: values.item), false)) }
    // How many values of tags with spellings or kept values, and of roles, have been given.
    var given: [RecordTag: Int] = [:]
    let counts = makeup.kept.isEmpty ? [:] : Dictionary(tags.map { ($0, 1) }, uniquingKeysWith: +)
    var ownGiven = [Int](repeating: 0, count: FieldRole.allCases.count)
    var last: (tag: RecordTag, own: [String]) = (RISField.type, [])
    for tag in tags {
      let kept = makeup.kept.isEmpty ? nil : makeup.kept[tag]
      let spelled = makeup.spelled.isEmpty ? nil : makeup.spelled[tag]
      if tag == RISField.type, spelled == nil {
        lines.append((tag, RISType.name(of: values.item), false))
        continue
      }
      if spelled != nil || kept != nil {
        let place = given[tag, default: 0]
        given[tag] = place + 1
        if let spelled {
          if place < spelled.count { lines.append((tag, spelled[place], true)) }
          continue
        }
        // The last ones of a tag are those that no variable holds.
        let ownCount = max(0, counts[tag, default: 0] - (kept?.count ?? 0))
        if let kept, place >= ownCount {
          if place - ownCount < kept.count { lines.append((tag, kept[place - ownCount], true)) }
          continue
        }
      }
      let role = RISField.field(of: tag)?.role ?? .kept
      if last.tag != tag { last = (tag, values.values(of: role, tag: tag)) }
      let ownPlace = ownGiven[Int(role.rawValue)]
      ownGiven[Int(role.rawValue)] = ownPlace + 1
      roles.insert(role, isWhole: ownPlace + 1 >= last.own.count)
      if ownPlace < last.own.count {
        lines.append((tag, last.own[ownPlace], mayBreak(role)))
      } else if let value = last.own.last ?? (role == .shortTitle ? values.values(of: .title, tag: tag).first : nil) {
        lines.append((tag, value, mayBreak(role)))
      }
    }
    makeup.appendKept(to: &lines, isAll: false)
    return lines
  }

  private static func mayBreak(_ role: FieldRole) -> Bool {
    role == .abstract || role == .note || role == .researchNote || role == .kept
  }

  /// Whether lines that are written from the item's variables cover all of them, and those that are not say the same:
  /// what is most often so, and told without reading all anew.
  private mutating func saysAtOnce(_ lines: [Line], _ item: Item, _ makeup: RISWriting, _ own: RISOwnRoles) -> Bool {
    scratch.clear()
    var type: String?
    for line in lines where makeup.spelled[line.tag] != nil || RISOwnRoles.areReadTogether(line.tag) {
      let value = Array(line.value.utf8)
      scratch.append(line.tag, 0..<value.count, of: value)
      if line.tag == RISField.type { type = line.value }
    }
    let read = RISRecord.assembly(of: scratch, kind: type.flatMap(RISType.kind)).item
    guard read.type == item.type, read[date: .issued] == item[date: .issued], read.richTexts.isEmpty,
      read.texts.allSatisfy({ item.texts[$0.variable] == $0.value }),
      read.nameLists.allSatisfy({ item.nameLists[$0.variable] == $0.value })
    else { return false }
    let kind = WorkKind(item.type)
    let hasTexts = item.texts.allSatisfy { field in
      own.cover(field.variable, kind) || read.texts[field.variable] != nil || !RISValues.says(field.variable)
    }
    let hasNames = item.nameLists.allSatisfy { field in
      own.cover(field.variable, kind) || read.nameLists[field.variable] != nil || !RISValues.says(field.variable)
    }
    return hasTexts && hasNames
      && (item[date: .accessed] == nil || own.contains(.accessed) || read[date: .accessed] == item[date: .accessed])
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
