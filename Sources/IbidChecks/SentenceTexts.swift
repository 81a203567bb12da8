import IbidText

/// Words and phrases in running text.
enum SentenceTexts {
  /// Whether one of these phrases (small letters, no punctuation) occurs in the text, whole words at both ends.
  static func contains(_ text: String, anyOf phrases: [String]) -> Bool { first(of: phrases, in: text) != nil }

  /// The first of these phrases that occurs.
  static func first(of phrases: [String], in text: String) -> String? {
    let text = Array((" " + SearchKey.folded(text) + " ").utf8)
    return phrases.first { occurs(Array((" " + $0 + " ").utf8), in: text) }
  }

  private static func occurs(_ phrase: [UInt8], in text: [UInt8]) -> Bool {
    guard phrase.count <= text.count else { return false }
    return (0...(text.count - phrase.count)).contains { start in
      text[start + 1] == phrase[1] && text[start..<start + phrase.count].elementsEqual(phrase)
    }
  }
}
