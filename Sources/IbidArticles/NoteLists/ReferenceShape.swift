import IbidModel

/// How much an entry of a list looks like a reference, by its outer shape: names with initials at the start, a year set
/// off by marks, pages, an identifier or address, words that only references use.
///
/// This is asked of lists that no heading announces and of entries that no blank line parts, before anything is known
/// about the article; what a note says is read later, and with more care.
struct ReferenceShape {
  /// Points of an entry that is a reference, whatever stands around it.
  static let sure = 4
  /// Points of an entry that is one where something else says so, too.
  static let likely = 3

  private(set) var points = 0
  /// Whether it starts with a family name and initials, or with initials and a family name.
  let startsWithName: Bool
  private(set) var hasYear = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let range = range.lowerBound..<min(range.upperBound, range.lowerBound + 1_000)
    let words = EntryWords(bytes, range)
    startsWithName = EntryNames.start(bytes, range)
    points += startsWithName ? 2 : EntryNames.mayStart(bytes, range) ? 1 : 0
    if !startsWithName, words.namesOthers { points += 1 }
    if words.hasIdentifier { points += 3 } else if words.hasAddress { points += 2 }
    if words.hasHint { points += 1 }
    addNumbers(EntryNumbers(bytes, range))
    if !startsWithName, words.proseCount >= 3, words.proseCount * 7 > words.count { points -= 2 }
  }

  private mutating func addNumbers(_ numbers: EntryNumbers) {
    hasYear = numbers.hasYear
    if numbers.hasYear { points += 1 }
    if numbers.hasFramedYear { points += 1 }
    if numbers.hasPageRange || numbers.hasVolumeAndIssue {
      points += 2
    } else if numbers.hasVolumeAndPage || numbers.hasPage {
      points += 1
    }
  }
}

/// The names at the start of an entry.
enum EntryNames {
  /// Whether a stretch starts with a family name and initials («Weber C», «de Vries, J. P.», «WEBER, C.») or with
  /// initials and a family name («C. Weber»).
  static func start(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var scan = WordScan(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    guard var word = scan.word() else { return false }
    if scan.isInitials(word), scan.isBehindStop {
      while let next = scan.word() {
        if !scan.isInitials(next) || !scan.isBehindStop { return scan.isCapitalized(next) || scan.isParticle(next) }
      }
      return false
    }
    // Particles, and families of up to three words.
    var count = 0
    while count < 4, scan.isCapitalized(word) || scan.isParticle(word), !scan.isInitials(word) {
      let isComma = scan.isBehindComma
      if !isComma, scan.isBehindMark { return false }
      guard let next = scan.word() else { return false }
      if scan.isInitials(next), scan.isCapitalized(word) { return isComma || scan.isBehindMark || scan.isAtEnd }
      if isComma { return false }
      word = next
      count += 1
    }
    return false
  }

  /// Whether a name in full may stand there: «John Weber,», «Weber, Charlotte».
  static func mayStart(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var scan = WordScan(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    for _ in 0..<4 {
      guard let word = scan.word(), scan.isCapitalized(word) || scan.isParticle(word) || scan.isInitials(word) else {
        return false
      }
      if scan.isBehindComma { return true }
    }
    return false
  }

  /// Reads the words at the start of an entry.
  private struct WordScan {
    let bytes: [UInt8]
    var index: Int
    let end: Int

    /// The next word: letters, hyphens and apostrophes.
    mutating func word() -> Range<Int>? {
      while index < end, !isLetter(bytes[index]) {
        guard !bytes[index].isASCIIDigit else { return nil }
        index += 1
      }
      let start = index
      while index < end, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "-") || bytes[index] == 0x27 {
        index += 1
      }
      return start < index ? start..<index : nil
    }

    var isAtEnd: Bool { index >= end }
    var isBehindStop: Bool { index < end && bytes[index] == UInt8(ascii: ".") }
    var isBehindComma: Bool { index < end && bytes[index] == UInt8(ascii: ",") }
    var isBehindMark: Bool { index < end && ".,;:(&".utf8.contains(bytes[index]) || followsAnd }

    /// «Weber C and Okafor B», «Weber C et al», «Weber C & …»
    private var followsAnd: Bool {
      ["and ", "et ", "und ", "y ", "e ", "i ", "og ", "och ", "en ", "& ", "("].contains { word in
        index < end && bytes[index] == 0x20 && bytes[(index + 1)..<end].starts(with: word.utf8)
      }
    }

    func isCapitalized(_ word: Range<Int>) -> Bool {
      word.count >= 2 && ((65...90).contains(bytes[word.lowerBound]) || bytes[word.lowerBound] >= 0xC3)
    }

    /// One to three capitals, with or without full stops between.
    func isInitials(_ word: Range<Int>) -> Bool {
      let letters = word.filter { bytes[$0] != UInt8(ascii: "-") }
      return (1...3).contains(letters.count) && letters.allSatisfy { (65...90).contains(bytes[$0]) }
        || letters.count == 2 && bytes[letters[0]] == 0xC3 && (0x80...0x9E).contains(bytes[letters[1]])
    }

    func isParticle(_ word: Range<Int>) -> Bool {
      word.count <= 4 && word.allSatisfy { (97...122).contains(bytes[$0]) }
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0xC3 && byte != 0xE2 || byte < 0xC0 && byte >= 0x80 }
  }
}
