import IbidModel

extension BibTeXBlockParser {
  /// All fields up to the closing brace or parenthesis, or to where the entry breaks off.
  mutating func fields(until close: UInt8, isEntry: Bool) throws(BibTeXNeedsMore) -> [Field] {
    var fields: [Field] = []
    var names: Set<String> = []
    while true {
      try skipBetweenFields()
      guard let byte = try byte() else {
        let message = "the file ends inside of the entry; what was read of it is kept"
        faults.append(.init(place: index, message: message, kind: .cutOff))
        return fields
      }
      if byte == close || byte == UInt8(ascii: "}") {
        index += 1
        // A parenthesis closes what one has opened, and a stray brace ends nothing.
        guard byte == close else { continue }
        guard isEntry, try fieldFollows() else { return fields }
        faults.append(.init(place: index - 1, message: "a brace too many stands here", kind: .closedEarly))
        continue
      }
      if byte == UInt8(ascii: "@"), try self.isEntry(at: index) {
        faults.append(.init(place: index, message: "the entry is not closed before the next one", kind: .notClosed))
        return fields
      }
      guard Self.isNameByte(byte) else {
        // What is no name is left out, a value with its braces as a whole.
        let message = "a field's name was expected; “\(Self.printed(byte))” is left out"
        faults.append(.init(place: index, message: message, kind: .strayByte))
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") { _ = try value(close) } else { index += 1 }
        if nextEntry != nil { return fields }
        continue
      }
      guard let field = try field(until: close) else {
        if nextEntry != nil { return fields }
        continue
      }
      // An entry has a dozen fields; what has thousands must not be searched through for each.
      if fields.count == 64 { names = Set(fields.map(\.name)) }
      let isKnown = fields.count < 64 ? fields.contains { $0.name == field.name } : !names.insert(field.name).inserted
      if isEntry, isKnown {
        faults.append(.init(place: index, message: "the field “\(field.name)” is given twice; the first one counts"))
      } else {
        fields.append(field)
      }
      if let nextEntry {
        index = nextEntry
        return fields
      }
    }
  }

  /// Whether a comma and a field stand behind what closes the entry: then it was no end.
  private mutating func fieldFollows() throws(BibTeXNeedsMore) -> Bool {
    let end = index
    defer { index = end }
    try skipSpace()
    guard try byte() == UInt8(ascii: ",") else { return false }
    index += 1
    try skipSpace()
    let start = index
    while let byte = try byte(), byte.isASCIILetter || byte == UInt8(ascii: "-") { index += 1 }
    guard index > start else { return false }
    try skipSpace()
    return try byte() == UInt8(ascii: "=")
  }

  private static func printed(_ byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "byte \(byte)"
  }

  /// White space, commas, and remarks behind a per cent sign, as biber knows them.
  private mutating func skipBetweenFields() throws(BibTeXNeedsMore) {
    while let byte = try byte() {
      if byte.isASCIISpace || byte == UInt8(ascii: ",") {
        index += 1
      } else if byte == UInt8(ascii: "%") {
        while let byte = try self.byte(), byte != 0x0A, byte != 0x0D { index += 1 }
      } else {
        return
      }
    }
  }

  /// `name = value`; nil where no value follows.
  private mutating func field(until close: UInt8) throws(BibTeXNeedsMore) -> Field? {
    let start = index
    while let byte = try byte(), Self.isNameByte(byte) { index += 1 }
    let name = lowered(start..<index)
    try skipSpace()
    guard try byte() == UInt8(ascii: "=") else {
      faults.append(.init(place: start, message: "no “=” stands behind “\(name)”; it is left out", kind: .noEquals))
      return nil
    }
    index += 1
    places?.begin()
    guard let (range, isMade) = try value(close) else {
      faults.append(.init(place: start, message: "the field “\(name)” has no value", kind: .noValue))
      return nil
    }
    places?.add(field: name, at: start, end: index)
    if nextEntry == nil {
      try skipSpace()
      if let next = try byte(), next != UInt8(ascii: ","), next != close, next != UInt8(ascii: "}"),
        Self.isNameByte(next)
      {
        faults.append(
          .init(place: index, message: "no comma stands behind the field “\(name)”", kind: .missingComma))
      }
    }
    return Field(name: name, range: range, isMade: isMade)
  }

