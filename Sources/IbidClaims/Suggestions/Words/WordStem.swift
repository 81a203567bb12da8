/// What is left of an English word when its endings are taken off: `adopted`, `adoption` and `adopts` have one stem.
///
/// Words with a digit or a letter beyond ASCII are their own stems, as are words of one or two letters.
///
/// Source: M. F. Porter, «An algorithm for suffix stripping», Program 14 (1980), 130–137.
struct WordStem {
  private(set) var bytes: [UInt8]

  /// The stem of a word in small letters.
  init(of word: some Collection<UInt8>) {
    bytes = Array(word)
    guard bytes.count > 2, bytes.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return }
    takeOffPlural()
    takeOffPast()
    if ends("y"), hasVowel(bytes.count - 1) { bytes[bytes.count - 1] = UInt8(ascii: "i") }
    replaceFirst(of: Self.doubleEndings)
    replaceFirst(of: Self.derivedEndings)
    takeOffLastEnding()
    takeOffLastE()
  }

  // MARK: Steps

  private mutating func takeOffPlural() {
    if ends("sses") || ends("ies") {
      bytes.removeLast(2)
    } else if ends("s"), !ends("ss") {
      bytes.removeLast()
    }
  }

  private mutating func takeOffPast() {
    if ends("eed") {
      if measure(bytes.count - 3) > 0 { bytes.removeLast() }
      return
    }
    guard let count = [("ed", 2), ("ing", 3)].first(where: { ends($0.0) })?.1, hasVowel(bytes.count - count) else {
      return
    }
    bytes.removeLast(count)
    if ends("at") || ends("bl") || ends("iz") {
      bytes.append(UInt8(ascii: "e"))
    } else if isDoubled, !ends("l"), !ends("s"), !ends("z") {
      bytes.removeLast()
    } else if measure(bytes.count) == 1, isShort(bytes.count) {
      bytes.append(UInt8(ascii: "e"))
    }
  }

  /// Replaces the longest of these endings that the word has, where enough stands before it.
  private mutating func replaceFirst(of endings: [(ending: StaticString, by: StaticString)]) {
    guard let (ending, new) = endings.first(where: { ends($0.ending) }) else { return }
    guard measure(bytes.count - ending.utf8CodeUnitCount) > 0 else { return }
    bytes.removeLast(ending.utf8CodeUnitCount)
    new.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func takeOffLastEnding() {
    guard let ending = Self.lastEndings.first(where: ends) else { return }
    let count = bytes.count - ending.utf8CodeUnitCount
    guard measure(count) > 1 else { return }
    // «ion» is an ending only behind s or t.
    if ending.utf8CodeUnitCount == 3, ends("ion"), bytes[count - 1] != UInt8(ascii: "s"),
      bytes[count - 1] != UInt8(ascii: "t")
    {
      return
    }
    bytes.removeLast(ending.utf8CodeUnitCount)
  }

  private mutating func takeOffLastE() {
    if ends("e") {
      let count = bytes.count - 1
      let measure = measure(count)
      if measure > 1 || measure == 1 && !isShort(count) { bytes.removeLast() }
    }
    if ends("ll"), measure(bytes.count) > 1 { bytes.removeLast() }
  }

  // MARK: What the steps ask

  private func ends(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }

  private func isConsonant(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
    case UInt8(ascii: "y"):
      // Of a run of y every second one is a vowel.
      var start = index
      while start > 0, bytes[start - 1] == UInt8(ascii: "y") { start -= 1 }
      let isFirstConsonant = start == 0 || !isConsonant(start - 1)
      return isFirstConsonant == ((index - start) % 2 == 0)
    default: return true
    }
  }

  /// How often a consonant follows a vowel within the first `count` letters.
  private func measure(_ count: Int) -> Int {
    var measure = 0
    var isBehindVowel = false
    for index in 0..<max(0, count) {
      let isConsonant = isConsonant(index)
      if isConsonant, isBehindVowel { measure += 1 }
      isBehindVowel = !isConsonant
    }
    return measure
  }

  private func hasVowel(_ count: Int) -> Bool { (0..<max(0, count)).contains { !isConsonant($0) } }

  private var isDoubled: Bool {
    let count = bytes.count
    return count > 1 && bytes[count - 1] == bytes[count - 2] && isConsonant(count - 1)
  }

  /// Whether the first `count` letters end as `hop` does: consonant, vowel, consonant other than w, x, y.
  private func isShort(_ count: Int) -> Bool {
    guard count > 2, isConsonant(count - 1), !isConsonant(count - 2), isConsonant(count - 3) else { return false }
    return bytes[count - 1] != UInt8(ascii: "w") && bytes[count - 1] != UInt8(ascii: "x")
      && bytes[count - 1] != UInt8(ascii: "y")
  }

  // MARK: Endings, the longer before those that they end in

  private static let doubleEndings: [(ending: StaticString, by: StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("entli", "ent"),
    ("ousli", "ous"), ("alli", "al"), ("biliti", "ble"), ("bli", "ble"), ("eli", "e"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("logi", "log"),
  ]
  private static let derivedEndings: [(ending: StaticString, by: StaticString)] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
  ]
  private static let lastEndings: [StaticString] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
    "al", "er", "ic", "ou",
  ]
}
