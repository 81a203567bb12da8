import IbidText

/// Phrases that are looked for in running text, by their words.
struct Phrases: Sendable {
  private let byFirstWord: [String: [[String]]]

  /// These phrases: small letters, no punctuation.
  init(_ phrases: [String]) {
    var byFirstWord: [String: [[String]]] = [:]
    for phrase in phrases {
      let words = phrase.split(separator: " ").map(String.init)
      if let first = words.first { byFirstWord[first, default: []].append(words) }
    }
    self.byFirstWord = byFirstWord
  }

  /// Whether one of them occurs in the text, whole words at both ends.
  func occur(in text: String) -> Bool { first(in: text) != nil }

  /// The one that occurs first.
  func first(in text: String) -> String? {
    let words = SearchKey.words(of: text)
    for index in words.indices {
      if let found = byFirstWord[words[index]]?.first(where: { words[index...].starts(with: $0) }) {
        return found.joined(separator: " ")
      }
    }
    return nil
  }
}
