import IbidModel

extension SentenceScanner {
  /// Whether the sentence under way ends at this stop.
  ///
  /// - Parameters:
  ///   - close: the offset behind the stop's closers and markers.
  ///   - marked: whether closers or markers stand between the stop and the blank.
  ///   - next: where the next word starts.
  func endsSentence(_ stop: Stop, closedAt close: Int, marked: Bool, next: Int) -> Bool {
    let begin = beginning(at: next)
    switch begin {
    case .lower: return false
    case .other where !stop.isEmphatic && stop.dots == 1: return !isAbbreviation(before: stop.start)
    default: break
    }
    if stop.isEmphatic { return begin != .number || close > stop.end || !isName(before: stop.start) }
    if stop.dots > 1 {
      if isSpacedEllipsis(stop) { return false }
      return begin == .capital || begin == .mixed || stop.dots > 3
    }
    return endsAtFullStop(stop.start, begin: begin, next: next, closed: close > stop.end)
  }

  /// Three dots with blanks between and before them stand for words left out, not for an end.
  private func isSpacedEllipsis(_ stop: Stop) -> Bool {
    stop.dots == 3 && stop.end - stop.start == 5 && stop.start > block.lowerBound && text[stop.start - 1].isASCIISpace
  }

  private func isName(before stop: Int) -> Bool {
    Abbreviations.emphatic.contains(text, wordStart(before: stop)..<stop)
  }

  /// What the text behind a stop begins with.
  enum Beginning { case capital, lower, mixed, number, other }

  private func endsAtFullStop(_ stop: Int, begin: Beginning, next: Int, closed: Bool) -> Bool {
    let word = wordStart(before: stop)..<stop
    if word.isEmpty { return true }
    if isListLabel(word) { return false }
    let nextWord = next..<wordEnd(from: firstLetter(from: next))
    let starts = Abbreviations.starters.contains(text, firstLetter(from: next)..<nextWord.upperBound)
    if Abbreviations.timesOfDay.containsFolded(text, word) {
      return begin == .capital && !isOpeningPhrase(endingAt: word.lowerBound)
    }
    if isCountedWord(word), begin == .number || isShortLabel(next) { return false }
    if Abbreviations.bindsForward.containsFolded(text, word) { return closed && starts }
    if begin == .capital, Abbreviations.units.contains(text, word), isUnit(word.lowerBound) { return true }
    if isInitial(word) {
      if begin == .capital, isLettered(word.lowerBound) { return true }
      return begin == .capital && starts && !isShortLabel(next) && !isInitialsList(before: word.lowerBound)
    }
    if Abbreviations.mayEnd.containsFolded(text, word) || isDotted(word) {
      return (begin == .capital && starts) || (begin == .mixed && closed)
    }
    return true
  }

  /// A fronted phrase such as «At 5 a.m.»: few words from the sentence's start, the first a preposition.
  private func isOpeningPhrase(endingAt end: Int) -> Bool {
    end - start < 24 && Abbreviations.openers.contains(text, start..<wordEnd(from: start))
  }

  /// «Fig.», «No.», «p.»: a capital «No.» may be a whole sentence, so a lower-case or counted use needs a number next.
  private func isCountedWord(_ word: Range<Int>) -> Bool { Abbreviations.bindsNumber.containsFolded(text, word) }

  /// The label of a list's item at the sentence's start: `1.`, `iv.`, `a.`
  private func isListLabel(_ word: Range<Int>) -> Bool {
    guard word.lowerBound == start, word.count <= 3 else { return false }
    return word.allSatisfy { text[$0].isASCIIDigit } || (word.count == 1 && text[word.lowerBound].isASCIILetter)
  }

  /// One letter that stands alone (`E.`) or behind a hyphen or another initial (`J.-P.`, `J.R.R.`).
  private func isInitial(_ word: Range<Int>) -> Bool {
    guard let last = word.last else { return false }
    guard (65...90).contains(text[last]) || text[last] & 0xC0 == 0x80 else {
      return word.count == 1 && text[last].isASCIILetter
    }
    if word.count == 1 || (word.count == 2 && text[word.lowerBound] >= 0xC3) { return true }
    let before = text[last - 1]
    guard before == UInt8(ascii: "-"), last >= word.lowerBound + 2 else { return before == UInt8(ascii: ".") }
    return text[last - 2] == UInt8(ascii: ".")
  }

  /// Whether a number, or a slash («kcal/mol»), stands before the word that starts here.
  private func isUnit(_ word: Int) -> Bool {
    if word > start, text[word - 1] == UInt8(ascii: "/") { return true }
    let before = endOfWordBefore(word)
    return before > start && before < word && text[before - 1].isASCIIDigit
  }

  /// Whether the word before takes a single letter: «type A.»
  private func isLettered(_ word: Int) -> Bool {
    let end = endOfWordBefore(word)
    var begin = end
    while begin > start, text[begin - 1].isASCIILetter { begin -= 1 }
    return end < word && Abbreviations.lettered.containsFolded(text, begin..<end)
  }

  private func endOfWordBefore(_ word: Int) -> Int {
    var index = word
    while index > start {
      if text[index - 1].isASCIISpace {
        index -= 1
      } else if index >= start + 2, text[index - 2] == 0xC2, text[index - 1] == 0xA0 {
        index -= 2
      } else if index >= start + 3, text[index - 3] == 0xE2, text[index - 2] == 0x80,
        (0x80...0x8A).contains(text[index - 1]) || text[index - 1] == 0xAF
      {
        // Thin and other narrow spaces between a number and its unit.
        index -= 3
      } else {
        break
      }
    }
    return index
  }

