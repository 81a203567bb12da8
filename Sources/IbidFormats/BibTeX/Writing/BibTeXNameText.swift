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
      return (part(name.literal) ?? part(name.given)).map { "{" + LaTeXEncoder.encoded(plain: $0) + "}" }
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
      last = LaTeXEncoder.encoded(plain: particle) + (joins ? "" : " ") + last
    }
    if let suffix { last += ", " + suffix }
    if let given { last += ", " + given }
    return last
  }

  /// A family name alone: one word as it is, several in braces.
  private static func whole(_ family: String) -> String {
    let isOneWord = !family.utf8.contains(0x20) && family.lowercased() != "others"
    return isOneWord ? braced(family) : "{" + LaTeXEncoder.encoded(plain: family) + "}"
  }

  /// A word that starts small before the last one would be taken for a particle.
  private static func familyText(_ family: String) -> String {
    let hasSmall =
      family.utf8.contains(0x20)
      && family.split(separator: " ").dropLast().contains { $0.first { $0.isLetter }?.isLowercase == true }
    return hasSmall ? "{" + LaTeXEncoder.encoded(plain: family) + "}" : braced(family)
  }

  /// A part of a name, in braces where BibTeX would take it apart.
  private static func braced(_ text: String) -> String {
    let encoded = LaTeXEncoder.encoded(plain: text)
    return isSafe(text) ? encoded : "{" + encoded + "}"
  }

  /// Neither a comma nor an `=` nor the word `and` stands in it.
  private static func isSafe(_ text: String) -> Bool {
    if text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "=") }) { return false }
    guard text.utf8.count > 2, text.utf8.contains(0x20) || text.utf8.count == 3 else { return true }
    return !text.lowercased().split(separator: " ").contains("and")
  }

  /// Initials as BibTeX tells them apart: `CL` and `C.L.` as `C. L.`; it abbreviates a word to its first letter.
  private static func spacedInitials(_ given: String) -> String {
    // Most names have small letters.
    if given.utf8.contains(where: { (97...122).contains($0) }) { return given }
    let letters = given.filter { $0 != "." }
    let isRun = given.count <= 4 && given.allSatisfy { $0.isLetter && $0.isUppercase }
    let isStopped =
      given.count == 2 * letters.count && letters.count > 1 && letters.allSatisfy { $0.isLetter && $0.isUppercase }
      && given.last == "."
    return isRun || isStopped ? letters.map { "\($0)." }.joined(separator: " ") : given
  }
}
