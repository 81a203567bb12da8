internal import IbidModel

/// Whether two words are one word, spelled in two ways.
package enum WordSpelling {
  /// Whether two words are one, but for a slip, an ending or another country's spelling.
  package static func isSame(_ word: String, _ other: String) -> Bool {
    if word == other { return true }
    let shorter = min(word.utf8.count, other.utf8.count)
    guard shorter >= 5, word.utf8.first == other.utf8.first, !word.utf8.contains(where: \.isASCIIDigit),
      !other.utf8.contains(where: \.isASCIIDigit)
    else { return false }
    return EditDistance.isWithin(shorter >= 9 ? 2 : 1, word, other) && !areOpposites(word, other)
  }

  /// Whether two words begin with what makes opposites of them: `hypertension`, `hypotension`.
  package static func areOpposites(_ word: String, _ other: String) -> Bool {
    opposites.contains { one, two in
      word.hasPrefix(one) && other.hasPrefix(two) || word.hasPrefix(two) && other.hasPrefix(one)
    }
  }

  private static let opposites = [
    ("hyper", "hypo"), ("inter", "intra"), ("pre", "post"), ("pre", "peri"), ("intra", "extra"), ("macro", "micro"),
    ("under", "over"), ("in", "ex"), ("im", "ex"), ("ad", "ab"), ("anti", "ante"), ("endo", "exo"), ("endo", "ecto"),
  ]
}
