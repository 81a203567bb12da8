internal import IbidModel
internal import IbidText

/// One of a work's authors as names are compared: by their words, as databases part names differently.
struct ComparedAuthor {
  /// The words of the name that are no initials and no particles; of a family name of particles alone, those.
  let words: [String]
  /// The first letters of all words but the first of `words`, a bit a letter of a to z.
  let initials: UInt32
  /// Whether it is a body.
  let isBody: Bool

  /// The author as a record writes the name.
  init(_ name: Name) {
    let family = SearchKey.words(of: name.familyOrLiteral)
    let given = SearchKey.words(of: name.given ?? "")
    let isGroup = (family + given).contains(where: Self.bodies.contains)
    isBody = isGroup || name.family == nil && family.count > 4
    var words = family.filter { $0.utf8.count > 1 && !Self.particles.contains($0) }
    if words.isEmpty { words = family }
    var initials: UInt32 = 0
    let isInOnePiece = name.family == nil
    for word in isInOnePiece ? family : given where !Self.particles.contains(word) {
      // `JP` and `Th` are letters of two names.
      let letters =
        word.utf8.count <= 4 && Self.isInCapitals(word, in: name.given) ? Array(word.utf8) : Array(word.utf8.prefix(1))
      for letter in letters where letter.isASCIILetter { initials |= 1 << UInt32(letter - UInt8(ascii: "a")) }
      if !isInOnePiece, word.utf8.count > 3, !Self.particles.contains(word) { words.append(word) }
    }
    self.words = words.map { SpelledOutLetters.joined($0) ?? $0 }
    self.initials = initials
  }

  private static func isInCapitals(_ word: String, in given: String?) -> Bool {
    given.map { $0.contains(word.uppercased()) } ?? false
  }

  /// Whether the two can be one person.
  func isSame(as other: ComparedAuthor) -> Bool {
    words.contains { word in other.words.contains { Self.isSame(word, $0) } }
  }

  /// Whether their initials say that they are two.
  func hasOtherInitials(than other: ComparedAuthor) -> Bool {
    initials != 0 && other.initials != 0 && initials & other.initials == 0
  }

  private static func isSame(_ word: String, _ other: String) -> Bool {
    if word == other { return true }
    let shorter = min(word.utf8.count, other.utf8.count)
    guard shorter >= 4 else { return false }
    if word.hasPrefix(other) || other.hasPrefix(word) { return true }
    return shorter >= 5 && EditDistance.isWithin(1, word, other)
  }

  private static let particles: Set<String> = [
    "van", "de", "der", "den", "von", "la", "le", "di", "del", "da", "dos", "do", "el", "al", "bin", "ter", "ten", "du",
    "des", "della", "jr", "sr", "ii", "iii", "iv", "zu", "zur", "vom", "af", "av", "mc", "st",
  ]

  private static let bodies: Set<String> = [
    "group", "investigators", "consortium", "collaboration", "collaborative", "collaborators", "committee", "network",
    "society", "association", "team", "organization", "organisation", "institute", "university", "council", "anonymous",
    "trialists", "authors", "listed", "initiative", "centre", "center", "department", "study",
  ]
}
