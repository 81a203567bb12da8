import IbidModel

extension NameList {
  /// `van den Berg, R. Jr`: the family's piece, and that of the given names.
  static func inverted(_ family: NamePiece, _ given: NamePiece, _ bytes: [UInt8]) -> Name {
    var name = Name()
    setFamily(of: &name, family.words[...].filter { !$0.isSuffix }[...], bytes)
    var givenWords = given.words[...]
    if let last = givenWords.last, last.isSuffix, givenWords.count > 1 {
      name.suffix = text(givenWords.suffix(1), bytes)
      givenWords = givenWords.dropLast()
    } else if let last = family.words.last, last.isSuffix, family.words.count > 1 {
      name.suffix = text(family.words.suffix(1), bytes)
    }
    // «Kaa, D.J. van de»: a particle behind the initials belongs before the family.
    let particles = givenWords.reversed().prefix { $0.isLower }.count
    if particles > 0, particles < givenWords.count {
      name.droppingParticle = text(givenWords.suffix(particles), bytes)
      givenWords = givenWords.dropLast(particles)
    }
    name.given = givenWords.isEmpty ? nil : text(givenWords, bytes)
    return name
  }

  /// A name in one piece, in a list of NLM's manner or not: `Saragiotto BT`, `B. T. Saragiotto`, `Ben Cormack`, `Cormack`.
  static func single(_ piece: NamePiece, _ bytes: [UInt8], isMedline: Bool = false) -> Name {
    var words = piece.words[...]
    var name = Name()
    if words.count > 1, let last = words.last, last.isSuffix {
      name.suffix = text(words.suffix(1), bytes)
      words = words.dropLast()
    }
    // «RYAN P B»
    if words.count > 2, piece.isInitialsOnly, let first = words.first, first.letters > 1, !first.hasStop,
      words.dropFirst().allSatisfy({ $0.letters == 1 && !$0.hasStop })
    {
      setFamily(of: &name, words.prefix(1), bytes)
      name.given = text(words.dropFirst(), bytes)
      return name
    }
    // «WE O» and «Welch Ra» in a list of NLM's are a family name and initials too.
    if words.count == 2, let first = words.first, let last = words.last,
      piece.isInitialsOnly
        ? first.letters > 1 && !first.hasStop
        : isMedline && last.letters <= 2 && !last.isInitials && !last.isLower && !first.isInitials
    {
      setFamily(of: &name, words.prefix(1), bytes)
      name.given = text(words.suffix(1), bytes)
      return name
    }
    // «M. NUTZ», «A. J. VAN DER EB», «YAO H. H.» beside names in capitals.
    if words.count > 1, piece.isInitialsOnly || piece.isAllUpper, let family = familyInCapitals(words) {
      setFamily(of: &name, words[family], bytes)
      let isFirst = family.lowerBound == words.startIndex
      name.given = text(isFirst ? words[family.upperBound...] : words[..<family.lowerBound], bytes)
      return name
    }
    // «SILVA SOLÍS Juan»
    let capitals = words.prefix { $0.isAllUpper && !$0.isInitials && $0.letters > 2 }
    if !capitals.isEmpty, capitals.count < words.count, words[capitals.endIndex...].allSatisfy({ !$0.isAllUpper }),
      words[capitals.endIndex...].allSatisfy({ $0.startsUpper && !$0.isParticle })
    {
      setFamily(of: &name, capitals, bytes)
      name.given = text(words[capitals.endIndex...], bytes)
      return name
    }
    if words.count == 1 || piece.isInitialsOnly {
      let alone = text(words, bytes)
      return words.count == 1 && !piece.isInitialsOnly && words.first?.isAllUpper == false
        ? Name(family: alone) : Name(literal: alone)
    }
    let trailing = words.reversed().prefix { $0.isLower }.count
    let core = words.dropLast(trailing)
    if let last = core.last, last.isInitials, core.first?.isInitials == false || core.count == 2 {
      // NLM's order; «Erika M. Hoerning» ends with no initials and is not meant.
      var family = core
      while family.count > 1, family.last?.isInitials == true { family.removeLast() }
      name.given = text(core.dropFirst(family.count), bytes)
      // «Figgie III HE»
      if family.count > 1, let last = family.last, last.isSuffix {
        name.suffix = text(family.suffix(1), bytes)
        family.removeLast()
      }
      setFamily(of: &name, family, bytes)
      if trailing > 0 { name.droppingParticle = text(words.suffix(trailing), bytes) }
      return name
    }
    var start = words.endIndex - 1
    if words.count > 2, words[start].classes.contains(.familyEnd), !words[start - 1].isInitials { start -= 1 }
    while start > words.startIndex + 1, words[start - 1].isParticle { start -= 1 }
    // «B.G. de Oliveira Maia»: what follows initials with a particle is the family.
    let leading = words.prefix { $0.isInitials }.count
    let behind = words.dropFirst(leading)
    if leading > 0,
      behind.first?.isParticle == true
        // «R. Nunes da Fonseca», «N.A. Villa Nova»
        || behind.contains(where: { ["da", "do", "dos", "das", "de", "del", "van"].contains($0.key) })
        || behind.count == 2 && words.prefix(leading).reduce(0, { $0 + $1.letters }) > 1
    {
      start = min(start, words.startIndex + leading)
    }
    setFamily(of: &name, words[start...], bytes)
    name.given = text(words[..<start], bytes)
    return name
  }

  /// The words without full stops of a name in capitals, before or behind its initials; nil where they are mixed.
  private static func familyInCapitals(_ words: ArraySlice<NamePiece.Word>) -> Range<Int>? {
    let isFirst = words.first?.hasStop == false
    let run = words.prefix { $0.hasStop != isFirst }
    guard run.count < words.count, words[run.endIndex...].allSatisfy({ $0.hasStop == isFirst }) else { return nil }
    let family = isFirst ? run : words[run.endIndex...]
    // Initials without full stops are no family: «DOE AB C.»
    guard family.allSatisfy({ $0.letters > 1 }),
      isFirst || family.count == 1 || family.contains(where: { !$0.isInitials })
        || family.first?.isParticle == true || family.first.map({ $0.classes.contains(.particle) }) == true
    else { return nil }
    return family.startIndex..<family.endIndex
  }

  private static func setFamily(of name: inout Name, _ words: ArraySlice<NamePiece.Word>, _ bytes: [UInt8]) {
    let particles = words.prefix { $0.isLower || $0.classes.contains(.familyParticle) }.count
    if particles > 0, particles < words.count {
      name.nonDroppingParticle = text(words.prefix(particles), bytes)
      name.family = familyText(words.dropFirst(particles), bytes)
    } else {
      name.family = familyText(words, bytes)
    }
  }

  /// A family name without a full stop at its end: what ends the list is no part of it.
  private static func familyText(_ words: ArraySlice<NamePiece.Word>, _ bytes: [UInt8]) -> String {
    var text = text(words, bytes)
    while text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }

  static func text(_ words: ArraySlice<NamePiece.Word>, _ bytes: [UInt8]) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return trimmed(bytes, first.range.lowerBound..<last.range.upperBound)
  }

  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for byte in bytes[range] {
      if byte.isASCIISpace {
        if text.last != 0x20 { text.append(0x20) }
      } else if byte == 0xA0, text.last == 0xC2 {
        // A no-break space.
        text[text.count - 1] = 0x20
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
