import IbidModel
import IbidText

extension BibTeXLint {
  /// Capitals outside of braces that styles with titles in sentence case take away: those within words, and those of
  /// names where the title is in sentence case.
  mutating func lookAtCapitals(_ value: WrittenValue, of entry: Entry) {
    guard !value.hasWords, value.text.contains(where: { $0 >= 65 && $0 <= 90 }) else { return }
    let language = entry.places.fields.first { ["langid", "language", "hyphenation"].contains($0.name) }
    if let language {
      let pieces = entry.places.pieces[language.pieces]
      let name = WrittenValue(pieces, in: bytes).string.lowercased()
      guard name.hasPrefix("en") || ["american", "british", "usenglish", "ukenglish"].contains(name) else { return }
    }
    let words = Self.bareWords(of: Self.withoutTags(value.text))
    let longer = words.dropFirst().filter { $0.length > 3 }
    let small = longer.count { !$0.startsUpper && !$0.hasInnerCapital }
    let isSentenceCase = small >= 2 && 2 * longer.count(where: \.startsUpper) <= small
    // A title that is all in capitals is another matter.
    guard words.contains(where: \.hasSmall) || words.count < 3 else { return }
    var endsSentence = true
    var unprotected: [Range<Int>] = []
    for word in words {
      let isName = word.startsUpper && isSentenceCase && !endsSentence && !word.isInitial
      if isName || word.hasInnerCapital && (isSentenceCase || !word.isHyphenated) { unprotected.append(word.range) }
      endsSentence = word.endsSentence
    }
    guard let first = unprotected.first, let last = unprotected.last else { return }
    let stretch = first.lowerBound..<last.upperBound
    var braced: [UInt8] = []
    var end = first.lowerBound
    for word in unprotected {
      braced += value.text[end..<word.lowerBound] + [UInt8(ascii: "{")] + value.text[word] + [UInt8(ascii: "}")]
      end = word.upperBound
    }
    let printed = unprotected.map { String(decoding: value.text[$0], as: UTF8.self) }.joined(separator: ", ")
    tell(
      "unprotected-capitals", in: value, at: stretch, "without braces some styles print “\(printed)” in small letters",
      replacement: braced)
  }

  /// The text with blanks in place of tags, as in `CO<sub>2</sub>`: they are no words, and braces stand within them.
  private static func withoutTags(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "<")) else { return text }
    var plain = [UInt8](repeating: 0x20, count: text.count)
    for case .text(let range) in RichTextTags(text).pieces { plain.replaceSubrange(range, with: text[range]) }
    return plain
  }

  /// A word outside of braces, commands and formulas.
  private struct BareWord {
    /// Its letters and digits, and what stands between them.
    var range: Range<Int>
    var length: Int
    var startsUpper: Bool
    var hasInnerCapital: Bool
    var hasSmall: Bool
    var isHyphenated: Bool
    var isInitial: Bool
    var endsSentence: Bool
  }

  private static func bareWords(of text: [UInt8]) -> [BareWord] {
    var words: [BareWord] = []
    var depth = 0
    var isMath = false
    var start = 0
    var isBare = true
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : 0x20
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$"): isMath.toggle()
      default: break
      }
      if !byte.isASCIISpace {
        if depth > 0 || isMath || "\\{}$".utf8.contains(byte) { isBare = false }
        continue
      }
      if start < index, depth <= 0, !isMath || index == text.count {
        if let word = word(text, start..<index, isBare) {
          words.append(word)
        } else if !words.isEmpty, ".?!:".utf8.contains(text[index - 1]) {
          words[words.count - 1].endsSentence = true
        }
      }
      start = index + 1
      isBare = depth <= 0 && !isMath
    }
    return words
  }

  private static func word(_ text: [UInt8], _ range: Range<Int>, _ isBare: Bool) -> BareWord? {
    let endsSentence = text[range].last { !")\"]'".utf8.contains($0) }.map { ".?!:".utf8.contains($0) } ?? false
    guard isBare else {
      return BareWord(
        range: range, length: 0, startsUpper: false, hasInnerCapital: false, hasSmall: false, isHyphenated: false,
        isInitial: false, endsSentence: endsSentence)
    }
    let isPart: (UInt8) -> Bool = { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
    guard var first = text[range].firstIndex(where: isPart), var last = text[range].lastIndex(where: isPart) else {
      return nil
    }
    // Quotation marks and dashes of Unicode’s.
    if text[first...last].starts(with: [0xE2, 0x80]) { first += 3 }
    if last - 2 > first, text[last - 2] == 0xE2, text[last - 1] == 0x80 { last -= 3 }
    guard first <= last else { return nil }
    let core = text[first...last]
    let isUpper: (UInt8) -> Bool = { $0 >= 65 && $0 <= 90 }
    let letters = core.filter { $0.isASCIILetter }
    let parts = core.split { "-/".utf8.contains($0) }
    let isHyphenated =
      parts.count > 1 && parts.allSatisfy { $0.count > 1 && !$0.dropFirst().contains(where: isUpper) }
    return BareWord(
      range: first..<last + 1, length: letters.count, startsUpper: isUpper(core[first]),
      hasInnerCapital: core.dropFirst().contains(where: isUpper),
      hasSmall: core.contains { $0.isASCIILetter && !isUpper($0) }, isHyphenated: isHyphenated,
      isInitial: letters.count == 1, endsSentence: endsSentence)
  }
}
