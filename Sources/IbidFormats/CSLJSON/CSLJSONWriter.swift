package import IbidModel

/// Writes items as CSL-JSON, item by item: one array, pretty and valid against csl-data.json.
///
/// PubMed's facts, affiliations and ORCID iDs, for which CSL's schema has no place, are left out of the array; all else
/// that it has no place for moves into `custom`.
package struct CSLJSONWriter: RecordWriter {
  private var writer = JSONWriter(.pretty)
  private var hasItems = false

  /// A writer that has written nothing.
  package init() {}

  package var bytes: [UInt8] {
    get { writer.bytes }
    _modify { yield &writer.bytes }
  }

  /// Appends an item.
  package mutating func write(_ item: Item) {
    append(hasItems ? ",\n  {\n    \"id\": " : "[\n  {\n    \"id\": ")
    hasItems = true
    writer.write(string: item.id)
    var displaced = item.other.filter { $0.name != "categories" }
    var type = item.type
    if CSLJSONSchema.unknownTypes.contains(type) {
      displaced.append(JSONMember("type", .string(type.rawValue)))
      type = .document
    }
    append(",\n    \"type\": ")
    writer.write(string: type.rawValue)
    writeVariables(of: item, &displaced)
    for member in item.other where member.name == "categories" { write(member, level: 2) }
    let custom = item.custom + displaced
    if !custom.isEmpty { write(JSONMember("custom", .object(custom)), level: 2) }
    append("\n  }")
  }

  /// Ends the array.
  package mutating func end() -> [String] {
    append(hasItems ? "\n]\n" : "[]\n")
    return []
  }

  private mutating func writeVariables(of item: Item, _ displaced: inout [JSONMember]) {
    for field in item.texts {
      let text = item.richTexts.isEmpty ? field.value : item.richTexts[field.variable] ?? field.value
      let isNumber =
        !item.numericVariables.isEmpty && item.numericVariables.contains(field.variable)
        && !CSLJSONSchema.strings.contains(field.variable)
      if !writeHead(field.variable) {
        displaced.append(JSONMember(field.variable.name, isNumber ? .number(text) : .string(text)))
      } else if isNumber {
        writer.bytes.append(contentsOf: text.utf8)
      } else {
        writer.write(string: text)
      }
    }
    for field in item.dates where writeHead(field.variable) { write(field.value) }
    for field in item.nameLists {
      if writeHead(field.variable) {
        write(field.value)
      } else {
        let names = field.value.map { Self.placed($0).cslJSON() }
        displaced.append(JSONMember(field.variable.name, .array(names)))
      }
    }
  }

  /// A variable's name, on a line of its own; false where the schema has no place for it.
  private mutating func writeHead(_ variable: Variable) -> Bool {
    guard let head = Self.heads[Int(variable.rawValue)] else { return false }
    writer.bytes.append(contentsOf: head)
    return true
  }

  private static let heads: [[UInt8]?] = Variable.allCases.map { variable in
    CSLJSONSchema.unplaced.contains(variable)
      ? nil : Array(",\n    \"\(CSLJSONSchema.olderNames[variable] ?? variable.name)\": ".utf8)
  }

  private mutating func write(_ names: [Name]) {
    guard !names.isEmpty else { return append("[]") }
    append("[")
    var isFirst = true
    for name in names {
      append(isFirst ? "\n      {" : ",\n      {")
      isFirst = false
      write(name)
    }
    append("\n    ]")
  }

  private mutating func write(_ name: Name) {
    let start = writer.bytes.count
    write("family", name.family, start)
    write("given", name.given, start)
    write("dropping-particle", name.droppingParticle, start)
    write("non-dropping-particle", name.nonDroppingParticle, start)
    write("suffix", name.suffix, start)
    write("literal", name.literal, start)
    for member in name.other where Self.isPlaced(member) {
      writeNameHead(member.name, start)
      writer.write(member.value, level: 4)
    }
    append(writer.bytes.count > start ? "\n      }" : "}")
  }

  private mutating func write(_ part: StaticString, _ text: String?, _ start: Int) {
    guard let text else { return }
    append(writer.bytes.count > start ? ",\n        \"" : "\n        \"")
    append(part)
    append("\": ")
    writer.write(string: text)
  }

  private mutating func writeNameHead(_ name: String, _ start: Int) {
    append(writer.bytes.count > start ? ",\n        " : "\n        ")
    writer.write(string: name)
    append(": ")
  }

  /// Dates of parts alone, as nearly all are, are written straight.
  private mutating func write(_ date: CSLDate) {
    guard let start = date.start, date.end == nil, start.season == nil, !date.isCirca, date.literal == nil,
      date.other.isEmpty
    else { return writer.write(date.cslJSON, level: 2) }
    append("{\n      \"date-parts\": [[")
    writer.bytes.append(contentsOf: String(start.year).utf8)
    for part in [start.month, start.month == nil ? nil : start.day] {
      guard let part else { break }
      append(", ")
      writer.bytes.append(contentsOf: String(part).utf8)
    }
    append("]]\n    }")
  }

  private mutating func write(_ member: JSONMember, level: Int) {
    append(",\n    ")
    writer.write(string: member.name)
    append(": ")
    writer.write(member.value, level: level)
  }

  private mutating func append(_ text: StaticString) {
    writer.bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The name without what the schema does not know.
  private static func placed(_ name: Name) -> Name {
    var name = name
    name.other.removeAll { !isPlaced($0) }
    return name
  }

  private static func isPlaced(_ member: JSONMember) -> Bool {
    ["comma-suffix", "static-ordering", "parse-names"].contains(member.name)
  }
}
