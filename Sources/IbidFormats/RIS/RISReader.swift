import IbidModel
import IbidScan

/// Reads RIS, record by record.
///
/// What no variable holds stays under its tag in `custom`, with the order of the tags where it is not Ibid's own, so
/// that the writer gives the record back.
struct RISReader {
  /// The file as it is named in problems.
  var path: String

  private var problems: [RecordProblem] = []
  private var unknownTags: [RecordTag: Int] = [:]
  private var firstUnknown = 0
  private var untyped = (count: 0, line: 0)
  private var unknownTypes: [String: (count: Int, line: Int)] = [:]
  private var rejected = 0
  private var hasWindows1252 = false
  private var makeup = RISMakeup()

  init(path: String) { self.path = path }

  /// Reads all records.
  ///
  /// - Throws: ``InputError`` where the input is empty or holds no record; what `each` throws.
  static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = RISReader(path: input.path)
    var lines = RISLines()
    var count = 0
    while lines.next(from: &input) {
      guard let item = reader.item(of: lines.record, hasType: lines.hasType) else { continue }
      count += 1
      try each(item)
    }
    if count == 0, reader.rejected == 0 {
      throw lines.line > 0
        ? InputError.wrongFormat(path: input.path, found: "is no RIS file: it has no line `TY  - `")
        : InputError.empty(path: input.path)
    }
    reader.sayWhatWasFound(stray: lines.strayLines)
    if let breakOff = input.breakOff {
      reader.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: lines.line, message: breakOff))
    }
    var unheld: [String: Int] = [:]
    for (tag, count) in reader.unknownTags { unheld[tag.name] = count }
    return ReadingSummary(problems: reader.problems, rejected: reader.rejected, unheld: unheld)
  }

  private mutating func item(of record: TaggedRecord, hasType: Bool) -> Item? {
    let typeName = record.value(of: RISField.type).map { String(decoding: record.bytes[$0], as: UTF8.self) } ?? ""
    guard record.fields.contains(where: { $0.tag != RISField.type && !$0.value.isEmpty }) else {
      rejected += 1
      problems.append(
        RecordProblem(outcome: .rejected, path: path, line: record.line, message: "the record says nothing"))
      return nil
    }
    let kind = RISType.kind(of: typeName)
    if !hasType {
      if untyped.count == 0 { untyped.line = record.line }
      untyped.count += 1
    } else if kind == nil {
      unknownTypes[typeName, default: (0, record.line)].count += 1
    }
    for field in record.fields where RISField.field(of: field.tag) == nil {
      if unknownTags.isEmpty { firstUnknown = record.line }
      unknownTags[field.tag, default: 0] += 1
    }
    var assembly = RISRecord.assembly(of: record, kind: kind)
    makeup.set(of: record, &assembly)
    if assembly.text.hasWindows1252 { hasWindows1252 = true }
    return assembly.item
  }

  private mutating func sayWhatWasFound(stray: (count: Int, line: Int, text: String)) {
    func say(_ line: Int, _ message: String) {
      problems.append(RecordProblem(outcome: .kept, path: path, line: line, message: message))
    }
    if stray.count > 0 {
      let lines =
        stray.count == 1 ? "1 line stands in no record and is" : "\(stray.count) lines stand in no record and are"
      say(stray.line, "\(lines) left out; the first: “\(stray.text)”")
    }
    if untyped.count > 0 {
      let records = untyped.count == 1 ? "1 record has" : "\(untyped.count) records have"
      say(untyped.line, "\(records) no TY; what names a journal is read as its article, all else as a document")
    }
    for (name, found) in unknownTypes.sorted(by: { $0.value.line < $1.value.line }) {
      say(found.line, "“\(name)” is no type of RIS's; read as a document (\(found.count))")
    }
    if !unknownTags.isEmpty {
      let tags = unknownTags.sorted { $0.key.code < $1.key.code }.map { "\($0.key.name) (\($0.value))" }
      say(firstUnknown, "no tags of RIS's, kept as they are: \(tags.joined(separator: ", "))")
    }
    if hasWindows1252 { problems.append(RecordText.note(path: path)) }
  }
}
