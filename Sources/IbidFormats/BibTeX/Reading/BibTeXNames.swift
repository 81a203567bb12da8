import IbidModel

/// Reads lists of names: `First von Last`, `von Last, First`, `von Last, Jr, First`, bodies in braces, and biblatex'
/// `family=…, given=…`.
///
/// Source: «Tame the BeaST» (Markey 2009), section 11; biblatex manual 3.19, section 3.4.
enum BibTeXNames {
  /// The names between `and`s, and whether the list ends with `others`.
  static func names(_ raw: ArraySlice<UInt8>) -> (names: [Name], isBrokenOff: Bool) {
    var names: [Name] = []
    var isBrokenOff = false
    for part in parts(of: withoutRemarks(raw)) {
      let part = trimmed(part)
      guard !part.isEmpty else { continue }
      if isOthers(part) {
        isBrokenOff = true
      } else if let name = name(part) {
        names.append(name)
      }
    }
    return (names, isBrokenOff)
  }

  /// Without what stands behind a per cent sign on its line, as people remark on names.
  private static func withoutRemarks(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard raw.contains(UInt8(ascii: "%")) else { return raw }
    var result: [UInt8] = []
    var isRemark = false
    for byte in raw {
      if byte == UInt8(ascii: "%"), result.last != UInt8(ascii: "\\") { isRemark = true }
      if byte == 0x0A || byte == 0x0D { isRemark = false }
      if !isRemark { result.append(byte) }
    }
    return result[...]
  }

