internal import IbidModel

/// What a word may be, by the lists of `Lexicon`.
enum WordClass: Int, CaseIterable {
  case effect, efficacy, evidence, report, comparison, quantity, health, firstPerson, secondPerson, hedge, judgement
  case number, year
}

/// What a phrase may be, by the lists of `Lexicon`.
enum PhraseClass: Hashable {
  case thisPage, opinion, experience, definition, navigation
}

/// Looks words up in all lists at once, and each word once only.
struct LexiconReader {
  /// What a word is, and the phrases that begin with it.
  struct Entry {
    var classes: [WordClass]
    var phrases: [(kind: PhraseClass, rest: ArraySlice<String>)]
  }

  private var known: [String: Entry] = [:]

  /// The entry of a word in lower case.
  mutating func entry(of word: String) -> Entry {
    if let entry = known[word] { return entry }
    let entry = Entry(classes: Self.classes(of: word), phrases: Self.phrases[word] ?? [])
    known[word] = entry
    return entry
  }

  private static func classes(of word: String) -> [WordClass] {
    var classes = byWord[word] ?? []
    if let first = word.utf8.first, let stems = stems[first] {
      let bytes = Array(word.utf8)
      for (kind, stem) in stems where bytes.starts(with: stem) && !classes.contains(kind) { classes.append(kind) }
    }
    if isYear(word) {
      classes.append(.year)
    } else if holdsNumber(word) {
      classes.append(.number)
    }
    return classes
  }

  private static func holdsNumber(_ word: String) -> Bool {
    word.utf8.contains { $0.isASCIIDigit } || word.utf8.contains { $0 >= 0x80 } && word.contains(where: \.isNumber)
  }

  private static func isYear(_ word: String) -> Bool {
    guard word.utf8.count == 4, let number = Int(word) else { return false }
    return (1500...2100).contains(number)
  }

  /// The classes of the words that are listed whole, in the order of the lists.
  private static let byWord: [String: [WordClass]] = {
    let lists: [(kind: WordClass, words: Set<String>)] = [
      (.efficacy, Lexicon.efficacy), (.evidence, Lexicon.evidence), (.comparison, Lexicon.comparison),
      (.quantity, Lexicon.quantity), (.firstPerson, Lexicon.firstPerson), (.secondPerson, Lexicon.secondPerson),
      (.hedge, Lexicon.hedge), (.judgement, Lexicon.judgement),
    ]
    var byWord: [String: [WordClass]] = [:]
    for (kind, words) in lists {
      for word in words { byWord[word, default: []].append(kind) }
    }
    return byWord
  }()

  /// The stems by their first bytes.
  private static let stems: [UInt8: [(kind: WordClass, stem: [UInt8])]] = {
    let lists: [(WordClass, [String])] = [
      (.effect, Lexicon.effect), (.report, Lexicon.report), (.health, Lexicon.health),
    ]
    let stems = lists.flatMap { kind, stems in stems.map { (kind: kind, stem: Array($0.utf8)) } }
    return Dictionary(grouping: stems, by: { $0.stem.first ?? 0 })
  }()

  private static let phrases: [String: [(kind: PhraseClass, rest: ArraySlice<String>)]] = {
    let lists: [(PhraseClass, [String])] = [
      (.thisPage, Lexicon.thisPage), (.opinion, Lexicon.opinion), (.experience, Lexicon.experience),
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
