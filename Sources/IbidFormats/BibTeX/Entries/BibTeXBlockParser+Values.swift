import IbidModel

extension BibTeXBlockParser {
  /// What stands between braces that match. Where they do not before the next entry, the value ends where a line does
  /// behind a closing brace, or at the end of its first line.
  mutating func braced() throws(BibTeXNeedsMore) -> Range<Int> {
    let start = index + 1
    for countsEscaped in [true, false] {
      guard let end = try endOfBraced(from: start, countsEscaped: countsEscaped) else { continue }
      index = end + 1
      return start..<end
    }
    return try mended(from: start, closedBy: UInt8(ascii: "}"))
  }

  private mutating func endOfBraced(from start: Int, countsEscaped: Bool) throws(BibTeXNeedsMore) -> Int? {
    var depth = 0
    index = start
    while let byte = try byte() {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 { return index }
        depth -= 1
      // One that ends the file has nothing behind it.
      case UInt8(ascii: "\\") where !countsEscaped && index + 1 < bytes.count: index += 1
      case 0x0A, 0x0D:
        if try isEntry(at: index + 1) { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// What stands between quotation marks outside of braces.
  mutating func quoted(_ close: UInt8) throws(BibTeXNeedsMore) -> Range<Int> {
    let start = index + 1
    var depth = 0
    index = start
    scan: while let byte = try byte() {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\"") where depth == 0:
        // A quotation inside of a quotation: what follows a mark that closes is a comma, a brace or the next piece.
        guard try closesQuoted(close) else {
          places?.innerQuotes.append(index)
          break
        }
        defer { index += 1 }
        return start..<index
      case 0x0A, 0x0D:
        if try isEntry(at: index + 1) { break scan }
      default: break
      }
      index += 1
    }
    return try mended(from: start, closedBy: UInt8(ascii: "\""))
  }

  /// Whether the quotation mark at `index` is the last: a comma, a sign of joining, the entry's end or a field follows.
  private mutating func closesQuoted(_ close: UInt8) throws(BibTeXNeedsMore) -> Bool {
    let mark = index
    defer { index = mark }
    index += 1
    let isApart = try byte().map(\.isASCIISpace) ?? true
    try skipSpace()
    guard let next = try byte() else { return true }
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "#") || next == close || next == UInt8(ascii: "}") {
      return true
    }
    guard isApart else { return false }
    // The comma is missing.
    let start = index
    while let byte = try byte(), Self.isNameByte(byte) { index += 1 }
    guard index > start else { return true }
    try skipSpace()
    return try byte() == UInt8(ascii: "=")
  }

  /// A value that does not close: up to the line before the next field, else to the first `closer` at a line's end, else
  /// its first line.
  private mutating func mended(from start: Int, closedBy closer: UInt8) throws(BibTeXNeedsMore) -> Range<Int> {
    let limit = index
    var firstLine: Int?
    var closed: Int?
    for place in start..<limit {
      let byte = bytes[place]
      if byte == 0x0A || byte == 0x0D {
        if firstLine == nil { firstLine = place }
        guard isField(behind: place, limit) else { continue }
        faults.append(
          .init(place: start, message: "a value is not closed; it ends before the next field", kind: .unclosedValue))
        index = place
        return start..<endOfValue(start..<place, closer)
      }
      if byte == closer, closed == nil, endsLine(behind: place, limit) { closed = place }
    }
    if let closed {
      faults.append(
        .init(place: start, message: "a value's braces do not match; it is cut at its line's end", kind: .unclosedValue)
      )
      index = closed + 1
      return start..<closed
    }
    faults.append(
      .init(
        place: start, message: "a value is not closed; what follows its first line is left out", kind: .unclosedValue))
    index = limit
    nextEntry = limit < bytes.count ? limit + 1 : limit
    return start..<(firstLine ?? limit)
  }

  /// Whether the line behind a line break begins with `name =`.
  private func isField(behind lineBreak: Int, _ limit: Int) -> Bool {
    var place = lineBreak + 1
    while place < limit, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    let start = place
    while place < limit, bytes[place].isASCIILetter || bytes[place] == UInt8(ascii: "-") { place += 1 }
    guard place > start else { return false }
    while place < limit, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place < limit && bytes[place] == UInt8(ascii: "=")
  }

  /// The end of a value without the comma behind it, and without its closing sign.
  private func endOfValue(_ value: Range<Int>, _ closer: UInt8) -> Int {
    var end = bytes.endOfTextASCII(value)
    if end > value.lowerBound, bytes[end - 1] == UInt8(ascii: ",") {
      end = bytes.endOfTextASCII(value.lowerBound..<end - 1)
    }
    if end > value.lowerBound, bytes[end - 1] == closer { end -= 1 }
    return end
  }

  private func endsLine(behind place: Int, _ limit: Int) -> Bool {
    var next = place + 1
    if next < limit, bytes[next] == UInt8(ascii: ",") { next += 1 }
    while next < limit, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next < limit && (bytes[next] == 0x0A || bytes[next] == 0x0D)
  }

  /// Whether an entry begins at the line that starts at `start`: `@type{key,`, and nothing but blanks before.
  func isEntry(at start: Int) throws(BibTeXNeedsMore) -> Bool {
    var place = start
    func next() throws(BibTeXNeedsMore) -> UInt8? {
      if place < bytes.count { return bytes[place] }
      if isWhole { return nil }
      throw BibTeXNeedsMore()
    }
    while let byte = try next(), byte == 0x20 || byte == 0x09 { place += 1 }
    guard try next() == UInt8(ascii: "@") else { return false }
    place += 1
    let nameStart = place
    while let byte = try next(), byte.isASCIILetter { place += 1 }
    guard place > nameStart, place - nameStart < 40 else { return false }
    let name = lowered(nameStart..<place)
    while let byte = try next(), byte.isASCIISpace { place += 1 }
    guard let open = try next(), open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return false }
    if name == "string" || name == "preamble" || name == "comment" { return true }
    place += 1
    let limit = place + 300
    while place < limit, let byte = try next() {
      switch byte {
      case UInt8(ascii: ","): return true
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), 0x0A, 0x0D: return false
      default: place += 1
      }
    }
    return false
  }
}
