package import IbidModel
internal import IbidText

/// Reads CSL-JSON: an array of items, one item, an object whose `items` are an array (Zotero's and Better BibTeX'
/// exports), or JSON Lines.
package struct CSLJSONReader {
  /// The items, in order.
  package private(set) var items: [Item] = []
  /// What could not be read.
  package private(set) var problems: [RecordProblem] = []

  private let lines: LineIndex
  private let path: String
  private var count = 0

  /// Reads all items of `bytes`. An element that is no item is rejected with its line; where the JSON itself breaks
  /// off, what stands before is kept.
  package init(_ bytes: [UInt8], path: String) {
    lines = LineIndex(bytes)
    self.path = path
    var reader = JSONReader(bytes)
    do {
      if reader.readIfNext(UInt8(ascii: "[")) {
        try readElements(of: &reader)
      } else {
        while !reader.atEnd() {
          let line = lines.place(at: reader.offset).line
          try keepAll(of: reader.readValue(), line: line)
        }
      }
    } catch {
      problems.append(
        RecordProblem(
          outcome: .brokenOff, path: path, line: lines.place(at: error.offset).line,
          message: "\(error.reason); what stands before is kept"))
    }
  }

  /// Whether the first bytes of a file look like CSL-JSON: a `[` or `{`, and one of CSL's members.
  package static func recognizes(_ prefix: [UInt8]) -> Bool {
    let text = Array(prefix.prefix(4096)).trimmedASCII
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < text.count, text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "{") else { return false }
    return text.dropFirst(start + 1).allSatisfy { $0.isASCIISpace || $0 == UInt8(ascii: "]") }
      || text.firstOffset(of: "\"type\"") != nil || text.firstOffset(of: "\"items\"") != nil
      || text.firstOffset(of: "\"id\"") != nil || text.firstOffset(of: "\"title\"") != nil
  }

  private mutating func readElements(of reader: inout JSONReader) throws(JSONError) {
    if reader.readIfNext(UInt8(ascii: "]")) { return }
    repeat {
      _ = reader.atEnd()
      let line = lines.place(at: reader.offset).line
      keep(try reader.readValue(), line: line)
    } while reader.readIfNext(UInt8(ascii: ","))
    guard reader.readIfNext(UInt8(ascii: "]")), reader.atEnd() else {
      throw JSONError(reason: "«,» or «]» should stand here", offset: reader.offset)
    }
  }

  private mutating func keepAll(of value: JSONValue, line: Int) {
    guard case .array(let items)? = value["items"] else { return keep(value, line: line) }
    for item in items { keep(item, line: line) }
  }

  private mutating func keep(_ value: JSONValue, line: Int) {
    count += 1
    guard let item = Item(cslJSON: Self.withPlacedVariables(value)), value["type"] != nil || value["title"] != nil
    else {
      problems.append(
        RecordProblem(
          outcome: .rejected, path: path, line: line, record: value["id"]?.text,
          message: "element \(count) is no CSL item: it has neither a type nor a title"))
      return
    }
    items.append(item)
  }

  /// Older names as CSL 1.0.2 has them, and variables that stand in `custom` because the schema lacks them in their
  /// own place.
  private static func withPlacedVariables(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    var placed: [JSONMember] = []
    for member in members {
      if let (variable, _) = CSLJSONSchema.olderNames.first(where: { $0.value == member.name }) {
        // CSL 1.0.1 itself had an `event`; both names in one item are two values.
        let isDouble = value[variable.name] != nil
        placed.append(isDouble ? member : JSONMember(variable.name, member.value))
      } else if member.name == "custom" {
        let isVariable = { (inner: JSONMember) in
          Variable(name: inner.name).map { CSLJSONSchema.unplaced.contains($0) && value[inner.name] == nil } == true
        }
        placed += member.value.members.filter(isVariable)
        let rest = member.value.members.filter { !isVariable($0) }
        if !rest.isEmpty || member.value.members.isEmpty { placed.append(JSONMember("custom", .object(rest))) }
      } else {
        placed.append(member)
      }
    }
    return .object(placed)
  }
}
