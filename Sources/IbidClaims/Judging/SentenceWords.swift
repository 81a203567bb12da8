internal import IbidModel

/// A sentence as the features look at it.
struct SentenceWords {
  /// How many words it has.
  let count: Int
  /// The sentence as it was written.
  let sentence: Sentence
  /// The heading above it in lower case; empty where there is none.
  let sectionTitle: String
  private var phrases: Set<PhraseClass> = []
  private(set) var startsAsNavigation = false

  /// Reads a sentence; `lexicon` remembers words that it has met.
  init(_ sentence: Sentence, in article: Article, lexicon: inout LexiconReader) {
    self.sentence = sentence
    sectionTitle = sentence.section.map { article.sections[$0].title.lowercased() } ?? ""
    let words = Self.words(of: sentence.text)
    count = words.count
    for (index, word) in words.enumerated() {
      let entry = lexicon.entry(of: word)
      if entry.isWriter || word == "i" && words[(index + 1)...].first.map(Lexicon.verbsOfWriter.contains) == true {
        speaksOfWriter = true
      }
      for phrase in entry.phrases where words[(index + 1)...].starts(with: phrase.rest) {
        if phrase.kind == .navigation {
          if index == 0 { startsAsNavigation = true }
        } else {
          phrases.insert(phrase.kind)
        }
      }
    }
  }

  /// The words in lower case, apostrophes kept straight: `doesn't`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    words.reserveCapacity(text.utf8.count / 5 + 1)
    var word: [UInt8] = []
    func close() {
      guard !word.isEmpty else { return }
      if word.last == UInt8(ascii: "'") { word.removeLast() }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        switch byte {
        case 65...90: word.append(byte | 0x20)
        case 97...122, 48...57, 0x25: word.append(byte)
        case 0x27 where !word.isEmpty: word.append(byte)
        default: close()
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else if scalar == "’", !word.isEmpty {
        word.append(UInt8(ascii: "'"))
      } else {
        close()
      }
    }
    close()
    return words
  }

  /// Whether the sentence ends in a question mark, closing quotation marks and parentheses apart.
  var isQuestion: Bool {
    sentence.text.unicodeScalars.reversed().first { !"\"'”’»)]*_ ".unicodeScalars.contains($0) } == "?"
  }

  /// Whether its writer is in it.
  private(set) var speaksOfWriter = false

  /// Whether it stands in a part that speaks of the page rather than of its matter.
  var isAboutThePage: Bool {
    sectionTitle == "about"
      || Lexicon.pageSections.contains { sectionTitle == $0 || sectionTitle.hasPrefix($0 + " ") }
  }

  /// Whether a phrase of this class occurs, whole words at both ends.
  func contains(_ kind: PhraseClass) -> Bool { phrases.contains(kind) }
}
