import IbidModel

/// Words in a text, where they stand by themselves.
enum WholeWord {
  /// The first place of `word` in a stretch without a letter or digit beside it.
  static func first(_ word: String, in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    all(word, in: bytes, range, atMost: 1).first
  }

  /// The places of `word` in a stretch without a letter or digit beside it.
  static func all(_ word: String, in bytes: [UInt8], _ range: Range<Int>, atMost limit: Int = .max) -> [Range<Int>] {
    let word = Array(word.utf8)
    guard let first = word.first, range.count >= word.count else { return [] }
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while place + word.count <= range.upperBound, found.count < limit {
      if bytes[place] == first, bytes[place..<place + word.count].elementsEqual(word),
        !(place > 0 && isPart(bytes[place - 1])),
        !(place + word.count < bytes.count && isPart(bytes[place + word.count]))
      {
        found.append(place..<place + word.count)
        place += word.count
      } else {
        place += 1
      }
    }
    return found
  }

  private static func isPart(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }
}
