internal import IbidModel
internal import IbidText

/// A sentence as the features look at it.
struct SentenceWords {
  /// The words in lower case, apostrophes kept straight: `doesn't`.
  let words: [String]
  /// The words with one blank between and one at both ends, so that phrases can be found whole; UTF-8.
  private let text: [UInt8]
  /// The sentence as it was written.
  let sentence: Sentence
  /// The heading above it in lower case; empty where there is none.
  let sectionTitle: String

  init(_ sentence: Sentence, in article: Article) {
    self.sentence = sentence
    sectionTitle = sentence.section.map { article.sections[$0].title.lowercased() } ?? ""
    let isPlain = sentence.text.utf8.allSatisfy { $0 < 0x80 }
    words = isPlain ? Self.plainWords(of: sentence.text.utf8) : Self.words(of: sentence.text.unicodeScalars)
    var text: [UInt8] = [0x20]
    for word in self.words {
      text += word.utf8
      text.append(0x20)
    }
    self.text = text
  }

  /// The words of ASCII text; the same as `words(of:)` gives, without a look at any scalar's properties.
  private static func plainWords(of text: String.UTF8View) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if word.last == UInt8(ascii: "'") { word.removeLast() }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if byte.isASCIILetter {
        word.append(byte | 0x20)
      } else if byte.isASCIIDigit || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "'") && !word.isEmpty {
        word.append(byte)
      } else if !word.isEmpty {
        end()
      }
    }
    if !word.isEmpty { end() }
    return words
  }

  private static func words(of text: String.UnicodeScalarView) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "%" {
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if scalar == "'" || scalar == "’", !word.isEmpty {
        word.append("'")
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.map { $0.hasSuffix("'") ? String($0.dropLast()) : $0 }
  }

  /// Whether the sentence ends in a question mark, closing quotation marks and parentheses apart.
  var isQuestion: Bool {
    sentence.text.unicodeScalars.reversed().first { !"\"'”’»)]*_ ".unicodeScalars.contains($0) } == "?"
  }

  /// How many of the words are in `list`.
  func count(of list: Set<String>) -> Int { words.reduce(0) { $0 + (list.contains($1) ? 1 : 0) } }

  /// How many of the words start with one of these stems.
  func count(ofStems stems: [String]) -> Int {
    words.reduce(0) { count, word in count + (stems.contains { word.hasPrefix($0) } ? 1 : 0) }
  }

  /// Whether one of these phrases occurs, whole words at both ends.
  func contains(anyOf phrases: [String]) -> Bool {
    // Byte by byte: `String.contains` took half the time of reading an article.
    phrases.contains { phrase in text.indices.contains { text[$0] == 0x20 && holds(phrase, from: $0 + 1) } }
  }

  /// Whether the sentence starts with one of these phrases, whole words.
  func starts(withAnyOf phrases: [String]) -> Bool { phrases.contains { holds($0, from: 1) } }

  /// Whether the phrase stands at this offset, a blank behind it.
  private func holds(_ phrase: String, from start: Int) -> Bool {
    var index = start
    for byte in phrase.utf8 {
      guard index < text.count, text[index] == byte else { return false }
      index += 1
    }
    return index < text.count && text[index] == 0x20
  }
}