  /// What stands between the words `and` outside of braces, escaped ones among them. Where those leave a brace open,
  /// as in `Thi\{'ebaux`, they are left out.
  private static func parts(of raw: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if let parts = balancedParts(of: raw) { return parts }
    var rest: [UInt8] = []
    for byte in raw {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), rest.last == UInt8(ascii: "\\") {
        rest.removeLast()
      } else {
        rest.append(byte)
      }
    }
    return balancedParts(of: rest[...]) ?? balancedParts(of: rest.filter { $0 != 0x7B && $0 != 0x7D }[...]) ?? [raw]
  }

  /// The parts; nil where a brace stays open.
  private static func balancedParts(of raw: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = raw.startIndex
    var place = raw.startIndex
    var isBehindBlank = true
    while place < raw.endIndex {
      let byte = raw[place]
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        let end = place + 3
        if depth == 0, isBehindBlank, end <= raw.endIndex, raw[place + 1] | 0x20 == UInt8(ascii: "n"),
          raw[place + 2] | 0x20 == UInt8(ascii: "d"), end == raw.endIndex || raw[end].isASCIISpace
        {
          parts.append(raw[start..<place])
          start = end
          place = end
          isBehindBlank = true
          continue
        }
      default: break
      }
      isBehindBlank = byte.isASCIISpace
      place += 1
    }
    guard depth == 0 else { return nil }
    parts.append(raw[start...])
    return parts
  }

  private static func isOthers(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.count < 12 else { return false }
    return ["others", "et al.", "et al", "et~al."].contains { part.elementsEqual($0.utf8) }
  }

  private static func name(_ part: ArraySlice<UInt8>) -> Name? {
    if part.first == UInt8(ascii: "{"), BibTeXValue.end(ofGroupAt: part.startIndex, in: part) == part.endIndex - 1 {
      let literal = BibTeXValue.plain(part)
      return literal.isEmpty ? nil : Name(literal: literal)
    }
    if part.contains(UInt8(ascii: "=")), let name = BibTeXExtendedName.name(part) { return name }
    var pieces = BibTeXValue.split(part, at: UInt8(ascii: ",")).map(words)
    while pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
    var name = Name()
    switch pieces.count {
    case 1: readInOrder(pieces[0], into: &name)
    case 2:
      readFamily(pieces[0], into: &name)
      name.given = joined(pieces[1])
    default:
      readFamily(pieces[0], into: &name)
      var (suffix, given) = (joined(pieces[1]), pieces[2...].compactMap { joined($0) }.joined(separator: ", "))
      // «Last, First, Jr» is as usual as it is wrong.
      if pieces.count == 3, isSuffix(pieces[2]), !isSuffix(pieces[1]) { (suffix, given) = (given, suffix ?? "") }
      name.suffix = suffix
      name.given = given.isEmpty ? nil : given
    }
    guard name.family != nil else {
      // «, First» has no other name.
      return name.given.map { Name(literal: $0) }
    }
    return name
  }

  /// `First von Last`
  private static func readInOrder(_ words: [Word], into name: inout Name) {
    var words = words[...]
    if words.count > 2, isSuffix([words[words.endIndex - 1]]) {
      name.suffix = words.removeLast().text
    }
    guard let last = words.indices.last else { return }
    let start = words[..<last].firstIndex(where: \.isLower)
    guard let start else {
      name.family = words[last].text
      name.given = joined(words[..<last])
      return
    }
    let end = words[..<last].lastIndex(where: \.isLower) ?? start
    name.given = joined(words[..<start])
    name.nonDroppingParticle = joined(words[start...end])
    name.family = joined(words[(end + 1)...])
  }

  /// `von Last`
  private static func readFamily(_ words: [Word], into name: inout Name) {
    guard let last = words.indices.last else { return }
    if let end = words[..<last].lastIndex(where: \.isLower) {
      name.nonDroppingParticle = joined(words[...end])
      name.family = joined(words[(end + 1)...])
    } else {
      name.family = joined(words[...])
    }
  }

  private static func isSuffix(_ words: [Word]) -> Bool {
    words.count == 1 && ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(words[0].text.lowercased())
  }

  // MARK: Words

  private struct Word {
    var text: String
    /// Whether its first letter outside of braces is small.
    var isLower: Bool
  }

  private static func joined(_ words: some Collection<Word>) -> String? {
    words.isEmpty ? nil : words.map(\.text).joined(separator: " ")
  }

  /// What stands between blanks and ties outside of braces.
  private static func words(_ raw: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    var depth = 0
    var start = raw.startIndex
    func end(at place: Int) {
      let text = raw[start..<place]
      guard !text.isEmpty else { return }
      let printed = BibTeXValue.plain(text)
      if !printed.isEmpty { words.append(Word(text: printed, isLower: isLower(text))) }
    }
    for place in raw.indices {
      let byte = raw[place]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      guard depth == 0, byte.isASCIISpace || byte == UInt8(ascii: "~") else { continue }
      // `\v c` and `\"~` are one.
      if place > start, byte == 0x20, raw[..<place].endsWithAccent { continue }
      end(at: place)
      start = place + 1
    }
    end(at: raw.endIndex)
    return words
  }

  /// The first letter decides; of a group only where it begins with a command, as `{\'e}` does.
  private static func isLower(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first.isASCIILetter { return first >= 97 }
    var place = word.startIndex
    while place < word.endIndex {
      let byte = word[place]
      if byte == UInt8(ascii: "{") {
        guard place + 1 < word.endIndex, word[place + 1] == UInt8(ascii: "\\") else { return false }
        return firstLetterIsLower(BibTeXValue.plain(word[place...]))
      }
      if byte == UInt8(ascii: "\\") { return firstLetterIsLower(BibTeXValue.plain(word[place...])) }
      if byte >= 0x80 { return firstLetterIsLower(String(decoding: word[place...], as: UTF8.self)) }
      if byte.isASCIILetter { return byte >= 97 }
      place += 1
    }
    return false
  }

  private static func firstLetterIsLower(_ text: String) -> Bool {
    text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = slice
    while slice.first?.isASCIISpace == true || slice.first == UInt8(ascii: "~") { slice = slice.dropFirst() }
    while slice.last?.isASCIISpace == true || slice.last == UInt8(ascii: "~") { slice = slice.dropLast() }
    return slice
  }
}

extension ArraySlice<UInt8> {
  /// Whether it ends with an accent's command that waits for its letter: `\v`, `\"`.
  fileprivate var endsWithAccent: Bool {
    guard count > 1, self[endIndex - 2] == UInt8(ascii: "\\") else { return false }
    return "vcukrHdbt'`^\"~=.".utf8.contains(self[endIndex - 1])
  }
}
