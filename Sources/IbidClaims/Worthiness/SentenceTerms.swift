internal import IbidModel

/// The terms of a sentence, by which the model knows it: single words, pairs of neighbours, and how it begins.
///
/// A term is kept as the FNV-1a hash (32 bits) of its text. Letters are small, a number is `#`, a year `#y`.
package struct SentenceTerms: Sendable {
  /// A hash for each term, each once, in order of value.
  package private(set) var hashes: [UInt32] = []
  /// How many words the sentence has.
  package private(set) var wordCount = 0
  /// How many numbers that are no years.
  package private(set) var numberCount = 0
  /// How many years.
  package private(set) var yearCount = 0
  /// How many words begin with a capital letter, the first one apart.
  package private(set) var capitalCount = 0

  /// Reads a sentence.
  ///
  /// - Parameter collecting: is called with the text of each term.
  package init(_ text: String, collecting: ((UInt32, String) -> Void)? = nil) {
    let words = Self.words(of: text)
    wordCount = words.count
    var previous: ArraySlice<UInt8>?
    for (index, word) in words.enumerated() {
      switch word.kind {
      case .number: numberCount += 1
      case .year: yearCount += 1
      case .capitalized: capitalCount += index > 0 ? 1 : 0
      case .plain: break
      }
      add(Self.bytes([word.text]), collecting)
      if let previous {
        add(Self.bytes([previous, word.text]), collecting)
        if index == 1 { add([UInt8(ascii: "^")] + Self.bytes([previous, word.text]), collecting) }
      } else {
        add([UInt8(ascii: "^")] + word.text, collecting)
      }
      previous = word.text
    }
    hashes.sort()
    var last: UInt32?
    hashes.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
  }

  /// The hash of a term.
  package static func hash(of term: some Sequence<UInt8>) -> UInt32 {
    term.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  private mutating func add(_ term: [UInt8], _ collecting: ((UInt32, String) -> Void)?) {
    let hash = Self.hash(of: term)
    hashes.append(hash)
    collecting?(hash, String(decoding: term, as: UTF8.self))
  }

  private static func bytes(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(words.joined(separator: [UInt8(ascii: " ")]))
  }

  private enum Kind { case plain, capitalized, number, year }

  private struct Word {
    var text: ArraySlice<UInt8>
    var kind: Kind
  }

  /// Longer words say no more by their ends.
  private static let longest = 24

  private static func words(of text: String) -> [Word] {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var index = 0
    while index < bytes.count {
      if bytes[index].isASCIIDigit {
        let start = index
        while index < bytes.count, bytes[index].isASCIIDigit || isInNumber(bytes, index) { index += 1 }
        let isYear =
          index - start == 4 && (bytes[start...].starts(with: "19".utf8) || bytes[start...].starts(with: "20".utf8))
        words.append(
          isYear ? Word(text: Array("#y".utf8)[...], kind: .year) : Word(text: Array("#".utf8)[...], kind: .number))
      } else if isLetter(bytes, index) {
        let start = index
        while index < bytes.count, isLetter(bytes, index) || isApostrophe(bytes, index) || bytes[index].isASCIIDigit {
          index += 1
        }
        let isCapitalized = (65...90).contains(bytes[start])
        let word = Array(bytes[start..<min(index, start + longest)]).loweredASCII
        words.append(Word(text: word[...], kind: isCapitalized ? .capitalized : .plain))
      } else {
        index += 1
      }
    }
    return words
  }

  private static func isInNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")) && index + 1 < bytes.count
      && bytes[index + 1].isASCIIDigit
  }

  private static func isApostrophe(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1].isASCIILetter
  }

  /// Letters of ASCII, and all beyond but typographic marks (U+2000 to U+203F) and no-break blanks.
  private static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] < 0x80 { return bytes[index].isASCIILetter }
    if bytes[index] == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
    if bytes[index] == 0x80 || (0x80..<0xC0).contains(bytes[index]) {
      // The rest of a scalar belongs to what its first byte was.
      var start = index
      while start > 0, index - start < 3, (0x80..<0xC0).contains(bytes[start]) { start -= 1 }
      return start < index && isLetter(bytes, start)
    }
    return !(bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
  }
}
