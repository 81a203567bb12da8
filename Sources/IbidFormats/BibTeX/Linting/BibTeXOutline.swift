/// The entries of a `.bib` file with the places of all parts, for the faults that reading mends unsaid.
struct BibTeXOutline {
  /// A field: its name in small letters, and its whole value with braces or quotation marks.
  struct Field {
    var name: String
    var place: Int
    var value: Range<Int>
    /// What stands between the outer braces or quotation marks; nil where the value is bare or joined.
    var inner: Range<Int>?
    /// Bare words, which are names of strings.
    var words: [Range<Int>] = []
  }

  struct Entry {
    var type: String
    var place: Int
    var key: Range<Int>
    var fields: [Field] = []
  }

  private(set) var entries: [Entry] = []
  private(set) var faults: [(rule: String, place: Int, message: String, comma: Int?)] = []
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      entry(at)
    }
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func space() { while let byte, byte <= 0x20 { index += 1 } }

  private mutating func name() -> Range<Int> {
    let start = index
    while let byte, byte > 0x20, !Self.marks.contains(byte) { index += 1 }
    return start..<index
  }

  private static let marks = Set("=,{}()\"#@".utf8)

  private func lowered(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).lowercased() }

  private mutating func entry(_ place: Int) {
    space()
    let type = lowered(name())
    space()
    guard !type.isEmpty, let open = byte, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return }
    index += 1
    if type == "comment" || type == "preamble" {
      if open == UInt8(ascii: "{") {
        index -= 1
        if braces() == nil { faults.append(("unbalanced-braces", place, "the block is not closed", nil)) }
      }
      return
    }
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    var entry = Entry(type: type, place: place, key: index..<index)
    defer { entries.append(entry) }
    if type != "string" {
      space()
      let start = index
      while let byte, byte != UInt8(ascii: ","), byte != close, byte != 0x0A, byte != UInt8(ascii: "=") { index += 1 }
      var end = index
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      entry.key = start..<end
      if byte == UInt8(ascii: ",") { index += 1 }
    }
    while true {
      space()
      guard let byte else {
        faults.append(("cut-off", place, "the file ends inside of this entry", nil))
        return
      }
      if byte == close {
        index += 1
        return
      }
      let name = name()
      space()
      guard !name.isEmpty, self.byte == UInt8(ascii: "=") else {
        faults.append(("unbalanced-braces", name.lowerBound, "neither a field nor the entry's end stands here", nil))
        return
      }
      index += 1
      guard let field = field(name) else { return }
      entry.fields.append(field)
      let end = index
      space()
      if self.byte == UInt8(ascii: ",") {
        index += 1
      } else if let next = self.byte, next != close {
        let isName = next > 0x20 && !Self.marks.contains(next)
        if isName { faults.append(("missing-comma", end, "no comma stands behind the field", end)) }
      }
    }
  }

  private mutating func field(_ name: Range<Int>) -> Field? {
    space()
    var field = Field(name: lowered(name), place: name.lowerBound, value: index..<index)
    var pieces = 0
    while true {
      space()
      pieces += 1
      let start = index
      switch byte {
      case UInt8(ascii: "{"):
        guard let range = braces() else {
          faults.append(("unbalanced-braces", start, "this brace is not closed before the next entry", nil))
          return nil
        }
        field.inner = range
      case UInt8(ascii: "\""):
        guard let range = quotes() else {
          faults.append(("unbalanced-braces", start, "this quotation mark is not closed before the next entry", nil))
          return nil
        }
        field.inner = range
      default:
        let word = self.name()
        if word.isEmpty {
          faults.append(("unbalanced-braces", start, "a value is missing", nil))
          return nil
        }
        field.words.append(word)
      }
      field.value = field.value.lowerBound..<index
      let end = index
      space()
      guard byte == UInt8(ascii: "#") else {
        index = end
        break
      }
      index += 1
    }
    if pieces > 1 { field.inner = nil }
    return field
  }

  private mutating func braces() -> Range<Int>? {
    let start = index + 1
    var depth = 0
    while let byte {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "@"), beginsLine { return nil }
      index += 1
      if depth == 0 { return start..<(index - 1) }
    }
    return nil
  }

  private mutating func quotes() -> Range<Int>? {
    index += 1
    let start = index
    var depth = 0
    while let byte {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "@"), beginsLine { return nil }
      index += 1
      if byte == UInt8(ascii: "\""), depth <= 0 { return start..<(index - 1) }
    }
    return nil
  }

  private var beginsLine: Bool { index == 0 || bytes[index - 1] == 0x0A }
}
