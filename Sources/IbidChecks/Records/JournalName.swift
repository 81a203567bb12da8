import IbidText

/// Journals' names, full or abbreviated.
enum JournalName {
  /// Whether two names may be one journal's: equal but for case, accents and punctuation, or one an abbreviation of
  /// the other (`Br J Sports Med`, `British Journal of Sports Medicine`; `JAMA Netw Open`, `JAMA network open`).
  static func areSame(_ left: String, _ right: String) -> Bool {
    if isAcronym(left, of: right) || isAcronym(right, of: left) { return true }
    let (left, right) = (significantWords(of: left), significantWords(of: right))
    return left == right || isAbbreviation(left, of: right) || isAbbreviation(right, of: left)
  }

  /// `NEJM` of `The New England Journal of Medicine`: the first letters of its words, small words counted or not.
  private static func isAcronym(_ short: String, of long: String) -> Bool {
    let letters = SearchKey.folded(start(of: short) { $0 != "(" })
    guard (2...8).contains(letters.count), !letters.contains(" ") else { return false }
    let all = SearchKey.words(of: start(of: long) { $0 != "(" })
    guard all.count > 1 else { return false }
    return [all, significantWords(of: long)].contains { words in String(words.compactMap(\.first)) == letters }
  }

  private static func isAbbreviation(_ short: [String], of long: [String]) -> Bool {
    !short.isEmpty && short.count == long.count
      && zip(short, long).allSatisfy { short, long in
        // `Natl` for `National`: the first letter, and the others in their order.
        short.first == long.first && isSubsequence(short, of: long)
      }
  }

  private static func isSubsequence(_ short: String, of long: String) -> Bool {
    var rest = long[...]
    for character in short {
      guard let index = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: index)...]
    }
    return true
  }

  /// The words that count: no articles and prepositions, nothing in parentheses, no subtitle.
  private static func significantWords(of name: String) -> [String] {
    SearchKey.words(of: start(of: name) { $0 != "(" && $0 != ":" && $0 != "=" }).filter { !smallWords.contains($0) }
  }

  private static let smallWords: Set<String> = [
    "of", "the", "and", "in", "for", "on", "de", "la", "des", "der", "und", "et", "a", "an",
  ]

  private static func start(of name: String, while goesOn: (Unicode.Scalar) -> Bool) -> String {
    String(name.unicodeScalars.prefix(while: goesOn))
  }
}