  /// Whether an initial or a comma before the initial shows that a list of names is under way.
  private func isInitialsList(before word: Int) -> Bool {
    var index = word
    while index > start, text[index - 1].isASCIISpace { index -= 1 }
    return index > start + 1 && text[index - 1] == UInt8(ascii: ".") && isCapital(index - 2)
      && (index - 3 < start || !text[index - 3].isASCIILetter)
  }

  private func isCapital(_ index: Int) -> Bool { index >= 0 && (65...90).contains(text[index]) }

  /// Letters with stops between: `U.S`, `a.k.a`.
  private func isDotted(_ word: Range<Int>) -> Bool {
    guard word.count >= 3, word.count <= 9 else { return false }
    for (offset, index) in word.enumerated() {
      if offset % 2 == 0 ? !text[index].isASCIILetter : text[index] != UInt8(ascii: ".") { return false }
    }
    return word.count % 2 == 1
  }

  /// A number, a single capital or a short Roman number, as in «Fig. S1», «App. B», «Vol. IV».
  private func isShortLabel(_ next: Int) -> Bool {
    let first = firstLetter(from: next)
    let end = wordEnd(from: first)
    guard end > first else { return false }
    if text[first].isASCIIDigit { return true }
    guard isCapital(first), end - first <= 6 else { return false }
    if end - first == 1 { return text[first] != UInt8(ascii: "A") && text[first] != UInt8(ascii: "I") }
    return (first + 1..<end).allSatisfy { text[$0].isASCIIDigit || "IVXLC".utf8.contains(text[$0]) }
  }

  /// Whether the stop belongs to the word before it.
  func isAbbreviation(before stop: Int) -> Bool {
    let word = wordStart(before: stop)..<stop
    // «8 min.10»: the unit's stop is the sentence's.
    if word.isEmpty || Abbreviations.units.contains(text, word) && isUnit(word.lowerBound) { return false }
    return
      (Abbreviations.bindsForward.containsFolded(text, word)
      || Abbreviations.bindsNumber.containsFolded(text, word))
  }

  private func beginning(at next: Int) -> Beginning {
    let first = firstLetter(from: next)
    guard first < block.upperBound else { return .other }
    let byte = text[first]
    if (65...90).contains(byte) { return .capital }
    if byte.isASCIIDigit { return .number }
    if isParenthesizedLabel(next) { return .capital }
    if (97...122).contains(byte) { return isMixed(first) || startsAddress(first) ? .mixed : .lower }
    if "%=<>,;:".utf8.contains(byte) { return .lower }
    guard byte >= 0xC3, first + 1 < block.upperBound else { return .other }
    if byte == 0xC3 { return text[first + 1] >= 0x9F ? .lower : .capital }
    return byte < 0xE0 ? .mixed : .other
  }

  /// `(a)`, `(ii)` before a capital: an item of a list in the prose.
  private func isParenthesizedLabel(_ next: Int) -> Bool {
    guard text[next] == UInt8(ascii: "(") else { return false }
    var close = next + 1
    while close < block.upperBound, close - next < 5, (97...122).contains(text[close]) { close += 1 }
    return close > next + 1 && close + 2 < block.upperBound && text[close] == UInt8(ascii: ")")
      && text[close + 1] == 0x20 && (65...90).contains(text[close + 2])
  }

  private func startsAddress(_ first: Int) -> Bool {
    let address = first..<min(block.upperBound, first + 8)
    return text[address].starts(with: "http://".utf8) || text[address].elementsEqual("https://".utf8)
  }

  /// `mRNA`, `p53`, `c-Fos`: words of their own case that may begin a sentence.
  private func isMixed(_ first: Int) -> Bool {
    let end = wordEnd(from: first)
    if end > first + 2, text[first + 1] == UInt8(ascii: "-") { return true }
    return end - first < 20 && (first + 1..<end).contains { isCapital($0) || text[$0].isASCIIDigit }
  }

  /// The first byte from `next` on that opens no quotation or bracket.
  func firstLetter(from next: Int) -> Int {
    var index = next
    while index < block.upperBound {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "*"),
        UInt8(ascii: "_"):
        index += 1
      case 0xE2
      where index + 2 < block.upperBound && text[index + 1] == 0x80 && [0x9C, 0x98, 0xB9].contains(text[index + 2]):
        index += 3
      case 0xC2 where index + 1 < block.upperBound && [0xAB, 0xBF, 0xA1].contains(text[index + 1]):
        index += 2
      default: return index
      }
    }
    return index
  }

  func wordEnd(from index: Int) -> Int {
    var end = index
    while end < block.upperBound, end - index < 40,
      text[end].isASCIILetter || text[end].isASCIIDigit || text[end] == UInt8(ascii: "-") || text[end] >= 0xC3
        || text[end] & 0xC0 == 0x80
    {
      end += 1
    }
    return end
  }

  /// Where the word that ends at `stop` starts: behind a blank, a bracket, a quotation mark or a slash.
  func wordStart(before stop: Int) -> Int {
    var index = stop
    while index > start, stop - index < 24 {
      let byte = text[index - 1]
      if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "&")
      {
        index -= 1
      } else if byte >= 0x80, !endsWideMark(index) {
        index -= 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether the bytes before `index` are a no-break space, a dash or a typographic quotation mark.
  private func endsWideMark(_ index: Int) -> Bool {
    if index >= 2, text[index - 2] == 0xC2 { return text[index - 1] == 0xA0 || text[index - 1] == 0xAB }
    return index >= 3 && text[index - 3] == 0xE2 && text[index - 2] == 0x80
  }
}
