import IbidText

/// Compares names of journals, of which one may be abbreviated: `J. Pain`, `Journal of Pain`.
enum JournalName {
  /// Whether two names are of one journal, as far as they tell.
  static func agree(_ name: String, _ other: String) -> Bool { isShort(name, for: other) || isShort(other, for: name) }

  /// Whether each word of `name` starts one of `full`, in order and from the first, and no word of weight is left over.
  static func isShort(_ name: String, for full: String) -> Bool {
    let short = SearchKey.words(of: name)
    var rest = SearchKey.words(of: full)[...]
    guard !short.isEmpty, short.count <= rest.count else { return false }
    for word in short {
      guard let place = rest.firstIndex(where: { $0.hasPrefix(word) || isContraction(word, of: $0) }) else {
        return false
      }
      if rest[..<place].contains(where: { $0.utf8.count > 3 }) { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// «Natl» for «national», «Intl»: the first letters, and others in their order up to the last.
  private static func isContraction(_ word: String, of full: String) -> Bool {
    guard word.utf8.count > 2, word.utf8.count < full.utf8.count, word.utf8.prefix(2).elementsEqual(full.utf8.prefix(2))
    else { return false }
    var letters = full.utf8[...]
    for letter in word.utf8 {
      guard let place = letters.firstIndex(of: letter) else { return false }
      letters = letters[letters.index(after: place)...]
    }
    return true
  }
}
