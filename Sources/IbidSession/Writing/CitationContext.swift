import IbidModel

/// A citation that somebody is about to write: what he has typed of it, and what will stand around it.
package struct CitationContext: Sendable, Hashable {
  /// What is being written.
  package enum Kind: Sendable, Hashable {
    /// The key of a record.
    case key
    /// The label of a note.
    case note
  }

  package let kind: Kind
  /// What was typed so far, which the completion replaces.
  package let range: Range<Int>
  package let query: String
  /// What is missing behind it: `]` where nothing closes it yet.
  package let closing: String

  /// The citation at an offset of a text in this format; nil where none is being written.
  package init?(at offset: Int, in text: EditedText, format: String) {
    let line = text.contents(ofLine: text.line(at: offset))
    guard line.contains(offset) || line.upperBound == offset else { return nil }
    let start = max(line.lowerBound, offset - 400)
    let before = text.bytes[start..<offset]
    guard let found = Self.opening(in: before, format: format) else { return nil }
    kind = found.kind
    range = found.start..<offset
    query = text.text(range)
    let rest = text.bytes[offset..<line.upperBound].drop { Self.isKeyByte($0) }
    closing = found.closing.isEmpty || rest.starts(with: found.closing.utf8) ? "" : found.closing
  }

  private struct Opening {
    var kind: Kind
    var start: Int
    var closing: String
  }

  private static func opening(in before: ArraySlice<UInt8>, format: String) -> Opening? {
    switch format {
    case "latex": return command(in: before)
    case "html", "jats":
      for sign in ["rid=\"", "href=\"#"] {
        if let start = behind(sign, in: before, unless: UInt8(ascii: "\"")) {
          return Opening(kind: .note, start: start, closing: "\"")
        }
      }
      return nil
    case "rst":
      if let start = behind(":`", in: before, unless: UInt8(ascii: "`")) {
        return Opening(kind: .key, start: start, closing: "`")
      }
      return behind("[", in: before, unless: UInt8(ascii: "]")).map { Opening(kind: .note, start: $0, closing: "]_") }
    case "asciidoc":
      return behind("cite:[", in: before, unless: UInt8(ascii: "]")).map {
        Opening(kind: .key, start: afterComma($0, before), closing: "]")
      }
    case "org":
      if let start = behind("[fn:", in: before, unless: UInt8(ascii: "]")) {
        return Opening(kind: .note, start: start, closing: "]")
      }
      return at(in: before, opens: "[")
    case "plain-text":
      return behind("[", in: before, unless: UInt8(ascii: "]")).map { Opening(kind: .note, start: $0, closing: "]") }
    default:
      if let start = behind("[^", in: before, unless: UInt8(ascii: "]")) {
        return Opening(kind: .note, start: start, closing: "]")
      }
      if let at = at(in: before, opens: "[") { return at }
      // A number in brackets, not a link's words.
      guard let start = behind("[", in: before, unless: UInt8(ascii: "]")),
        before[start...].allSatisfy({ $0.isASCIIDigit })
      else {
        return nil
      }
      return Opening(kind: .note, start: start, closing: "]")
    }
  }

  /// The place behind the last `sign`, where no `end` stands behind it.
  private static func behind(_ sign: String, in bytes: ArraySlice<UInt8>, unless end: UInt8) -> Int? {
    let sign = Array(sign.utf8)
    var place = bytes.endIndex - sign.count
    while place >= bytes.startIndex, !bytes[place...].starts(with: sign) { place -= 1 }
    let start = place + sign.count
    guard place >= bytes.startIndex, !bytes[start...].contains(end) else { return nil }
    return start
  }

  private static func afterComma(_ start: Int, _ bytes: ArraySlice<UInt8>) -> Int {
    let comma = bytes[start...].lastIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    var place = comma.map { $0 + 1 } ?? start
    while place < bytes.endIndex, bytes[place] == 0x20 { place += 1 }
    return place
  }

  /// `@`, which no word stands before; within a bracket what is typed may hold blanks, as a title does.
  private static func at(in bytes: ArraySlice<UInt8>, opens bracket: String) -> Opening? {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    if at > bytes.startIndex, bytes[at - 1].isASCIILetter || bytes[at - 1].isASCIIDigit { return nil }
    let open = behind(bracket, in: bytes[..<at], unless: UInt8(ascii: "]"))
    let typed = bytes[(at + 1)...]
    let isInBracket = open != nil
    guard typed.allSatisfy({ isKeyByte($0) || isInBracket && $0 == 0x20 }) else { return nil }
    return Opening(kind: .key, start: at + 1, closing: isInBracket ? "]" : "")
  }

  /// `\cite{`, `\parencite[12]{one,`, and their likes.
  private static func command(in bytes: ArraySlice<UInt8>) -> Opening? {
    guard let brace = behind("{", in: bytes, unless: UInt8(ascii: "}")) else { return nil }
    var end = brace - 1
    while end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: "]"),
      let open = bytes[..<end].lastIndex(of: UInt8(ascii: "["))
    {
      end = open
    }
    let name = bytes[..<end].split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false).last ?? []
    guard name.endIndex == end, name.startIndex > bytes.startIndex,
      name.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "*") }),
      String(decoding: name, as: UTF8.self).lowercased().contains("cite")
    else { return nil }
    return Opening(kind: .key, start: afterComma(brace, bytes), closing: "}")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || "_:.#$%&-+?<>~/".utf8.contains(byte)
  }
}
