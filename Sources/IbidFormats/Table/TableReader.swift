import IbidModel
import IbidScan

/// Reads tables with a head: exports of Scopus, Web of Science, PubMed and Zotero, and what Ibid itself writes. Columns
/// are known by their names, in any order; what no variable holds is kept under its column's name.
struct TableReader {
  private let names: [String]
  private let columns: [TableColumn]
  private var text = RecordText()

  static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var rows = TableRows(firstLine: input.peek(1 << 16))
    guard let head = rows.next(from: &input) else { throw InputError.empty(path: input.path) }
    var reader = TableReader(head: head)
    guard reader.isOfRecords else {
      throw InputError.wrongFormat(path: input.path, found: "is no table of records: its head names no titles")
    }
    var summary = ReadingSummary()
    while let row = rows.next(from: &input) {
      if row.count > reader.columns.count, row[reader.columns.count...].contains(where: { !$0.isEmpty }) {
        summary.problems.append(
          RecordProblem(
            outcome: .kept, path: input.path, line: rows.line,
            message: "the row has \(row.count) values under \(reader.columns.count) names; the last ones are left out"))
      }
      guard row.contains(where: { !$0.allSatisfy(\.isASCIISpace) }) else { continue }
      try each(reader.item(of: row))
    }
    if reader.text.hasWindows1252 { summary.problems.append(RecordText.note(path: input.path)) }
    if let breakOff = input.breakOff {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: rows.line, message: breakOff))
    }
    return summary
  }

  /// Whether the first line of a text names columns of records: a title, and something else that is known.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    guard var input = try? ByteInput.memory(prefix, path: "-") else { return false }
    var rows = TableRows(firstLine: prefix)
    guard let head = rows.next(from: &input), head.count > 1 else { return false }
    return TableReader(head: head).isOfRecords
  }

  private init(head: [[UInt8]]) {
    names = head.map { String(decoding: $0, as: UTF8.self).trimmedASCII }
    let isOwn = TableColumn.areOwn(names)
    columns = names.map { TableColumn(name: $0, isOwn: isOwn) }
  }

  private var isOfRecords: Bool {
    columns.contains { $0 == .field(.title) || $0 == .variable(.title) } && columns.count { $0 != .kept } > 1
  }

  private mutating func item(of row: [[UInt8]]) -> Item {
    if columns.first == .id { return ownItem(of: row) }
    func value(_ column: TableColumn) -> String {
      guard let place = columns.firstIndex(of: column), place < row.count else { return "" }
      return String(decoding: row[place], as: UTF8.self).trimmedASCII
    }
    let type = TableType.kind(
      publication: value(.publication), document: value(.document), title: value(.field(.title)),
      source: value(.field(.container)))
    var assembly = ItemAssembly(type: type)
    assembly.text = text
    var kept: [JSONMember] = []
    let hasFullNames = !value(.fullNames(.author)).isEmpty
    for (place, bytes) in row.enumerated() where place < columns.count {
      let bytes = bytes.trimmedASCII
      guard !bytes.isEmpty else { continue }
      let values = values(of: bytes, columns[place], hasFullNames: hasFullNames)
      let role = role(of: columns[place])
      if values.isEmpty || values.map({ assembly.take(role, $0.span) }).contains(.kept) {
        kept.append(JSONMember(names[place], .string(assembly.text.lines(bytes.span))))
      }
    }
    assembly.finish()
    text = assembly.text
    if !kept.isEmpty { assembly.item[custom: RecordFormat.csv.name] = .object(kept) }
    return assembly.item
  }

  private func role(of column: TableColumn) -> FieldRole {
    switch column {
    case .field(let role), .fullNames(let role): role
    default: .kept
    }
  }

  /// The values of one cell: names and keywords are several.
  private func values(of bytes: [UInt8], _ column: TableColumn, hasFullNames: Bool) -> [[UInt8]] {
    switch column {
    case .field(.author) where hasFullNames: []
    case .field(.author), .field(.editor), .field(.translator), .fullNames: TableNames.names(in: bytes)
    case .field(.body): bytes.split(separator: UInt8(ascii: ";")).map(\.trimmedASCII)
    case .publication, .document, .type, .kept, .id, .rest, .variable: []
    case .field: [bytes]
    }
  }

  // MARK: What Ibid writes

  private mutating func ownItem(of row: [[UInt8]]) -> Item {
    var item = Item(type: .document)
    for (place, bytes) in row.enumerated() where place < columns.count && !bytes.isEmpty {
      let value = text.lines(bytes.span)
      switch columns[place] {
      case .id: item.id = value
      case .type: item.type = ItemType(rawValue: value) ?? .document
      case .variable(let variable): TableCell.set(variable, of: &item, from: value)
      case .rest: TableCell.addRest(value, to: &item)
      default: continue
      }
    }
    return item
  }
}