  /// Pieces joined by `#`: in braces, in quotation marks, numbers, names of strings.
  private mutating func value(_ close: UInt8) throws(BibTeXNeedsMore) -> (Range<Int>, isMade: Bool)? {
    var whole: (range: Range<Int>, isMade: Bool)?
    while true {
      try skipSpace()
      guard let piece = try piece(close) else { return whole }
      if let before = whole, before.isMade,
        before.range.upperBound == (piece.isMade ? piece.range.lowerBound : made.count)
      {
        // What is put together already grows at its end.
        if !piece.isMade { made += bytes[piece.range] }
        whole = (before.range.lowerBound..<made.count, true)
      } else if let before = whole {
        let start = made.count
        made += before.isMade ? made[before.range] : bytes[before.range]
        made += piece.isMade ? made[piece.range] : bytes[piece.range]
        whole = (start..<made.count, true)
      } else {
        whole = piece
      }
      if nextEntry != nil { return whole }
      let end = index
      try skipSpace()
      guard try byte() == UInt8(ascii: "#") else {
        index = end
        return whole
      }
      index += 1
    }
  }

  private mutating func piece(_ close: UInt8) throws(BibTeXNeedsMore) -> (range: Range<Int>, isMade: Bool)? {
    guard let byte = try byte() else { return nil }
    switch byte {
    case UInt8(ascii: "{"):
      let range = try braced()
      places?.add(.braces, range)
      return (range, false)
    case UInt8(ascii: "\""):
      let range = try quoted(close)
      places?.add(.quotes, range)
      return (range, false)
    case UInt8(ascii: ","), close, UInt8(ascii: "}"): return nil
    default:
      let start = index
      let value = try bare(close)
      places?.add(.none, start..<index)
      return value
    }
  }

  /// A number, a string's name, or words that lack their braces.
  private mutating func bare(_ close: UInt8) throws(BibTeXNeedsMore) -> (range: Range<Int>, isMade: Bool) {
    let start = index
    while let byte = try byte(), byte != UInt8(ascii: ","), byte != close, byte != UInt8(ascii: "}"),
      byte != UInt8(ascii: "#"), !byte.isASCIISpace
    {
      index += 1
    }
    // A lone sign that is none of these ends no loop.
    if index == start { index += 1 }
    let end = index
    if let rest = try endOfWords(close) {
      index = rest
      return (start..<rest, false)
    }
    index = end
    guard bytes[start..<end].contains(where: { !$0.isASCIIDigit }) else { return (start..<end, false) }
    let name = lowered(start..<end)
    guard let value = strings[name] else {
      if !Self.months.contains(name) { unknownStrings.append((text(start..<end), start)) }
      return (start..<end, false)
    }
    let place = made.count
    guard made.count + value.count <= Self.mostMade else {
      faults.append(
        .init(
          place: start,
          message: "the strings that are put in grow beyond \(Self.mostMade >> 10) kB; “\(name)” is left out",
          kind: .other))
      return (place..<place, true)
    }
    made += value
    return (place..<made.count, true)
  }

  /// Where words end that stand behind a bare one on its line, before a comma; nil where none do.
  private mutating func endOfWords(_ close: UInt8) throws(BibTeXNeedsMore) -> Int? {
    let start = index
    defer { index = start }
    var end = index
    while let byte = try byte() {
      switch byte {
      case UInt8(ascii: ","), 0x0A, 0x0D, UInt8(ascii: "}"), close: return end > start ? end : nil
      case UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "\""): return nil
      default:
        index += 1
        if !byte.isASCIISpace { end = index }
      }
      if index - start > 1000 { return nil }
    }
    return end > start ? end : nil
  }

  /// Bytes of strings that a block may hold: strings of strings double with each.
  private static let mostMade = 1 << 16

  /// The months' names, which every style defines.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
