/// Values of any depth; a reader of JSON caps it at 256.
extension JSONLine {
  /// Any value, whose own lines stand at `level`.
  mutating func write(_ value: JSONValue, level: Int = 0) {
    switch value {
    case .null: append("null")
    case .bool(let flag): if flag { append("true") } else { append("false") }
    case .number(let spelling): append(raw: spelling)
    case .string(let text): write(text)
    case .array(let elements) where elements.isEmpty: append("[]")
    case .object(let members) where members.isEmpty: append("{}")
    case .array(let elements):
      let isOnOneLine = writer.layout == .compact || Self.lengthOnOneLine(elements) != nil
      append("[")
      for index in elements.indices {
        if index > 0 { append(",") }
        if !isOnOneLine { breakLine(level: level + 1) } else if index > 0, writer.layout == .pretty { append(" ") }
        write(elements[index], level: level + 1)
      }
      if !isOnOneLine { breakLine(level: level) }
      append("]")
    case .object(let members):
      append("{")
      for index in members.indices {
        if index > 0 { append(",") }
        if writer.layout == .pretty { breakLine(level: level + 1) }
        write(members[index].name)
        if writer.layout == .pretty { append(": ") } else { append(":") }
        write(members[index].value, level: level + 1)
      }
      if writer.layout == .pretty { breakLine(level: level) }
      append("}")
    }
  }

  private mutating func breakLine(level: Int) {
    var blanks = 2 * level
    // A line break and as many blanks as there are in the text are appended at once.
    let first = min(blanks, Self.lineBreak.utf8CodeUnitCount - 1)
    append(Self.lineBreak.utf8Start, 1 + first)
    blanks -= first
    while blanks > 0 {
      append(" ")
      blanks -= 1
    }
  }

  private static let lineBreak: StaticString = "\n                        "

  /// The length of an array of a few numbers and strings, or of such arrays, on one line, as people write them:
  /// `[[2022, 7, 6]]`; nil where it is none, or longer than 80 bytes.
  private static func lengthOnOneLine(_ elements: [JSONValue]) -> Int? {
    guard elements.count <= 16 else { return nil }
    var length = 2 * max(1, elements.count)
    for element in elements {
      switch element {
      case .object: return nil
      case .array(let inner):
        guard let inside = lengthOnOneLine(inner) else { return nil }
        length += inside
      case .number(let spelling): length += spelling.utf8.count
      case .string, .null, .bool: length += JSONWriter.text(of: element).utf8.count
      }
      guard length <= 80 else { return nil }
    }
    return length
  }
}
