internal import IbidModel
internal import IbidText

/// The words of a title as they are compared: numbers as digits, Greek letters by their names, without articles.
enum TitleWords {
  /// The words of a text in lower case.
  static func words(of text: Substring) -> [String] {
    var words: [String] = []
    let all = SearchKey.words(of: String(text))
    for (index, word) in all.enumerated() {
      let before = index > 0 ? all[index - 1] : ""
      if let number = numbers[word] ?? (parts.contains(before) ? letters[word] : nil) {
        words.append(number)
      } else if left.contains(word), word != "a" || !lettered.contains(before) {
        continue
      } else if !word.utf8.allSatisfy({ $0 < 0x80 }) {
        words.append(spellingGreek(word))
      } else {
        words.append(word)
      }
    }
    // `A` is a title.
    return words.isEmpty ? all : words
  }

  /// Whether a word says too little to tell two works apart.
  static func isWeak(_ word: String) -> Bool {
    word.utf8.count < 3 && !word.utf8.contains(where: \.isASCIIDigit) || weak.contains(word)
  }

  /// Greek letters beside Latin ones or alone are signs; Greek words are left as they are.
  private static func spellingGreek(_ word: String) -> String {
    let scalars = word.unicodeScalars
    guard scalars.count(where: { greek[$0] != nil }) == 1 || scalars.contains(where: \.isASCII) else { return word }
    return scalars.map { greek[$0] ?? String($0) }.joined()
  }

  private static let left: Set<String> = ["the", "a", "an", "and"]

  private static let weak: Set<String> = [
    "for", "with", "from", "into", "are", "was", "were", "its", "their", "der", "die", "das", "und", "des", "dem",
    "den",
    "les", "los", "las", "del", "von", "between", "among", "during", "after", "before", "using", "versus", "via",
    "based", "study", "that", "than", "this", "these", "than",
  ]

  /// Whether a word says that a number or letter behind it numbers a part of a whole.
  static func numbersParts(_ word: String) -> Bool { parts.contains(word) }

  private static let parts: Set<String> = [
    "part", "parts", "teil", "partie", "parte", "chapter", "section", "volume", "series",
  ]

  /// Words behind which a letter tells one thing from another.
  private static let lettered: Set<String> = [
    "hepatitis", "vitamin", "type", "group", "class", "grade", "protein", "factor", "phase", "influenza", "stage",
    "study", "experiment", "toxin", "category", "typ", "gruppe", "klasse", "cohort", "model", "appendix", "subtype",
    "immunoglobulin", "streptococcus", "virus", "serotype", "genotype",
  ]

  private static let letters: [String: String] = [
    "v": "5", "x": "10", "a": "1", "b": "2", "c": "3", "d": "4", "e": "5", "f": "6", "g": "7", "h": "8",
  ]

  private static let numbers: [String: String] = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "i": "1", "ii": "2", "iii": "3", "iv": "4",
    "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
  ]

  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
  ]

  /// Whether a word is the name of a Greek letter, which a database may have lost.
  static func isGreekLetter(_ word: String) -> Bool { greekNames.contains(word) }

  private static let greekNames = Set(greek.values)
}
