import IbidModel
import IbidScan

/// Reads Ovid's plain text: `<1>` before each record, a field's name at the edge of a line, its value indented below.
///
/// All values stay under their names, because a source is one line of prose of which only the usual form is taken apart.
///
/// Source: Ovid, «Exporting: Citation and complete reference».
struct OvidReader {
  private var source = LineSource()
  private var fields: [(name: String, value: [UInt8])] = []
  private var line = 0

  static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = OvidReader()
    var summary = ReadingSummary()
    var count = 0
    while reader.next(from: &input) {
      guard reader.fields.contains(where: { !$0.value.isEmpty }) else { continue }
      count += 1
      try each(reader.item)
    }
    guard count > 0 else {
      throw reader.source.line > 0
        ? InputError.wrongFormat(path: input.path, found: "is no text of Ovid's: no line is `<1>`")
        : InputError.empty(path: input.path)
    }
    if let breakOff = input.breakOff {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: reader.source.line, message: breakOff))
    }
    return summary
  }

  /// Whether a text begins so: `<1>`, then a name that is known with an indented line below.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    guard var input = try? ByteInput.memory(prefix, path: "-") else { return false }
    var reader = OvidReader()
    return reader.next(from: &input) && reader.fields.contains { roles[$0.name.lowercased()] != nil }
  }

  /// Reads the next record; false where there is none. What stands before the first is passed over.
  private mutating func next(from input: inout ByteInput) -> Bool {
    fields = []
    var isInRecord = line > 0
    while let range = source.next(from: &input) {
      let bytes = source.bytes[range]
      let text = bytes.trimmedASCII
      if Self.isNumber(text) {
        line = source.line
        if isInRecord { return true }
        isInRecord = true
      } else if isInRecord, !text.isEmpty {
        if bytes.first.map(\.isASCIISpace) == true, let last = fields.indices.last {
          fields[last].value += (fields[last].value.isEmpty ? [] : [0x20]) + text
        } else {
          fields.append((String(decoding: text, as: UTF8.self), []))
        }
      }
    }
    line = 0
    return !fields.isEmpty
  }

  /// `<17>`, `<17. >`
  private static func isNumber(_ text: [UInt8]) -> Bool {
    guard text.count > 2, text.count < 14, text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") else {
      return false
    }
    return text.dropFirst().dropLast().allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == 0x20 }
  }

  private var item: Item {
    var assembly = ItemAssembly(type: kind)
    var kept: [JSONMember] = []
    for field in fields where !field.value.isEmpty {
      let value = String(decoding: field.value, as: UTF8.self)
      kept.append(JSONMember(field.name, .string(value)))
      guard let role = Self.roles[field.name.lowercased()] else { continue }
      switch role {
      case .author:
        for name in OvidValue.names(in: value) {
          let isEditor = name.hasSuffix("[Ed]")
          let text = isEditor ? String(name.dropLast(4)).trimmedASCII : name
          _ = assembly.take(isEditor ? .editor : .author, Array(text.utf8).span)
        }
      case .title: _ = assembly.take(role, Array(OvidValue.title(value).utf8).span)
      case .container:
        for part in OvidValue.parts(ofSource: value) { _ = assembly.take(part.role, Array(part.text.utf8).span) }
      case .language: _ = assembly.take(role, String(value.prefix { $0 != "." && $0 != "," }))
      default: _ = assembly.take(role, field.value.span)
      }
    }
    assembly.finish()
    if !kept.isEmpty { assembly.item[custom: RecordFormat.ovid.name] = .object(kept) }
    return assembly.item
  }

  private var kind: ItemType {
    let type = fields.first { $0.name.lowercased() == "publication type" }
    switch type.map({ String(decoding: $0.value, as: UTF8.self).lowercased() }) ?? "" {
    case let name where name.contains("conference"): return .paperConference
    case let name where name.contains("chapter"): return .chapter
    case let name where name.contains("book"):
      return fields.contains { $0.name.lowercased() == "chapter title" } ? .chapter : .book
    case let name where name.contains("dissertation"): return .thesis
    default: return .articleJournal
    }
  }

  private static let roles: [String: FieldRole] = [
    "title": .title, "chapter title": .title, "author": .author, "authors": .author, "author(s)": .author,
    "source": .container, "abstract": .abstract, "issn": .serial, "isbn": .serial, "doi number": .DOI, "doi": .DOI,
    "digital object identifier": .DOI, "author keywords": .keyword, "keywords": .keyword, "keyword heading": .keyword,
    "language": .language, "unique identifier": .PMID, "pmid": .PMID, "year of publication": .year, "year": .year,
    "date of publication": .date, "publisher": .publisher, "journal": .journal, "volume": .volume, "issue": .issue,
    "page": .firstPage, "pages": .firstPage, "url": .URL, "database": .database,
  ]
}
