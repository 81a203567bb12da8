import IbidModel
import IbidText

/// The words of a text that carry its meaning, by their first letters: no small words, no numbers, no words of direction.
struct ContentWords {
  /// The words' beginnings, each once.
  let stems: Set<String>

  init(_ text: String) {
    stems = Set(
      SearchKey.words(of: text).filter { word in
        word.utf8.count > 2 && !Self.small.contains(word) && Direction(word: word) == nil
          && !word.utf8.contains { $0.isASCIIDigit }
      }.map(Self.stem))
  }

  /// The share of these words that another text has.
  func share(in other: ContentWords) -> Double {
    stems.isEmpty ? 0 : Double(stems.intersection(other.stems).count) / Double(stems.count)
  }

  /// The first five letters: «sleep», «sleeping»; «child», «children».
  static func stem(_ word: String) -> String { String(word.prefix(5)) }

  /// Words that say nothing of the subject.
  static let small: Set<String> = [
    "the", "and", "for", "with", "that", "this", "from", "was", "were", "are", "has", "have", "had", "been", "not",
    "than", "but", "who", "which", "its", "their", "they", "into", "also", "may", "can", "could", "will", "would",
    "more", "most", "some", "all", "one", "two", "three", "between", "among", "after", "before", "during", "over",
    "about", "per", "cent", "percent", "study", "studies", "trial", "trials", "found", "show", "shows", "showed",
    "shown", "result", "results", "effect", "effects", "compared", "group", "groups", "significant", "significantly",
    "associated", "association", "there", "these", "those", "such", "when", "while", "how", "what", "both", "other",
  ]
}
