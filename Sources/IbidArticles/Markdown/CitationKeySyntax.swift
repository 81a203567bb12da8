import IbidModel
import IbidText

/// What may follow an `@` as a citation key.
///
/// Source: pandoc's manual, «Citation syntax»; Quarto's and pandoc-crossref's manuals, «Cross-references».
extension PandocCitation {
  /// The key that starts behind the `@` at `index`, and the offset behind it; nil where none does, and where what
  /// follows names a figure, table, equation or section of the article itself.
  func key(at index: Int, to end: Int) -> (key: Range<Int>, end: Int)? {
    guard index < end, text[index] == UInt8(ascii: "@") else { return nil }
    let found =
      index + 1 < end && text[index + 1] == UInt8(ascii: "{") ? bracedKey(index + 2, end) : bareKey(index + 1, end)
    guard let found, !isCrossReference(found.key) else { return nil }
    return found
  }

  /// `@{https://example.org/a?b=c}`: anything without braces and backslashes, which `@{\extracolsep{1em}}` of a LaTeX
  /// table has.
  private func bracedKey(_ start: Int, _ end: Int) -> (key: Range<Int>, end: Int)? {
    guard let close = (start..<min(end, start + 300)).first(where: { text[$0] == UInt8(ascii: "}") }),
      close > start, !text[start].isASCIISpace, !text[close - 1].isASCIISpace,
      text[start..<close].allSatisfy({ $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{") }),
      text[start..<close].contains(where: { $0.isASCIILetter || $0.isASCIIDigit })
    else { return nil }
    return (start..<close, close + 1)
  }

  /// Letters, digits and `_`, with single punctuation marks between them; a second mark ends the key, but for the `//` of
  /// an address and what stands in an identifier, and so does a tag.
  private func bareKey(_ start: Int, _ end: Int) -> (key: Range<Int>, end: Int)? {
    var stop = start
    var depth = 0
    while stop < end {
      if let length = keyLetter(at: stop, to: end) {
        stop += length
      } else if stop > start, isInner(text[stop]) {
        if text[stop] == UInt8(ascii: "<"), isTag(stop, end) || stop + 1 < end && text[stop + 1] == UInt8(ascii: "/") {
          break
        }
        let mayFollow = isIdentifier(start) ? "/:?=" : "/"
        let isSlash = ":/".utf8.contains(text[stop - 1]) || isIdentifier(start)
        if isInner(text[stop - 1]), !isSlash || !mayFollow.utf8.contains(text[stop]) { break }
        stop += 1
      } else if stop > start + 4, "()=".utf8.contains(text[stop]), isIdentifier(start) {
        // DOIs and addresses hold parentheses.
        depth += text[stop] == UInt8(ascii: "(") ? 1 : text[stop] == UInt8(ascii: ")") ? -1 : 0
        if depth < 0 { break }
        stop += 1
      } else {
        break
      }
    }
    while stop > start, isInner(text[stop - 1]) || text[stop - 1] == UInt8(ascii: "(") { stop -= 1 }
    return stop > start ? (start..<stop, stop) : nil
  }

  /// Whether `<br>`, `<sup class="x">` or the like stands at `open`: a name that begins with a letter, and no colon up to
  /// the end, which identifiers of articles have.
  private func isTag(_ open: Int, _ end: Int) -> Bool {
    guard open + 1 < end, text[open + 1].isASCIILetter else { return false }
    var index = open + 1
    while index < end, text[index].isASCIILetter || text[index].isASCIIDigit { index += 1 }
    guard index < end else { return false }
    if text[index] == UInt8(ascii: ">") { return true }
    guard text[index].isASCIISpace || text[index] == UInt8(ascii: "/") else { return false }
    return text[index..<min(end, index + 300)].contains(UInt8(ascii: ">"))
  }

  private func isInner(_ byte: UInt8) -> Bool { ":.#$%&-+?<>~/".utf8.contains(byte) }

  private func isIdentifier(_ start: Int) -> Bool {
    text[start...].starts(with: "doi:".utf8) || text[start...].starts(with: "url:".utf8)
  }

  /// The bytes of the letter, digit, accent or `_` at `index`; nil where anything else stands there.
  private func keyLetter(at index: Int, to end: Int) -> Int? {
    let byte = text[index]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") ? 1 : nil }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, index + length <= end,
      let scalar = String(decoding: text[index..<index + length], as: UTF8.self).unicodeScalars.first
    else { return nil }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
      ? length : nil
  }

  private func isCrossReference(_ key: Range<Int>) -> Bool {
    guard let mark = text[key].firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }),
      mark + 1 < key.upperBound
    else { return false }
    let kind = String(decoding: Array(text[key.lowerBound..<mark]).loweredASCII, as: UTF8.self)
    return (text[mark] == UInt8(ascii: "-") ? Self.quartoKinds : Self.crossrefKinds).contains(kind)
  }

  private static let quartoKinds: Set<String> = [
    "fig", "tbl", "tab", "eq", "sec", "lst", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr", "sol", "rem",
    "alg",
    "tip", "nte", "wrn", "imp", "cau", "apx", "suppfig", "supptbl",
  ]
  private static let crossrefKinds: Set<String> = [
    "fig", "tbl", "tab", "table", "eq", "eqn", "sec", "lst", "thm", "lem", "alg", "suppfig", "supptbl",
  ]
}
