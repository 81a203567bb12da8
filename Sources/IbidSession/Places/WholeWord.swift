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
        !endsInPart(bytes[..<place]), !beginsWithPart(bytes[(place + word.count)...])
      {
        found.append(place..<place + word.count)
        place += word.count
      } else {
        place += 1
      }
    }
    return found
  }

  /// The places of a number without another digit beside it.
  static func numbers(_ number: String, in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || !bytes[place].isASCIIDigit {
      if bytes[start..<place].elementsEqual(number.utf8) { found.append(start..<place) }
      start = place + 1
    }
    return found
  }

  private static func beginsWithPart(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    guard first >= 0x80 else { return first.isASCIILetter || first.isASCIIDigit }
    let scalar = String(decoding: bytes.prefix(EditedText.length(ofScalarAt: first)), as: UTF8.self).unicodeScalars
      .first
    return scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }

  private static func endsInPart(_ bytes: ArraySlice<UInt8>) -> Bool {
    var start = bytes.endIndex
    repeat { start -= 1 } while start > bytes.startIndex && start >= 0 && bytes[start] & 0xC0 == 0x80
    return start >= bytes.startIndex && beginsWithPart(bytes[start...])
  }
}
