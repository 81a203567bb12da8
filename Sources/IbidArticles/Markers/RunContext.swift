import IbidModel

/// What stands before a number.
struct RunContext {
  let text: [UInt8]
  let block: Range<Int>
  /// The number's first digit.
  let start: Int
  /// Whether a blank stands before the number.
  let isSpaced: Bool
  /// The word that the number is attached to, or that stands before the blank or the stop; empty where none does.
  let base: Range<Int>
  /// The byte before the number, blanks passed over.
  private let mark: UInt8

  init(text: [UInt8], block: Range<Int>, start: Int) {
    self.text = text
    self.block = block
    self.start = start
    var index = start
    while index > block.lowerBound, text[index - 1].isASCIISpace || Self.endsNoBreakSpace(text, index, block) {
      index -= text[index - 1].isASCIISpace ? 1 : 2
    }
    isSpaced = index < start
    mark = index > block.lowerBound ? text[index - 1] : 0
    var end = index
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), !isSpaced { end -= 1 }
    var word = end
    while word > block.lowerBound, end - word < 40, WordCensus.isWordByte(text, word - 1) { word -= 1 }
    // A number that a hyphen joins to a word is known with it: «IL-12».
    if word < end, word > block.lowerBound + 1, text[word - 1] == UInt8(ascii: "-"),
      (word..<end).allSatisfy({ text[$0].isASCIIDigit })
    {
      var joined = word - 1
      while joined > block.lowerBound, word - joined < 20, WordCensus.isWordByte(text, joined - 1) { joined -= 1 }
      if joined < word - 1, !text[joined].isASCIIDigit { word = joined }
    }
    base = word..<end
  }

  private static func endsNoBreakSpace(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> Bool {
    index >= block.lowerBound + 2 && text[index - 1] == 0xA0 && text[index - 2] == 0xC2
  }

  /// Whether a marker may stand here at all: not within a decimal number, an address or behind a sign.
  var mayPrecedeMarker: Bool {
    if isSpaced { return mark != 0 && (base.isEmpty ? Self.closes(mark) : true) }
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: ","):
      if base.isEmpty { return isBehindCloser }
      return mark == UInt8(ascii: ".") || !isNumber(base) || !isThousands
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "^"):
      return false
    default: break
    }
    return NumberList.dashLength(text, start - 3 >= block.lowerBound ? start - 3 : start, start) == nil
  }

  /// Three digits behind a comma, as in «20,000».
  private var isThousands: Bool {
    let end =
      (start..<min(block.upperBound, start + 5)).first { !text[$0].isASCIIDigit } ?? min(block.upperBound, start + 5)
    return end - start == 3
  }

  /// A number of four digits that is likely a year.
  private var isYear: Bool {
    base.count == 4 && isNumber(base)
      && (text[base.lowerBound] == UInt8(ascii: "2") && text[base.lowerBound + 1] == UInt8(ascii: "0")
        || text[base.lowerBound] == UInt8(ascii: "1") && text[base.lowerBound + 1] == UInt8(ascii: "9"))
  }

  /// Whether a stop and a digit stand before the number that the stop or comma follows: «1.8.4».
  private var isDecimal: Bool {
    base.lowerBound > block.lowerBound + 1 && text[base.lowerBound - 1] == UInt8(ascii: ".")
      && text[base.lowerBound - 2].isASCIIDigit
  }

  /// Whether a closing mark stands before the stop or comma: «pain).12».
  private var isBehindCloser: Bool { base.lowerBound > block.lowerBound && Self.closes(text[base.lowerBound - 1]) }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte >= 0x80
  }

  private func isNumber(_ range: Range<Int>) -> Bool { !range.isEmpty && range.allSatisfy { text[$0].isASCIIDigit } }

  private var hasDigits: Bool { base.contains { text[$0].isASCIIDigit } }

  /// Whether the word is in lower case and no unit.
  private var isLower: Bool { !base.isEmpty && base.allSatisfy { text[$0] >= 97 || text[$0] >= 0x80 } }

  /// `m`, `cm`, `km`: units that are squared and cubed.
  var isUnit: Bool { MarkerWords.units.contains(text, base) }

  /// `CO2`, `NO3`, `H2`: capitals before a small number.
  var isFormula: Bool {
    base.count <= 3 && !base.isEmpty && base.allSatisfy { (65...90).contains(text[$0]) }
      && text[start] <= UInt8(ascii: "4")
  }

  /// What the surroundings before the number tell.
  func features(_ census: WordCensus) -> MarkerFeatures {
    var features = isSpaced ? spacedFeatures() : attachmentFeatures()
    if !base.isEmpty, mark != UInt8(ascii: "."), mark != UInt8(ascii: ","), !isSpaced {
      features += occurrenceFeatures(census)
    }
    return features
  }

  private func spacedFeatures() -> MarkerFeatures {
    var features: MarkerFeatures = [.spaced]
    if MarkerWords.counted.containsFolded(text, wordBeforeStop) { features.append(.afterCountedWord) }
    if MarkerWords.references.containsFolded(text, wordBeforeStop) {
      features += [.afterReferenceWord, .spacedAfterReferenceWord]
    }
    if isNumber(base) { features.append(.spacedAfterNumber) }
    if !isLower { features.append(.afterOtherMark) }
    if mark == UInt8(ascii: ".") { features.append(.afterStop) }
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") { features.append(.spacedInList) }
    if MarkerWords.functionWords.containsFolded(text, base) { features.append(.afterFunctionWord) }
    return features
  }

  /// The word before the number, a stop between them passed over: «Fig. 3».
  private var wordBeforeStop: Range<Int> {
    guard base.isEmpty, mark == UInt8(ascii: ".") else { return base }
    var end = start
    while end > block.lowerBound, !WordCensus.isWordByte(text, end - 1), start - end < 4 { end -= 1 }
    var word = end
    while word > block.lowerBound, end - word < 40, WordCensus.isWordByte(text, word - 1) { word -= 1 }
    return word..<end
  }

  private func attachmentFeatures() -> MarkerFeatures {
    switch mark {
    case UInt8(ascii: "."):
      if isNumber(base) { return [.afterStop, isYear ? .afterYear : isDecimal ? .afterDecimal : .afterDigitStop] }
      if MarkerWords.countedAbbreviations.containsFolded(text, base) { return [.afterCountedWord] }
      if MarkerWords.references.containsFolded(text, base) { return [.afterReferenceWord] }
      return base.count == 2 && text[base.lowerBound] == UInt8(ascii: "a")
        && text[base.lowerBound + 1] == UInt8(ascii: "l")
        ? [.afterEtAl] : base.count == 1 ? [.afterStop, .afterSingleLetter] : [.afterStop]
    case UInt8(ascii: ","):
      return isNumber(base) ? [.afterComma, isYear ? .afterYear : .afterNumberComma] : [.afterComma]
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return [.afterStop]
    case UInt8(ascii: ":"), UInt8(ascii: ";"): return [.afterColon]
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return [.afterClosingParenthesis]
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return [.afterQuote]
    case UInt8(ascii: "%"): return [.afterPercent]
    default: return base.isEmpty ? quoteFeatures() : wordFeatures()
    }
  }

  private func quoteFeatures() -> MarkerFeatures {
    if start - 3 >= block.lowerBound, text[start - 3] == 0xE2, text[start - 2] == 0x80,
      text[start - 1] == 0x9D || text[start - 1] == 0x99
    {
      return [.afterQuote]
    }
    return [.afterOtherMark]
  }

  private func wordFeatures() -> MarkerFeatures {
    if isYear { return [.afterYear] }
    if hasDigits { return [.afterWordWithDigits] }
    if base.count == 1 { return [.afterSingleLetter] }
    if isLower { return [base.count > 3 ? .afterLowerWord : .afterShortLowerWord] }
    let capitals = base.count { (65...90).contains(text[$0]) }
    if capitals == base.count { return [.afterCapitals] }
    guard (65...90).contains(text[base.lowerBound]), capitals == 1 else { return [.afterMixedCase] }
    return isBehindAnd ? [.afterCapitalizedWord, .afterNamePair] : [.afterCapitalizedWord]
  }

  /// «Rudnick and Gao1»: the second of two names.
  private var isBehindAnd: Bool {
    let start = base.lowerBound
    guard start - 5 >= block.lowerBound else { return false }
    return text[start - 1] == 0x20 && text[start - 5] == 0x20
      && (text[start - 4] == UInt8(ascii: "a") && text[start - 3] == UInt8(ascii: "n")
        && text[start - 2] == UInt8(ascii: "d"))
  }

  private func occurrenceFeatures(_ census: WordCensus) -> MarkerFeatures {
    var features: MarkerFeatures = []
    switch census.count(text, base) {
    case 0: features.append(.bareNever)
    case 1: features.append(.bareOnce)
    case 2...4: features.append(.bareFew)
    default: features.append(.bareMany)
    }
    var end = start
    while end < block.upperBound, WordCensus.isWordByte(text, end) { end += 1 }
    let again = census.count(text, base.lowerBound..<end)
    if again > 1 { features.append(isLower ? .lowerTokenAgain : .tokenAgain) }
    if again > 3 { features.append(.tokenOften) }
    switch census.digitRuns(behind: text, base) {
    case ...1: break
    case 2: features.append(.baseWithOneOther)
    default: features.append(.baseWithMore)
    }
    return features
  }
}
