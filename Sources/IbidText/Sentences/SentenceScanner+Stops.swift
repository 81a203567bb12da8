import IbidModel

extension SentenceScanner {
  /// Bytes at which the pass has to look closer: stops, the first bytes of wide stops, line breaks.
  static let mayStop: [Bool] = (0..<256).map {
    [0x21, 0x2E, 0x3F, 0xE2, 0xE3, 0xEF, 0x0A, 0x0D, 0x28, 0x29].contains($0)
  }

  /// A run of stops.
  struct Stop {
    var start: Int
    var end: Int
    /// Full stops in it; an ellipsis character counts three.
    var dots: Int
    /// Whether an exclamation or question mark is among them.
    var isEmphatic: Bool
  }

  /// The length of the stop at `index` in bytes; 0 where none stands there.
  func stopLength(at index: Int) -> Int {
    switch text[index] {
    case 0x2E, 0x21, 0x3F: 1
    case 0xE2 where matches(index, 0x80, 0xA6): 3  // …
    case 0xE2 where matches(index, 0x80, 0xBC) || matches(index, 0x81, 0x87): 3  // ‼ ⁇
    case 0xE3 where matches(index, 0x80, 0x82): 3  // 。
    case 0xEF where matches(index, 0xBC, 0x81) || matches(index, 0xBC, 0x9F) || matches(index, 0xBC, 0x8E): 3
    default: 0
    }
  }

  /// Whether the stop here needs no blank behind it.
  func isWide(_ index: Int) -> Bool { text[index] == 0xE3 || text[index] == 0xEF }

  private func matches(_ index: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    index + 2 < block.upperBound && text[index + 1] == second && text[index + 2] == third
  }

  /// The run of stops from `index` on: «?!», «...», «. . . .».
  func stopRun(from index: Int, first length: Int) -> Stop {
    var stop = Stop(start: index, end: index, dots: 0, isEmphatic: false)
    var length = length
    while length > 0 {
      let byte = text[stop.end]
      if byte == 0x2E { stop.dots += 1 } else if byte == 0xE2 { stop.dots += 3 } else { stop.isEmphatic = true }
      stop.end += length
      guard stop.end < block.upperBound else { break }
      length = stopLength(at: stop.end)
      if length == 0, stop.dots > 0, text[stop.end] == 0x20, stop.end + 1 < block.upperBound,
        text[stop.end + 1] == 0x2E, stop.end + 2 >= block.upperBound || !text[stop.end + 2].isASCIIDigit
      {
        stop.end += 1
        length = 1
      }
    }
    return stop
  }

