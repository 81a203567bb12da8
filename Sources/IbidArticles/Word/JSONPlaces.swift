import IbidModel

/// Where the members of a JSON object stand, so that one value can be changed and all else stays as it was written.
struct JSONPlaces {
  private(set) var members: [(name: String, value: Range<Int>)] = []
  /// Behind the opening brace.
  let start: Int

  /// The object that starts at `offset`; nil where none does.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return nil }
    start = offset + 1
    var index = Self.blanks(bytes, offset + 1)
    while index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      var reader = JSONReader(bytes, offset: index)
      guard let name = try? reader.readValue().text, reader.readIfNext(UInt8(ascii: ":")) else { return nil }
      let value = Self.blanks(bytes, reader.offset)
      guard let end = Self.end(bytes, value) else { return nil }
      members.append((name, value..<end))
      index = Self.blanks(bytes, end)
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index = Self.blanks(bytes, index + 1)
    }
  }

  subscript(name: String) -> Range<Int>? { members.last { $0.name == name }?.value }

  /// The change that gives a member this value, adding it where it is missing.
  func change(_ name: String, to value: String) -> (range: Range<Int>, text: [UInt8]) {
    if let range = self[name] { return (range, Array(value.utf8)) }
    let comma = members.isEmpty ? "" : ","
    return (start..<start, Array("\"\(name)\":\(value)\(comma)".utf8))
  }

  private static func blanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
    return index
  }

  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if "{[\"".utf8.contains(bytes[start]) { return JSONReader.end(ofValueAt: start, in: bytes) }
    return bytes[start...].firstIndex { ",}]".utf8.contains($0) || $0.isASCIISpace }
  }
}
