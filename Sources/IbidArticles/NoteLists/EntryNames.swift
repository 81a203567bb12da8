import IbidModel

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

  /// Whether a stretch starts with a group's name and the year in brackets: «World Health Organization. (2020)».
  static func startsWithGroup(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let open = bytes[range].prefix(100).firstIndex(of: UInt8(ascii: "(")), open > range.lowerBound,
      open + 4 < range.upperBound, bytes[(open + 1)...(open + 4)].allSatisfy(\.isASCIIDigit)
    else { return false }
    let words = bytes[range.lowerBound..<open].split(separator: 0x20)
    return words.count <= 10
      && words.allSatisfy { word in
        word.first.map { (65...90).contains($0) || $0 >= 0xC3 || $0 == UInt8(ascii: "&") } ?? true
          || ["of", "and", "the", "for", "in", "on"].contains { word.elementsEqual($0.utf8) }
      }
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
        // No-break blanks, quotation marks and dashes take two bytes or three.
        index += bytes[index] == 0xC2 ? 2 : bytes[index] == 0xE2 ? 3 : 1
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

    private func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 && byte != 0xE2 && byte != 0xC2 }
  }
}
