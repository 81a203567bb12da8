import IbidModel

/// Words that stand where a work's year would: «n.d.» for works without a date, «in press» for works to appear.
enum YearSubstitute {
  /// What works without a date have for a year.
  static let undated = 0
  /// What works that are yet to appear have for a year.
  static let toAppear = 1

  /// Abbreviations, as letters that each carry a stop: «n.d.», «o. J.», «s. f.».
  private static let undatedLetters: [(UInt8, UInt8)] = [
    (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "o"), UInt8(ascii: "J")),
    (UInt8(ascii: "s"), UInt8(ascii: "f")), (UInt8(ascii: "s"), UInt8(ascii: "d")),
    (UInt8(ascii: "s"), UInt8(ascii: "a")), (UInt8(ascii: "z"), UInt8(ascii: "j")),
  ]

  private static let undatedWords = ["no date", "undated", "ohne jahr", "sin fecha", "sem data", "sans date"]

  private static let comingWords = [
    "in press", "forthcoming", "im druck", "in druck", "im erscheinen", "en prensa", "sous presse", "in stampa",
    "no prelo", "in preparation", "in prep.", "submitted", "to appear", "à paraître", "i tryck", "i trykk",
  ]

  /// The words at `index`, which stops, commas or brackets set off on both sides; or a bracket that holds them does.
  static func read(_ text: [UInt8], at index: Int, to end: Int) -> CitedYear? {
    guard starters.contains(text[index] | 0x20) || text[index] == 0xC3,
      index == 0 || !WordCensus.isWordByte(text, index - 1)
    else { return nil }
    var year = undated
    var stop = endOfLetters(text, index, end)
    if stop == nil {
      stop = undatedWords.lazy.compactMap { endOfWords($0, text, index, end) }.first
    }
    if stop == nil {
      year = toAppear
      stop = comingWords.lazy.compactMap { endOfWords($0, text, index, end) }.first
    }
    guard var stop else { return nil }
    // «n.d.-a», «n.d.a», «in press-b»
    var letter: UInt8?
    var next = stop
    let isStopped = text[stop - 1] == UInt8(ascii: ".")
    if next < end, text[next] == UInt8(ascii: "-") { next += 1 }
    if next < end, next > stop || isStopped, (97...122).contains(text[next]),
      next + 1 == end || !WordCensus.isWordByte(text, next + 1)
    {
      letter = text[next]
      stop = next + 1
    }
    guard stop >= end || closers.contains(text[stop]) || isStopped && letter == nil && text[stop].isASCIISpace
    else { return nil }
    return CitedYear(range: index..<stop, year: year, letter: letter)
  }

  /// Whether what stands in the place of a year at `index` is within a bracket that opens not far before it.
  static func isEnclosed(_ text: [UInt8], _ index: Int, from floor: Int) -> Bool {
    var depth = 0
    for place in (max(floor, index - 400)..<index).reversed() {
      if text[place] == UInt8(ascii: ")") || text[place] == UInt8(ascii: "]") { depth += 1 }
      if text[place] == UInt8(ascii: "(") || text[place] == UInt8(ascii: "[") {
        if depth == 0 { return true }
        depth -= 1
      }
    }
    return false
  }

  /// First letters of all these words.
  private static let starters = Set("noszufite".utf8)
  private static let closers = Set(")],;:.".utf8)

  /// Behind «n.d.» or «n. d.». Its first letter is small, which tells it from initials, or stands behind a bracket.
  private static func endOfLetters(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard index + 3 < end, text[index + 1] == UInt8(ascii: ".") else { return nil }
    let isBracketed = index > 0 && (text[index - 1] == UInt8(ascii: "(") || text[index - 1] == UInt8(ascii: "["))
    let first = isBracketed ? text[index] | 0x20 : text[index]
    let second = NumberList.skippingBlanks(text, index + 2, end)
    guard second + 1 < end, second - index <= 5, text[second + 1] == UInt8(ascii: ".") else { return nil }
    guard
      undatedLetters.contains(where: {
        $0.0 == first && ($0.1 == text[second] || $0.1 == text[second] | 0x20 && isBracketed)
      })
    else { return nil }
    return second + 2
  }

  /// Behind these words, in whatever case.
  private static func endOfWords(_ words: String, _ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    let words = words.utf8
    guard index + words.count <= end else { return nil }
    for (byte, wanted) in zip(text[index...], words) where byte != wanted {
      guard byte.isASCIILetter, byte | 0x20 == wanted else { return nil }
    }
    let stop = index + words.count
    return stop < end && WordCensus.isWordByte(text, stop) ? nil : stop
  }
}
