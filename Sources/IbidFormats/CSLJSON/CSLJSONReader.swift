package import IbidModel

/// Reads CSL-JSON: an array of items, one item, an object whose `items` are an array (Zotero's and Better BibTeX'
/// exports), or JSON Lines.
package struct CSLJSONReader: ~Copyable {
  private var problems: [RecordProblem] = []
  private var values = JSONValues()
  private let path: String
  private var count = 0

  private init(path: String) { self.path = path }

  /// Gives all items of an input to `each`, in their order, in memory for one of them. An element that is no item is
  /// rejected with its line; where the JSON itself breaks off, what stands before is kept.
  ///
  /// - Returns: what could not be read.
  /// - Throws: what `each` throws.
  package static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = CSLJSONReader(path: input.path)
    do {
      try reader.readAll(of: &input, each)
    } catch let error as JSONError {
      reader.problems.append(
        RecordProblem(
          outcome: .brokenOff, path: input.path, line: reader.values.line,
          message: "\(error.reason); what stands before is kept"))
    }
    var summary = ReadingSummary(problems: reader.problems)
    summary.add(breakOffOf: input, line: reader.values.line)
    return summary
  }

  /// Reads all items of bytes in memory: for tests and small files.
  package static func items(in bytes: [UInt8], path: String = "-") -> (items: [Item], problems: [RecordProblem]) {
    var items: [Item] = []
    guard var input = try? ByteInput.memory(bytes, path: path) else { return ([], []) }
    let summary = try? read(&input) { items.append($0) }
    return (items, summary?.problems ?? [])
  }

  /// Whether the first bytes of a file look like CSL-JSON: a `[` or `{`, and one of CSL's members.
  package static func recognizes(_ prefix: [UInt8]) -> Bool {
    let text = prefix.prefix(1 << 16).trimmedASCII
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < text.count, text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "{") else { return false }
    return text.dropFirst(start + 1).allSatisfy { $0.isASCIISpace || $0 == UInt8(ascii: "]") }
      || ["\"type\"", "\"items\"", "\"id\"", "\"title\"", "\"DOI\"", "\"itemType\""].contains {
        text.firstOffset(of: $0) != nil
      }
  }

  private mutating func readAll(of input: inout ByteInput, _ each: (Item) throws -> Void) throws {
    if values.readIfNext(UInt8(ascii: "["), from: &input) { return try readElements(of: &input, each) }
    while values.next(from: &input) != nil {
      let line = values.line
      let value = try values.readValue(from: &input)
      for item in Self.items(in: value) ?? [value] { try give(item, line: line, each) }
    }
  }

  /// The items that an object wraps: Crossref's `message`, else the first list of objects with a type or title, as
  /// Zotero's and Better BibTeX' `items` and pandoc's `references` are; nil where the object is an item itself.
  private static func items(in value: JSONValue) -> [JSONValue]? {
    if let message = value["message"], !message.members.isEmpty { return items(in: message) ?? [message] }
    guard value["type"] == nil, value["title"] == nil, value["itemType"] == nil, value["data"]?["itemType"] == nil
    else {
      return nil
    }
    let isList = { (member: JSONMember) in
      guard case .array(let elements) = member.value else { return false }
      let first = elements.first
      return ["items", "references"].contains(member.name)
        || ["type", "title", "itemType", "data"].contains { first?[$0] != nil }
    }
    return value.members.first(where: isList)?.value.elements
  }

  private mutating func readElements(of input: inout ByteInput, _ each: (Item) throws -> Void) throws {
    if values.readIfNext(UInt8(ascii: "]"), from: &input) { return }
    repeat {
      _ = values.next(from: &input)
      let line = values.line
      try give(try values.readValue(from: &input), line: line, each)
    } while values.readIfNext(UInt8(ascii: ","), from: &input)
    guard values.readIfNext(UInt8(ascii: "]"), from: &input), values.next(from: &input) == nil else {
      throw JSONError(reason: "«,» or «]» should stand here", offset: 0)
    }
  }

  private mutating func give(_ value: JSONValue, line: Int, _ each: (Item) throws -> Void) throws {
    count += 1
    guard let intake = CSLJSONIntake(value) else {
      problems.append(
        RecordProblem(
          outcome: .rejected, path: path, line: line, record: value["id"]?.text,
          message: "element \(count) is no CSL item: it has neither a type nor a title"))
      return
    }
    for message in intake.problems {
      problems.append(
        RecordProblem(
          outcome: .kept, path: path, line: line, record: intake.item.id.isEmpty ? nil : intake.item.id,
          message: message))
    }
    try each(intake.item)
  }
}
