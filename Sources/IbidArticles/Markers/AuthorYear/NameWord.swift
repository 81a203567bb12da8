import IbidModel
import IbidText

/// A word and where it stands: letters, digits, marks within names. A hyphen ends a word.
struct NameWord: Sendable {
  var range: Range<Int>
  /// The word without case and accents.
  var folded: String
  /// Whether it begins with a capital letter.
  var isCapitalized: Bool
  /// Whether it is all capitals, as initials and acronyms are.
  var isCapitals: Bool

  /// The words of a stretch of text, at most `limit` of them.
  static func words(_ text: [UInt8], in range: Range<Int>, limit: Int = .max) -> [NameWord] {
    var words: [NameWord] = []
    var index = range.lowerBound
    while index < range.upperBound, words.count < limit {
      guard WordCensus.isWordByte(text, index) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, WordCensus.isWordByte(text, index) || isApostrophe(text, index, range.upperBound)
      {
        index += text[index] == 0xE2 ? 3 : 1
      }
      words.append(NameWord(text, start..<min(index, range.upperBound)))
    }
    return words
  }

  private init(_ text: [UInt8], _ range: Range<Int>) {
    var range = range
    if let last = range.last, text[last] == UInt8(ascii: "s"), range.count > 3 {
      // A possessive's ending is no part of the name: «Smith's».
      if text[last - 1] == UInt8(ascii: "'") { range = range.lowerBound..<last - 1 }
      if range.count > 5, text[last - 1] == 0x99, text[last - 2] == 0x80 { range = range.lowerBound..<last - 3 }
    }
    self.range = range
    if Self.isPlain(text, range) {
      folded = Self.lowered(text[range])
      isCapitalized = range.first.map { text[$0] &- 65 < 26 } ?? false
      isCapitals = range.allSatisfy { text[$0] &- 65 < 26 }
      return
    }
    let word = String(decoding: text[range], as: UTF8.self)
    folded = SearchKey.folded(word)
    let first = word.unicodeScalars.first
    isCapitalized = first.map { $0.properties.isUppercase } ?? false
    isCapitals = word.unicodeScalars.allSatisfy { $0.properties.isUppercase }
  }

  private static func lowered(_ word: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: word.count) { buffer in
      for (index, byte) in word.enumerated() { buffer[index] = byte &- 65 < 26 ? byte | 0x20 : byte }
      return word.count
    }
  }

  private static func isPlain(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0].isASCIILetter || text[$0].isASCIIDigit }
  }

  /// An apostrophe between letters: «O’Brien».
  private static func isApostrophe(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    if text[index] == UInt8(ascii: "'") { return index + 1 < end && WordCensus.isWordByte(text, index + 1) }
    return index + 3 < end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99
      && WordCensus.isWordByte(text, index + 3)
  }
}
