/// Changes the case of the text in a stretch of runs; `noCase` spans, superscripts and subscripts keep theirs.
///
/// Source: CSL 1.0.2, «Text-case».
struct CaseChange {
  private struct Letter {
    var scalar: Unicode.Scalar
    /// What it becomes; nil where it stays.
    var text: String?
    var run: Int
    var isProtected: Bool
  }

  private var letters: [Letter] = []
  private let letterCase: LetterCase

  /// Applies `textCase` to `runs[start...]`.
  ///
  /// - Parameters:
  ///   - isEnglish: whether title case applies; it leaves other languages alone.
  ///   - letters: the capitals of the text's language.
  static func apply(
    _ textCase: TextCase, to runs: inout [Run], from start: Int, isEnglish: Bool,
    letters: LetterCase = LetterCase(language: "en")
  ) {
    guard textCase != .title || isEnglish else { return }
    var change = CaseChange(runs, from: start, letters)
    switch textCase {
    case .lowercase: change.mapAll(letters.lowercase)
    case .uppercase: change.mapAll(letters.uppercase)
    case .capitalizeFirst: change.capitalizeFirstWord(evenIfMixed: false)
    case .capitalizeAll: change.capitalizeAll()
    case .sentence: change.sentence()
    case .title: change.title()
    }
    change.write(to: &runs)
  }

  private init(_ runs: [Run], from start: Int, _ letterCase: LetterCase) {
    self.letterCase = letterCase
    var protections: [Bool] = []
    for index in runs.indices[start...] {
      switch runs[index] {
      case .open(let span):
        let isProtected =
          switch span {
          case .noCase, .noDecoration, .tag(.persons): true
          case .formatting(let formatting):
            formatting.verticalAlign == .sup || formatting.verticalAlign == .sub || formatting.fontVariant == .smallCaps
          default: false
          }
        protections.append(isProtected || protections.last ?? false)
      case .close: _ = protections.popLast()
      case .text(let text):
        for scalar in text.unicodeScalars {
          letters.append(Letter(scalar: scalar, run: index, isProtected: protections.last ?? false))
        }
      }
    }
  }

  private func write(to runs: inout [Run]) {
    var index = 0
    while index < letters.count {
      let run = letters[index].run
      let start = index
      var isChanged = false
      while index < letters.count, letters[index].run == run {
        if letters[index].text != nil { isChanged = true }
        index += 1
      }
      guard isChanged else { continue }
      var text = String.UnicodeScalarView()
      for letter in letters[start..<index] {
        if let changed = letter.text {
          text.append(contentsOf: changed.unicodeScalars)
        } else {
          text.append(letter.scalar)
        }
      }
      runs[run] = .text(String(text))
    }
  }

  // MARK: Cases

  private mutating func mapAll(_ mapping: (Unicode.Scalar) -> String) {
    for index in letters.indices where !letters[index].isProtected {
      letters[index].text = mapping(letters[index].scalar)
    }
  }

  private mutating func sentence() {
    // One word of capitals is an acronym: «NASA».
    if isUppercase(letters.indices), letters.contains(where: \.scalar.isBlank) {
      mapAll(letterCase.lowercase)
      capitalizeFirstWord(evenIfMixed: true)
    } else {
      capitalizeFirstWord(evenIfMixed: false)
      lowercaseCapitalized()
    }
  }

  /// «A Study of The World» becomes «A study of the world»; words with capitals inside, «mRNA» and «NASA», stay.
  private mutating func lowercaseCapitalized() {
    var start = 0
    var isFirst = true
    while start < letters.count {
      guard letters[start].scalar.isWordCharacter else {
        start += 1
        continue
      }
      var end = start + 1
      while end < letters.count, letters[end].scalar.isWordCharacter { end += 1 }
      if !isFirst, end - start > 1, letters[start].scalar.isUpper, !hasUppercase(start + 1..<end),
        !letters[start].isProtected
      {
        letters[start].text = letterCase.lowercase(letters[start].scalar)
      }
      isFirst = false
      start = end
    }
  }

  private mutating func capitalizeFirstWord(evenIfMixed: Bool) {
    // Where a blank comes first, the text goes on behind other words.
    guard letters.first?.scalar.isBlank == false,
      let first = letters.firstIndex(where: { $0.scalar.isWordCharacter })
    else { return }
    var end = first
    while end < letters.count, letters[end].scalar.isWordCharacter { end += 1 }
    // A Greek letter that stands alone is a symbol: «β-catenin».
    if end - first == 1, letters[first].scalar.isGreek { return }
    if evenIfMixed || !hasUppercase(first..<end) { capitalize(first) }
  }

  private mutating func capitalizeAll() {
    for word in words() where !hasUppercase(word) && !(word.count == 1 && letters[word.lowerBound].scalar.isGreek) {
      capitalize(word.lowerBound)
    }
  }

