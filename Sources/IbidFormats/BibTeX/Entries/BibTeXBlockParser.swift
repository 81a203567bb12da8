import IbidModel

/// Reads one block of a `.bib` file, as BibTeX and biber do; what they reject it mends.
///
/// Source: «BibTeXing» (Patashnik 1988), section 2; btparse's `bt_language`.
struct BibTeXBlockParser {
  let bytes: [UInt8]
  /// Whether nothing follows these bytes.
  let isWhole: Bool
  let strings: [String: [UInt8]]
  /// Bytes that a remark may have.
  var longestRemark = Int.max
  var index: Int
  var faults: [BibTeXBlock.Fault] = []
  /// Values that are put together of pieces.
  var made: [UInt8] = []
  /// Names of strings that nothing is known of.
  var unknownStrings: [(name: String, place: Int)] = []
  /// Where the entry's parts stand; nil where nobody asks.
  var places: BibTeXPlaces?
  /// Where an entry begins that this one has run into.
  var nextEntry: Int?

  /// A field, with its value in the file's bytes or in `made`.
  struct Field {
    var name: String
    var range: Range<Int>
    var isMade: Bool
  }

  /// The block whose `@` stands at `index`; nil where none begins there.
  mutating func block(at line: Int) throws(BibTeXNeedsMore) -> BibTeXBlock? {
    let start = index
    index += 1
    try skipSpace()
    let nameStart = index
    while let byte = try byte(), byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") { index += 1 }
    let type = lowered(nameStart..<index)
    guard !type.isEmpty, !bytes[nameStart].isASCIIDigit else { return nil }
    let nameEnd = index
    try skipSpace()
    guard let open = try byte(), open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      return type == "comment" ? BibTeXBlock(content: .nothing, end: nameEnd) : nil
    }
    index += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment", "preamble": return try remark(from: start, behind: nameEnd, close)
    case "string": return try definitions(close)
    default: return try entry(type, from: start, line, close)
    }
  }

  /// `@comment{…}`: all up to the brace that closes it. Where none does, only the word is a remark.
  private mutating func remark(
    from start: Int, behind name: Int, _ close: UInt8
  ) throws(BibTeXNeedsMore) -> BibTeXBlock {
    var depth = 0
    while let byte = try byte() {
      if byte == close, depth == 0 {
        index += 1
        return BibTeXBlock(content: .remark(String(decoding: bytes[start..<index], as: UTF8.self)), end: index)
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      if index - start > longestRemark { break }
      if byte == 0x0A || byte == 0x0D, index - start > Self.longestOpenRemark, try isEntry(at: index + 1) { break }
      index += 1
    }
    hasOpenRemark = true
    return BibTeXBlock(content: .nothing, end: name)
  }

  /// Whether the remark had no end.
  private(set) var hasOpenRemark = false

  /// A remark that is still open behind so many bytes when an entry begins has lost its brace.
  private static let longestOpenRemark = 1 << 16

  /// `@string{name = value}`, or several of them between commas.
  private mutating func definitions(_ close: UInt8) throws(BibTeXNeedsMore) -> BibTeXBlock {
    let fields = try fields(until: close, isEntry: false)
    let values = fields.map { field in
      (field.name, Array(field.isMade ? made[field.range] : bytes[field.range]))
    }
    return BibTeXBlock(content: .strings(values), end: index, faults: faults)
  }

  private mutating func entry(
    _ type: String, from start: Int, _ line: Int, _ close: UInt8
  ) throws(BibTeXNeedsMore) -> BibTeXBlock {
    try skipSpace()
    let key = try key(until: close)
    let found = try fields(until: close, isEntry: true)
    var entry = BibTeXEntry(type: type, key: key, line: line)
    entry.text.reserveCapacity(index - start + made.count)
    entry.text += bytes[start..<index]
    entry.text += made
    entry.fields.reserveCapacity(found.count)
    let offset = index - start
    for field in found {
      let shift = field.isMade ? offset : -start
      let range = (field.range.lowerBound + shift)..<(field.range.upperBound + shift)
      entry.fields.append(BibTeXEntry.Field(name: field.name, range: range))
    }
    return BibTeXBlock(content: .entry(entry), end: index, faults: faults)
  }

  /// The key before the first comma; empty where fields begin at once, as some programs write.
  private mutating func key(until close: UInt8) throws(BibTeXNeedsMore) -> String {
    let start = index
    var end = index
    defer { places?.key = start..<end }
    while let byte = try byte() {
      switch byte {
      case UInt8(ascii: ","):
        let key = text(start..<end)
        index += 1
        return key
      case close, UInt8(ascii: "}"): return text(start..<end)
      case UInt8(ascii: "=") where try isField(start..<end):
        index = start
        return ""
      case 0x0A, 0x0D:
        // The comma behind the key is missing.
        index += 1
        try skipSpace()
        guard let next = try self.byte(), next != UInt8(ascii: ","), next != close else { continue }
        let place = index
        while let byte = try self.byte(), Self.isNameByte(byte) { index += 1 }
        let isName = index > place
        try skipSpace()
        let isFollowed = try self.byte() == UInt8(ascii: "=")
        if isName, isFollowed {
          let isKeyless = start == end
          index = place
          if !isKeyless {
            faults.append(.init(place: place, message: "no comma stands behind the key", kind: .missingComma))
          }
          return text(start..<end)
        }
        index = place
        if try isEntry(at: place) { return text(start..<end) }
      default:
        index += 1
        if !byte.isASCIISpace { end = index }
      }
    }
    return text(start..<end)
  }

  /// Whether what stands before a `=` is a field's name, with a value behind it.
  private mutating func isField(_ name: Range<Int>) throws(BibTeXNeedsMore) -> Bool {
    let place = index
    defer { index = place }
    guard !name.isEmpty, bytes[name].allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "-") }) else { return false }
    index += 1
    try skipSpace()
    guard let next = try byte() else { return false }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "\"")
  }

  // MARK: Bytes

  /// The byte at `index`; nil at the end of the file.
  @inline(__always)
  func byte() throws(BibTeXNeedsMore) -> UInt8? {
    if index < bytes.count { return bytes[index] }
    if isWhole { return nil }
    throw BibTeXNeedsMore()
  }

  mutating func skipSpace() throws(BibTeXNeedsMore) {
    while let byte = try byte(), byte.isASCIISpace { index += 1 }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func lowered(_ range: Range<Int>) -> String {
    if !bytes[range].contains(where: { $0 >= 65 && $0 <= 90 }) { return String(decoding: bytes[range], as: UTF8.self) }
    return String(decoding: bytes[range].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "'"):
      false
    default: byte > 0x20
    }
  }
}