  /// The offset behind closing quotation marks and brackets.
  func afterClosers(_ index: Int) -> Int {
    var index = index
    while index < block.upperBound {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
        UInt8(ascii: "*"), UInt8(ascii: "_"):
        index += 1
      case 0xE2 where matches(index, 0x80, 0x9D) || matches(index, 0x80, 0x99) || matches(index, 0x80, 0xBA):
        index += 3
      case 0xC2 where index + 1 < block.upperBound && text[index + 1] == 0xBB:
        index += 2
      default: return index
      }
    }
    return index
  }

  /// The offset behind numbers that are glued to a stop as citation markers are: `15`, `101112`, `4–6`, `1,3`, `1, 3`,
  /// `[7]`, raised digits. Only behind a stop that closes a word, and only before white space or the end. A number in
  /// brackets may stand behind one blank, before a capital.
  func afterGluedNumbers(_ index: Int, behindStopAt stop: Int) -> Int {
    guard index < block.upperBound else { return index }
    var end: Int
    switch text[index] {
    case 0x20:
      guard index + 1 < block.upperBound, text[index + 1] == UInt8(ascii: "["),
        let close = closingBracket(from: index + 1), startsCapital(close)
      else { return index }
      end = close
    case UInt8(ascii: "["):
      guard let close = closingBracket(from: index) else { return index }
      end = close
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC2, 0xE2:
      guard stop > block.lowerBound, !isAbbreviation(before: stop) else { return index }
      end = afterNumbers(index)
      if text[stop - 1].isASCIIDigit, !isMarkerBehindNumber(index..<end, stop: stop) { return index }
      end = afterSpacedNumbers(end)
    default: return index
    }
    guard end > index, end == block.upperBound || startsBlank(end) else { return index }
    return end
  }

  /// «1, 3» before a capital: further numbers of the list behind a comma and a blank.
  private func afterSpacedNumbers(_ index: Int) -> Int {
    var end = index
    while end + 2 < block.upperBound, text[end] == UInt8(ascii: ","), text[end + 1] == 0x20,
      text[end + 2].isASCIIDigit
    {
      end = afterNumbers(end + 2)
    }
    return end > index && startsCapital(end) ? end : index
  }

  /// Whether digits behind a number and a stop are a marker's and no decimals: a word that begins sentences follows;
  /// or another capitalized word does, and what stands before the stop is a year or a name with a number («WAK1.31»),
  /// or the digits are a list.
  private func isMarkerBehindNumber(_ digits: Range<Int>, stop: Int) -> Bool {
    if startsPlainly(digits.upperBound) { return true }
    guard startsCapitalized(digits.upperBound) else { return false }
    if text[digits].contains(where: { !$0.isASCIIDigit }) { return true }
    let word = wordStart(before: stop)..<stop
    if word.count == 4, text[word.lowerBound] == UInt8(ascii: "1") || text[word.lowerBound] == UInt8(ascii: "2") {
      return word.allSatisfy { text[$0].isASCIIDigit }
    }
    return word.contains { text[$0].isASCIILetter } && !word.contains { text[$0] == 0x2E }
  }

  /// Whether the block ends here, or a capital stands behind blanks.
  private func startsCapital(_ index: Int) -> Bool {
    let next = skippingBlanks(index)
    return next == block.upperBound || next > index && (65...90).contains(text[next])
  }

  /// Whether a word of a capital and two small letters stands behind blanks: no unit, no gene.
  private func startsCapitalized(_ index: Int) -> Bool {
    let next = skippingBlanks(index)
    guard next > index, next + 2 < block.upperBound, (65...90).contains(text[next]) else { return false }
    return (97...122).contains(text[next + 1]) && (97...122).contains(text[next + 2])
  }

  /// Whether a word that begins sentences follows: behind a number only that shows the digits to be a marker's.
  private func startsPlainly(_ index: Int) -> Bool {
    let next = skippingBlanks(index)
    guard next > index, Abbreviations.starters.contains(text, next..<wordEnd(from: next)) else { return false }
    // «3.5 My ago»: millions of years.
    return !["My ago", "My BP"].contains { text[next..<block.upperBound].starts(with: $0.utf8) }
  }

  /// Whether dots stand alone in brackets, as an omission does: `[...]`.
  func isBracketed(_ stop: Stop) -> Bool {
    guard stop.dots > 1, stop.start > block.lowerBound, stop.end < block.upperBound else { return false }
    return text[stop.start - 1] == UInt8(ascii: "[") && text[stop.end] == UInt8(ascii: "]")
  }

  /// The offset behind pictograms that follow a stop, as they belong to what was said.
  func afterEmoji(_ index: Int) -> Int {
    var end = index
    var next = index
    while next < block.upperBound {
      if text[next] == 0x20, next == end {
        next += 1
      } else if text[next] == 0xF0, next + 4 <= block.upperBound, text[next + 1] == 0x9F {
        next += 4
        end = next
      } else {
        break
      }
    }
    return end == block.upperBound || startsBlank(end) ? end : index
  }

  /// «compounds. . . . The»: a full stop, then an ellipsis that opens the next sentence.
  func endOfSentenceBeforeEllipsis(_ stop: Stop, next: Int) -> Int? {
    guard stop.dots == 4, stop.end - stop.start == 7, next < block.upperBound, (65...90).contains(text[next]),
      stop.start > block.lowerBound, !text[stop.start - 1].isASCIISpace
    else { return nil }
    return stop.start + 1
  }

  /// «the end.Today we»: a sentence that starts without a blank. Names with a stop inside have no such parts.
  func endOfGluedSentence(_ stop: Stop) -> Int? {
    guard stop.end < block.upperBound, stop.end - stop.start == 1, (65...90).contains(text[stop.end]) else {
      return nil
    }
    var word = stop.start
    while word > start, text[word - 1] >= 97, text[word - 1] <= 122 { word -= 1 }
    if word > start, (65...90).contains(text[word - 1]) { word -= 1 }
    let isWord =
      stop.start - word >= 3 && (word == start || text[word - 1].isASCIISpace || text[word - 1] == UInt8(ascii: "."))
    let isNumber =
      stop.start - 4 > start && text[stop.start - 4] == UInt8(ascii: ",") && text[stop.start - 1].isASCIIDigit
    guard isWord || isNumber else { return nil }
    var end = stop.end + 1
    while end < block.upperBound, text[end] >= 97, text[end] <= 122 { end += 1 }
    guard end > stop.end + 1, end < block.upperBound else { return nil }
    let isAbbreviated = text[end] == 0x2E && Abbreviations.bindsForward.containsFolded(text, stop.end..<end)
    return text[end] == 0x20 || isAbbreviated ? stop.end : nil
  }

  /// The offset behind `[12]`, `[1,3-5]`; nil where the bracket holds anything but short numbers.
  private func closingBracket(from index: Int) -> Int? {
    var end = index + 1
    while end < block.upperBound, end - index < 40 {
      if text[end] == UInt8(ascii: "]") { return end > index + 1 ? end + 1 : nil }
      guard text[end].isASCIIDigit || isBetweenNumbers(end) || text[end] == 0x20 || text[end] & 0xC0 == 0x80 else {
        return nil
      }
      end += 1
    }
    return nil
  }

  private func afterNumbers(_ index: Int) -> Int {
    var end = index
    var afterDigit = index
    while end < block.upperBound {
      if text[end].isASCIIDigit {
        end += 1
        afterDigit = end
      } else if let length = raisedDigitLength(end) {
        end += length
        afterDigit = end
      } else if end > index, isBetweenNumbers(end) {
        end += text[end] < 0x80 ? 1 : 3
      } else {
        break
      }
    }
    return afterDigit
  }

  private func isBetweenNumbers(_ index: Int) -> Bool {
    text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: "-") || matches(index, 0x80, 0x93)
      || matches(index, 0x80, 0x92) || matches(index, 0x80, 0x90) || matches(index, 0x80, 0x91)
  }

  /// ¹ ² ³ take two bytes, ⁰ ⁴ … ⁹ three.
  private func raisedDigitLength(_ index: Int) -> Int? {
    guard index + 1 < block.upperBound else { return nil }
    if text[index] == 0xC2, [0xB9, 0xB2, 0xB3].contains(text[index + 1]) { return 2 }
    if text[index] == 0xE2, text[index + 1] == 0x81, index + 2 < block.upperBound,
      text[index + 2] == 0xB0 || (0xB4...0xB9).contains(text[index + 2])
    {
      return 3
    }
    return nil
  }

  func startsBlank(_ index: Int) -> Bool {
    text[index].isASCIISpace || (text[index] == 0xC2 && index + 1 < block.upperBound && text[index + 1] == 0xA0)
  }
}
