import IbidModel
import IbidText

/// How often each word stands in the body of a text, with and without digits behind it.
///
/// A base that also occurs without digits is an ordinary word; one that only occurs with them, or with the same ones
/// again, is a name.
struct WordCensus: Sendable {
  private var counts: [UInt64: Int32] = [:]
  /// Distinct digit runs behind each base.
  private var digitRuns: [UInt64: Int32] = [:]

  /// Counts the words of these blocks.
  init(_ text: [UInt8], blocks: [Range<Int>]) {
    var seen: Set<UInt64> = []
    for block in blocks {
      var index = block.lowerBound
      while index < block.upperBound {
        guard Self.isWordByte(text, index) else {
          index += 1
          continue
        }
        let start = index
        var hash = UInt64.fnvBasis
        var digits = index
        var isInDigits = false
        var beforeDigits = hash
        while index < block.upperBound, Self.isWordByte(text, index) {
          let byte = text[index]
          if byte.isASCIIDigit {
            if !isInDigits { (isInDigits, digits, beforeDigits) = (true, index, hash) }
          } else {
            isInDigits = false
          }
          hash = hash.fnv(byte)
          index += 1
        }
        counts[hash, default: 0] += 1
        if let joined = hyphenated(text, start, index, block.lowerBound) { counts[joined, default: 0] += 1 }
        if isInDigits, digits > start, seen.insert(hash).inserted { digitRuns[beforeDigits, default: 0] += 1 }
      }
    }
  }

  /// The key of a number with the word that a hyphen joins it to: `IL-12`.
  private func hyphenated(_ text: [UInt8], _ start: Int, _ end: Int, _ lower: Int) -> UInt64? {
    guard start > lower + 1, text[start - 1] == UInt8(ascii: "-"), text[start].isASCIIDigit else { return nil }
    var word = start - 1
    while word > lower, start - word < 20, Self.isWordByte(text, word - 1) { word -= 1 }
    guard word < start - 1 else { return nil }
    return UInt64(fnvOf: text[word..<end])
  }

  /// How often exactly these bytes stand as a word, in the same case or, for a capitalized word, in lower case.
  func count(_ text: [UInt8], _ word: Range<Int>) -> Int {
    guard !word.isEmpty else { return 0 }
    var exact = UInt64.fnvBasis
    var lowered = UInt64.fnvBasis
    for (offset, index) in word.enumerated() {
      exact = exact.fnv(text[index])
      let byte = text[index]
      lowered = lowered.fnv(offset == 0 && byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
    }
    let count = counts[exact, default: 0] + (lowered == exact ? 0 : counts[lowered, default: 0])
    return Int(count)
  }

  /// How many distinct digit runs stand behind this base.
  func digitRuns(behind text: [UInt8], _ base: Range<Int>) -> Int {
    Int(digitRuns[UInt64(fnvOf: text[base]), default: 0])
  }

  /// Letters, digits, and bytes of letters beyond ASCII; general punctuation (E2 80 …) and no-break spaces are none.
  static func isWordByte(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit }
    var lead = index
    while lead > 0, text[lead] & 0xC0 == 0x80, index - lead < 3 { lead -= 1 }
    return text[lead] >= 0xC3 && text[lead] != 0xE2 && text[lead] != 0xEF
  }
}
