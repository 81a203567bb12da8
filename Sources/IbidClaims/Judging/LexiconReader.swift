internal import IbidModel

/// What a phrase may be, by the lists of `Lexicon`.
enum PhraseClass: Hashable {
  case opinion, experience, definition, navigation
}

/// Looks words up in all lists at once, and each word once only.
struct LexiconReader {
  /// Whether a word is its writer's, and the phrases that begin with it.
  struct Entry {
    var isWriter: Bool
    var phrases: [(kind: PhraseClass, rest: ArraySlice<String>)]
  }

  private var known: [String: Entry] = [:]

  /// The entry of a word in lower case.
  mutating func entry(of word: String) -> Entry {
    if let entry = known[word] { return entry }
    let entry = Entry(isWriter: Lexicon.firstPerson.contains(word), phrases: Self.phrases[word] ?? [])
    known[word] = entry
    return entry
  }

  private static let phrases: [String: [(kind: PhraseClass, rest: ArraySlice<String>)]] = {
    let lists: [(PhraseClass, [String])] = [
      (.opinion, Lexicon.opinion), (.experience, Lexicon.experience),
      (.definition, Lexicon.definition), (.navigation, Lexicon.navigation),
    ]
    var phrases: [String: [(kind: PhraseClass, rest: ArraySlice<String>)]] = [:]
    for (kind, texts) in lists {
      for text in texts {
        let words = text.split(separator: " ").map(String.init)
        if let first = words.first { phrases[first, default: []].append((kind, words.dropFirst())) }
      }
    }
    return phrases
  }()
}
