internal import IbidModel
internal import IbidText

/// Writes names as `von Last, Jr, First`, and bodies in braces.
enum BibTeXNameText {
  /// The name; nil where it says nothing. An empty part is none.
  static func text(_ name: Name) -> String? {
    func part(_ text: String?) -> String? {
      text.flatMap { $0.utf8.contains { !$0.isASCIISpace } ? $0 : nil }
    }
    guard let family = part(name.family) else {
      return (part(name.literal) ?? part(name.given)).map { "{" + encoded($0) + "}" }
    }
    let hasParticles = name.droppingParticle != nil || name.nonDroppingParticle != nil
    let particles = hasParticles ? [name.droppingParticle, name.nonDroppingParticle].compactMap(part) : []
    let suffix = part(name.suffix).map(braced)
    let given = part(name.given).map { braced(spacedInitials($0)) }
    // Without a comma behind it a name of several words would be taken apart.
    let isAlone = given == nil && suffix == nil
    var last = particles.isEmpty && isAlone ? whole(family) : familyText(family)
    for particle in particles.reversed() {
      // «al-» and «d’» stand directly before the family name.
      let joins = particle.unicodeScalars.last.map { "-'’".unicodeScalars.contains($0) } ?? false
      last = encoded(particle) + (joins ? "" : " ") + last
    }
    if let suffix { last += ", " + suffix }
    if let given { last += ", " + given }
    return last
  }

  /// As text, with a blank for each that LaTeX would not break at or would make narrow: its commands part a name.
  private static func encoded(_ text: String) -> String {
    LaTeXEncoder.encoded(plain: text.utf8.allSatisfy { $0 < 0x80 } ? text : withPlainBlanks(text))
  }

  /// With a plain blank for each of another kind.
  static func withPlainBlanks(_ text: String) -> String {
    let isSpecial: (Unicode.Scalar) -> Bool = { $0 == "\u{A0}" || $0 == "\u{2009}" || $0 == "\u{202F}" }
    guard text.unicodeScalars.contains(where: isSpecial) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(isSpecial(scalar) ? " " : scalar) }
    return String(plain)
  }

  /// A family name alone: one word as it is, several in braces.
  private static func whole(_ family: String) -> String {
    let encoded = Self.encoded(family)
    let isOneWord = words(of: encoded).count == 1 && encoded.lowercased() != "others"
    return isOneWord && isSafe(encoded) ? encoded : "{" + encoded + "}"
  }

  /// A word that starts small before the last one would be taken for a particle; the name of a command is one, too.
  private static func familyText(_ family: String) -> String {
    let encoded = Self.encoded(family)
    guard isSafe(encoded) else { return "{" + encoded + "}" }
    guard encoded.utf8.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "~") || $0 >= 0x80 }) else { return encoded }
    let hasSmall = words(of: encoded).dropLast().contains { word in
      word.first { $0.properties.isCased }?.properties.isLowercase == true
    }
    return hasSmall ? "{" + encoded + "}" : encoded
  }

  /// A part of a name, in braces where BibTeX would take it apart.
  private static func braced(_ text: String) -> String {
    let encoded = Self.encoded(text)
    return isSafe(encoded) ? encoded : "{" + encoded + "}"
  }

  /// Neither a comma, that of a narrow blank `\,` included, nor an `=` nor the word `and` stands in it.
  static func isSafe(_ encoded: String) -> Bool {
    if encoded.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "=") }) { return false }
    guard encoded.utf8.count > 2, encoded.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "d") }) else { return true }
    if encoded.utf8.allSatisfy({ $0 < 0x80 }) { return !hasAnd(encoded.utf8) }
    return !words(of: encoded).contains { String($0).lowercased() == "and" }
  }

  /// Whether the word stands between blanks of a text of ASCII.
  private static func hasAnd(_ text: String.UTF8View) -> Bool {
    // The letters of it that stand behind the last blank; nil where others do.
    var letters: Int? = 0
    for byte in text {
      switch (letters, byte | 0x20) {
      case (3, _) where byte.isASCIISpace || byte == UInt8(ascii: "~"): return true
      case _ where byte.isASCIISpace || byte == UInt8(ascii: "~"): letters = 0
      case (0, UInt8(ascii: "a")): letters = 1
      case (1, UInt8(ascii: "n")): letters = 2
      case (2, UInt8(ascii: "d")): letters = 3
      default: letters = nil
      }
    }
    return letters == 3
  }

  /// What stands between blanks; of Unicode's blanks some readers know all.
  private static func words(of encoded: String) -> [Substring.UnicodeScalarView] {
    encoded.unicodeScalars.split { $0 == "~" || $0.properties.isWhitespace }
  }

  /// Initials as BibTeX tells them apart: `CL` and `C.L.` as `C. L.`; it abbreviates a word to its first letter.
  static func spacedInitials(_ given: String) -> String {
    // Most names have small letters.
    if given.utf8.contains(where: { (97...122).contains($0) }) { return given }
    // «III» is no row of initials.
    if given.utf8.allSatisfy({ $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") }), given.utf8.count > 1 {
      return given
    }
    if given.utf8.allSatisfy({ $0 < 0x80 }) { return spacedASCIIInitials(given) }
    let letters = given.filter { $0 != "." }
    let isRun = given.count <= 4 && given.allSatisfy { $0.isLetter && $0.isUppercase }
    let isStopped =
      given.count == 2 * letters.count && letters.count > 1 && letters.allSatisfy { $0.isLetter && $0.isUppercase }
      && given.last == "."
    return isRun || isStopped ? letters.map { "\($0)." }.joined(separator: " ") : given
  }

  private static func spacedASCIIInitials(_ given: String) -> String {
    var letters: [UInt8] = []
    for byte in given.utf8 where byte != UInt8(ascii: ".") {
      guard byte.isASCIILetter else { return given }
      letters.append(byte)
    }
    let stops = given.utf8.count - letters.count
    guard stops == 0 ? letters.count <= 4 : stops == letters.count && stops > 1 && given.utf8.last == UInt8(ascii: ".")
    else { return given }
    let spaced = letters.map { [$0, UInt8(ascii: ".")] }.joined(separator: [0x20])
    return String(decoding: Array(spaced), as: UTF8.self)
  }
}