  private mutating func title() {
    let words = words()
    var followsStop = true
    var followsHyphen = false
    for (number, word) in words.enumerated() {
      let next = number + 1 < words.count ? words[number + 1].lowerBound : letters.count
      // Indices and no slice: a slice that is held would make each change below copy all letters.
      let between = word.upperBound..<next
      let isLast = number == words.count - 1
      // «Pro-Environmental», yet «Out-of-Fashion».
      let isCompound =
        between.count == 1 && letters[word.upperBound].scalar == "-"
        && (word.lowerBound == 0 || letters[word.lowerBound - 1].scalar != "-")
      // A capital that somebody wrote stays: «Vitamin D», «Review of The Double Helix».
      let isStopWord =
        word.count <= Self.longestStopWord && Self.stopWords.contains(text(of: word)) && !isLast && !isCompound
      let isPlain = isStopWord || isSymbol(word, isFirst: number == 0, followsHyphen: followsHyphen)
      let mayFollowStop = followsStop && !letters[word.lowerBound].scalar.isGreek
      if mayFollowStop || !isPlain, !hasUppercase(word), !followsNumber(word) { capitalize(word.lowerBound) }
      if between.contains(where: { letters[$0].scalar == "-" }) { followsHyphen = true }
      followsStop = between.contains {
        letters[$0].scalar == ":" || letters[$0].scalar == "?" || letters[$0].scalar == "!"
      }
    }
  }

  /// The one letter of «07-x» is no word.
  private func followsNumber(_ word: Range<Int>) -> Bool {
    let start = word.lowerBound
    return word.count == 1 && start > 1 && letters[start - 1].scalar == "-"
      && ("0"..."9").contains(letters[start - 2].scalar)
  }

  /// One letter that is no word, as in «The e coli», «x/y» and «e.g.», or that an apostrophe joins to one: «d’Artagnan».
  /// The first «x-ray» of a title is an «X-Ray», as the reference processor has it, and later ones are not.
  private func isSymbol(_ word: Range<Int>, isFirst: Bool, followsHyphen: Bool) -> Bool {
    // «β-Catenin»: Β is no β.
    if letters[word.lowerBound].scalar.isGreek { return true }
    guard letters[word.lowerBound].scalar.isASCII else { return false }
    if word.upperBound < letters.count, letters[word.upperBound].scalar == "-",
      Self.chemicalPrefixes.contains(text(of: word))
    {
      return true
    }
    guard !isFirst else { return false }
    guard word.count > 1 else {
      return followsHyphen || word.upperBound == letters.count || letters[word.upperBound].scalar != "-"
    }
    let second = letters[word.lowerBound + 1].scalar
    return second == "'" || second == "’" || second == "."
  }

  private func text(of word: Range<Int>) -> String {
    String(String.UnicodeScalarView(letters[word].lazy.map(\.scalar)))
  }

  private mutating func capitalize(_ index: Int) {
    guard index < letters.count, !letters[index].isProtected else { return }
    letters[index].text = letterCase.titlecase(letters[index].scalar)
    let next = index + 1
    if next < letters.count, letterCase.isOneLetter(letters[index].scalar, letters[next].scalar) {
      letters[next].text = letterCase.uppercase(letters[next].scalar)
    }
  }

  // MARK: Words

  /// Stretches of letters, digits, marks and apostrophes, in order.
  private func words() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in 0...letters.count {
      let isWord = index < letters.count && letters[index].scalar.isWordCharacter || isInside(index, start)
      if isWord, start == nil { start = index }
      if !isWord, let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    return words
  }

  /// An apostrophe or a point inside a word: «don’t», «e.g.».
  private func isInside(_ index: Int, _ start: Int?) -> Bool {
    guard start != nil, index + 1 < letters.count else { return false }
    switch letters[index].scalar {
    case "'", "’", "`", ".": return letters[index + 1].scalar.isWordCharacter
    default: return false
    }
  }

  private func isUppercase(_ indices: Range<Int>) -> Bool {
    var hasLetter = false
    for index in indices where !letters[index].isProtected {
      if letters[index].scalar.isLower { return false }
      if letters[index].scalar.isUpper { hasLetter = true }
    }
    return hasLetter
  }

  private func hasUppercase(_ indices: some Sequence<Int>) -> Bool {
    indices.contains { letters[$0].scalar.isUpper }
  }

  /// Where in a molecule a group stands: «tert-Butyl».
  private static let chemicalPrefixes: Set<String> = ["m", "n", "o", "p", "sec", "sn", "tert"]

  private static let longestStopWord = 15
  private static let stopWords: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "along", "alongside", "amid", "amidst", "among",
    "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at", "athwart", "atop",
    "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "c",
    "ca", "circa", "d", "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in",
    "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off", "on", "onto",
    "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than", "the", "through", "throughout",
    "thru", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v",
    "van",
    "versus", "via", "von", "vs", "with", "within", "without", "yet",
  ]
}

extension Unicode.Scalar {
  /// Whether it is a capital; the tables of Unicode are only asked beyond ASCII.
  var isUpper: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }
  /// Whether it is a small letter.
  var isLower: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }
  /// Whether it is a letter of the Greek alphabet, or the micro sign.
  var isGreek: Bool { !isASCII && ((0x0370...0x03FF).contains(value) || value == 0xB5) }
  /// Whether it is white space.
  var isBlank: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

  /// A letter, a digit or a combining mark.
  var isWordCharacter: Bool {
    if isASCII { return value < 128 && (UInt8(value).isLetterOrDigit) }
    let properties = properties
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    self >= 48 && self <= 57 || (self | 0x20) >= 97 && (self | 0x20) <= 122
  }
}
