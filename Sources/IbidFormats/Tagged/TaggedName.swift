import IbidModel
import IbidScan

/// Names as tagged formats write them: `Klasson, Carritt L., Jr.`, `Klasson CL`, and bodies.
///
/// Source: Research Information Systems, «RIS Format Specifications», tag AU; EndNote's manual, «Corporate Authors».
enum TaggedName {
  /// The name of a value, and whether `text(of:)` gives this value back. A name without a comma is family name and
  /// initials where it ends in initials, else one piece. A comma at the end, or two in a row, mark a body.
  static func name(_ value: String) -> (name: Name, isExact: Bool) {
    var value = value
    let commas = value.withUTF8 { utf8 in utf8.indices.filter { utf8[$0] == UInt8(ascii: ",") } }
    guard let first = commas.first else {
      let name = withoutComma(value)
      return (name, text(of: name) == value)
    }
    let bytes = Array(value.utf8)
    let isDoubled = first + 1 < bytes.count && bytes[first + 1] == UInt8(ascii: ",")
    if commas.count == 1, first == bytes.count - 1 || isDoubled {
      return (Name(literal: String(decoding: bytes[..<first], as: UTF8.self).trimmedASCII), true)
    }
    if isDoubled, !bytes[(first + 2)...].allSatisfy({ $0 == UInt8(ascii: ",") || $0.isASCIISpace }) {
      let name = Name(literal: String(decoding: bytes[...first] + bytes[(first + 2)...], as: UTF8.self))
      return (name, text(of: name) == value)
    }
    func part(_ range: Range<Int>) -> String? {
      let range = bytes.trimmedASCII(range)
      return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }
    var name = Name(family: part(0..<first), given: part(first + 1..<(commas.count > 1 ? commas[1] : bytes.count)))
    if commas.count > 1 {
      name.suffix = part(commas[1] + 1..<bytes.count)
      if let given = name.given, let rest = name.suffix, isSuffix(given) { (name.given, name.suffix) = (rest, given) }
    }
    if name.family == nil { name = Name(literal: part(first + 1..<bytes.count) ?? value) }
    return (name, text(of: name) == value)
  }

  /// The comma of `Family, Given`: the only one, with one blank behind it; nil of every other form.
  static func plainComma(of value: Span<UInt8>) -> Int? {
    guard let comma = value.offset(of: UInt8(ascii: ",")), comma > 0, comma + 2 < value.count,
      value.offset(of: UInt8(ascii: ","), from: comma + 1) == nil, value.offset(of: UInt8(ascii: "\n")) == nil,
      value[comma - 1] != 0x20, value[comma + 1] == 0x20, !value[comma + 2].isASCIISpace
    else { return nil }
    return comma
  }

  /// What stands behind the last name of a list that is broken off.
  static let etAl = "et al."

  /// Whether what was read as a name says that the list is broken off.
  static func isEtAl(_ name: Name) -> Bool {
    guard name.given == nil, let text = name.literal ?? name.family, text.utf8.count < 12 else { return false }
    return isEtAl(text)
  }

  /// Whether a text says that a list of names is broken off.
  static func isEtAl(_ text: String) -> Bool {
    ["et al.", "et al", "et. al.", "et al..", "others", "and others"].contains(text.lowercased())
  }

  /// How a name is written; `name(_:)` reads it again.
  static func text(of name: Name) -> String {
    guard name.family != nil || name.given != nil else { return literalText(name.literal ?? "") }
    let family = joined(name.nonDroppingParticle, name.family)
    let given = joined(name.given, name.droppingParticle)
    func clean(_ part: String) -> String {
      guard part.utf8.contains(UInt8(ascii: ",")) else { return part }
      return String(decoding: part.utf8.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
    }
    switch (given.isEmpty, name.suffix) {
    case (true, nil): return family.utf8.contains(0x20) ? clean(family) + "," : clean(family)
    case (false, nil): return clean(family) + ", " + clean(given)
    case (_, let suffix?): return clean(family) + ", " + clean(given) + ", " + suffix
    }
  }

  private static func joined(_ first: String?, _ second: String?) -> String {
    guard let first else { return second ?? "" }
    return second.map { first + " " + $0 } ?? first
  }

  private static func literalText(_ literal: String) -> String {
    if let comma = literal.utf8.firstIndex(of: UInt8(ascii: ",")) { return literal[..<comma] + "," + literal[comma...] }
    return withoutComma(literal).literal == nil ? literal + "," : literal
  }

  private static func withoutComma(_ value: String) -> Name {
    var words = value.split(separator: " ")
    guard words.count > 1 else { return Name(family: value) }
    let suffix = words.count > 2 && isSuffix(words[words.count - 1]) ? words.removeLast() : nil
    var given: [Substring] = []
    while words.count > 1, let last = words.last, isInitials(last), given.joined().utf8.count < 8 {
      given.insert(words.removeLast(), at: 0)
    }
    // More than two words without a particle are a body's: «Pain Research Network UK».
    guard !given.isEmpty, words.count <= 2 || particles.contains(words[0].lowercased()) else {
      return Name(literal: value)
    }
    return Name(
      family: words.joined(separator: " "), given: given.joined(separator: " "), suffix: suffix.map(String.init))
  }

  private static let particles: Set<String> = [
    "van", "von", "vom", "de", "del", "della", "der", "den", "di", "da", "dal", "do", "dos", "du", "des", "la", "le",
    "el",
    "al", "ten", "ter", "zu", "st", "st.", "bin", "ben", "abu",
  ]

  private static func isSuffix(_ word: some StringProtocol) -> Bool {
    ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "2nd", "3rd", "4th"].contains(String(word))
  }

  /// `W.`, `CL`, `J.-P.`: three capitals at most, or with points four.
  private static func isInitials(_ word: Substring) -> Bool {
    var letters = 0
    var stops = 0
    for scalar in word.unicodeScalars {
      switch scalar {
      case ".", "-": stops += 1
      default:
        guard scalar.properties.isUppercase else { return false }
        letters += 1
      }
    }
    return letters > 0 && letters <= (stops > 0 ? 4 : 3)
  }
}
