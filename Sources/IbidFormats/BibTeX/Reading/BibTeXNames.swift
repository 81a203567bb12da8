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
    let isPlain = BibTeXValue.isPlain(part)
    if isPlain, let name = plainName(part) { return name }
    var pieces = BibTeXValue.split(part, at: UInt8(ascii: ",")).map { Words($0, isPlain: isPlain) }
    while pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
    var name = Name()
    switch pieces.count {
    case 1:
      // «Simon {and} Schuster», «Simon \& Schuster»: no person's name holds two.
      if !isPlain, let text = pieces[0].text, text.contains(" and ") || text.contains(" & ") {
        return Name(literal: text)
      }
      readInOrder(pieces[0], into: &name)
    case 2 where pieces[1].isSuffix && pieces[0].count > 1:
      // «Frank Shipman, III»
      readInOrder(pieces[0], into: &name)
      if name.suffix == nil { name.suffix = pieces[1].text }
    case 2:
      readFamily(pieces[0], into: &name)
      name.given = pieces[1].text
    default:
      readFamily(pieces[0], into: &name)
      var (suffix, given) = (pieces[1].text, pieces[2...].compactMap(\.text).joined(separator: ", "))
      // «Last, First, Jr» is as usual as it is wrong.
      if pieces.count == 3, pieces[2].isSuffix, !pieces[1].isSuffix { (suffix, given) = (given, suffix ?? "") }
      name.suffix = suffix
      name.given = given.isEmpty ? nil : given
    }
    // The writer parts initials, too; those without a stop are left as they are.
    if let given = name.given, given.utf8.last == UInt8(ascii: ".") {
      name.given = BibTeXNameText.spacedInitials(given)
    }
    guard name.family != nil else {
      // «, First» has no other name.
      return name.given.map { Name(literal: $0) }
    }
    return name
  }

  /// `First von Last`
  private static func readInOrder(_ all: Words, into name: inout Name) {
    var words = all
    if words.count > 2, words.suffix(from: words.count - 1).isSuffix {
      name.suffix = words.suffix(from: words.count - 1).text
      words = words.prefix(words.count - 1)
    }
    guard words.count > 0 else { return }
    let last = words.count - 1
    guard let small = words.smallWords(before: last) else {
      name.family = words.suffix(from: last).text
      name.given = words.prefix(last).text
      return
    }
    name.given = words.prefix(small.lowerBound).text
    name.nonDroppingParticle = words.prefix(small.upperBound).suffix(from: small.lowerBound).text
    name.family = words.suffix(from: small.upperBound).text
  }

  /// `von Last`
  private static func readFamily(_ words: Words, into name: inout Name) {
    let end = words.smallWords(before: words.count - 1)?.upperBound ?? 0
    name.nonDroppingParticle = words.prefix(end).text
    name.family = words.suffix(from: end).text
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = slice
    while slice.first?.isASCIISpace == true || slice.first == UInt8(ascii: "~") { slice = slice.dropFirst() }
    while slice.last?.isASCIISpace == true || slice.last == UInt8(ascii: "~") { slice = slice.dropLast() }
    return slice
  }
}
