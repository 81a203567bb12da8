package import IbidModel

/// Writes items as a table with a head, as RFC 4180 has it: a column for each of the usual variables under its CSL name,
/// and a last one, `csl-json`, for what the others cannot say.
package struct CSVWriter: RecordWriter {
  package var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  package mutating func begin() {
    writeRow(["id", "type"] + Self.columns.map(\.name) + ["csl-json"])
  }

  package mutating func write(_ item: Item) {
    var rest = Item(type: item.type)
    var cells = [item.id, item.type.rawValue]
    for variable in Self.columns {
      let cell = TableCell.text(of: variable, in: item)
      if cell == nil { Self.copy(variable, of: item, to: &rest) }
      cells.append(cell ?? "")
    }
    for field in item.texts where !Self.columns.contains(field.variable) {
      Self.copy(field.variable, of: item, to: &rest)
    }
    for field in item.dates where !Self.columns.contains(field.variable) { rest.dates[field.variable] = field.value }
    for field in item.nameLists where !Self.columns.contains(field.variable) {
      rest.nameLists[field.variable] = field.value
    }
    rest.custom = item.custom
    rest.other = item.other
    let members = rest.cslJSON(includingFacts: true).members.filter {
      $0.name != "id" && ($0.name != "type" || item.other.contains { $0.name == "type" })
    }
    cells.append(members.isEmpty ? "" : JSONWriter.text(of: .object(members)))
    writeRow(cells)
  }

  private static func copy(_ variable: Variable, of item: Item, to rest: inout Item) {
    switch variable.kind {
    case .names: rest.nameLists[variable] = item.nameLists[variable]
    case .date: rest.dates[variable] = item.dates[variable]
    default:
      rest.texts[variable] = item.texts[variable]
      rest.richTexts[variable] = item.richTexts[variable]
      if item.numericVariables.contains(variable) { rest.numericVariables.insert(variable) }
    }
  }

  private static let columns: [Variable] = [
    .title, .author, .issued, .containerTitle, .containerTitleShort, .volume, .issue, .page, .number, .DOI, .PMID,
    .PMCID,
    .ISSN, .ISBN, .URL, .editor, .translator, .publisher, .publisherPlace, .edition, .collectionTitle, .genre,
    .language,
    .keyword, .abstract, .note,
  ]

  private mutating func writeRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let needsQuotes =
        cell.utf8.contains {
          $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: ";")
        }
        || cell.utf8.first.map { $0.isASCIISpace } == true || cell.utf8.last.map { $0.isASCIISpace } == true
      guard needsQuotes else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }
}
