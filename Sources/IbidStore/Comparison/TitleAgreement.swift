internal import IbidModel
internal import IbidText

/// How far two titles are the same.
struct TitleAgreement {
  /// From one title to two.
  enum Degree: Int, Comparable {
    /// Two titles.
    case different
    /// Words are replaced by others, but most are the same.
    case similar
    /// One has words in its middle that the other has not.
    case near
    /// One is the beginning of the other: a subtitle is cut off.
    case cut
    /// The same but for slips of the pen and words that say little.
    case spelling
    /// The same.
    case equal

    static func < (one: Degree, other: Degree) -> Bool { one.rawValue < other.rawValue }
  }

  private(set) var degree = Degree.different
  /// Whether numbers are not the same: `Part I` and `Part II`.
  private(set) var numbersDiffer = false
  /// Whether one has a word that tells a protocol from its report, or the like.
  private(set) var kindsDiffer = false
  /// Letters of the words that are in both.
  private(set) var commonLetters = 0
  /// Which part of the letters of the shorter title that is, 0…1.
  private(set) var share = 0.0

  /// Compares two titles, also by the second titles that they have.
  init(_ one: ComparedTitle, _ other: ComparedTitle) {
    compare(one.words, other.words, one.joined, other.joined)
    guard degree < .cut, !one.otherWords.isEmpty || !other.otherWords.isEmpty else { return }
    for first in [one.words, one.otherWords, one.words + one.otherWords] where !first.isEmpty {
      for second in [other.words, other.otherWords, other.words + other.otherWords] where !second.isEmpty {
        var agreement = self
        agreement.compare(first, second, first.joined(), second.joined())
        if agreement.degree > degree { self = agreement }
      }
    }
  }

  private mutating func compare(_ one: [String], _ other: [String], _ joined: String, _ otherJoined: String) {
    (numbersDiffer, kindsDiffer, commonLetters, share, degree) = (false, false, 0, 0, .different)
    guard !one.isEmpty, !other.isEmpty else { return }
    if joined == otherJoined {
      (degree, commonLetters, share) = (.equal, joined.utf8.count, 1)
      return
    }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
    let (rest, otherRest) = (one[start..<(one.count - end)], other[start..<(other.count - end)])
    let same = one[..<start].letters + one[(one.count - end)...].letters
    let shorter = min(joined.utf8.count, otherJoined.utf8.count)
    let (text, otherText) = (rest.joined(), otherRest.joined())
    // A slip of the pen, or a word parted in two.
    let slips = max(text.utf8.count, otherText.utf8.count)
    if !text.isEmpty, !otherText.isEmpty, text.digits == otherText.digits, !WordSpelling.areOpposites(text, otherText),
      text == otherText || EditDistance.isWithin(slips >= 16 ? 3 : slips >= 8 ? 2 : slips >= 4 ? 1 : 0, text, otherText)
    {
      (degree, commonLetters, share) = (.spelling, shorter, 1)
      return
    }
    let alignment = WordAlignment(Array(rest.prefix(60)), Array(otherRest.prefix(60)))
    commonLetters = same + alignment.letters
    share = Double(commonLetters) / Double(max(shorter, 1))
    let left = alignment.onlyInFirst.filter { !TitleWords.isWeak($0) }
    let otherLeft = alignment.onlyInSecond.filter { !TitleWords.isWeak($0) }
    let isCut = alignment.isCut && end == 0 || joined.hasPrefix(otherJoined) || otherJoined.hasPrefix(joined)
    numbersDiffer = Self.numbersDiffer(left, otherLeft, isCut: isCut)
    kindsDiffer = Self.kinds.contains { left.contains($0) != otherLeft.contains($0) }
    if Self.lettersDiffer(alignment.onlyInFirst, alignment.onlyInSecond) {
      numbersDiffer = true
      degree = share >= 0.55 ? .similar : .different
    } else if left.isEmpty && otherLeft.isEmpty || (left.isEmpty || otherLeft.isEmpty) && isCut && shorter >= 120 {
      // A field that holds so many letters and no more.
      degree = .spelling
    } else if left.isEmpty || otherLeft.isEmpty {
      let extra = (left.isEmpty ? otherLeft : left)
      if extra.allSatisfy(TitleWords.isGreekLetter) {
        degree = .spelling
      } else if isCut {
        degree = .cut
      } else {
        degree = share >= 0.9 ? .near : share >= 0.6 ? .similar : .different
      }
    } else {
      degree = share >= 0.55 ? .similar : .different
    }
  }

  /// Whether each has a letter where the other has another one: `hepatitis B`, `hepatitis C`.
  private static func lettersDiffer(_ left: [String], _ other: [String]) -> Bool {
    func letters(_ words: [String]) -> [String] { words.filter { $0.utf8.count == 1 && $0.digits.isEmpty } }
    let (one, two) = (letters(left), letters(other))
    return !one.isEmpty && !two.isEmpty && one != two
  }

  /// Numbers that one title has and the other has not: any in a title of its own, none in a subtitle that is cut off
  /// unless it numbers a part.
  private static func numbersDiffer(_ left: [String], _ other: [String], isCut: Bool) -> Bool {
    let numbers = left.filter { !$0.digits.isEmpty }
    let otherNumbers = other.filter { !$0.digits.isEmpty }
    guard !numbers.isEmpty || !otherNumbers.isEmpty else { return false }
    if isCut, numbers.isEmpty || otherNumbers.isEmpty {
      return numbersParts(left + other) || left.count + other.count == 1
    }
    return true
  }

  /// Whether the words say which part of a whole this is.
  private static func numbersParts(_ words: [String]) -> Bool { words.contains(where: TitleWords.numbersParts) }

  /// Words that are the difference between two works of the same people on the same thing.
  private static let kinds = [
    "protocol", "rationale", "erratum", "correction", "reply", "comment", "update", "updated", "letter", "editorial",
    "abstract", "summary", "design",
  ]
}

extension Collection<String> {
  /// How many letters the words have.
  fileprivate var letters: Int { reduce(0) { $0 + $1.utf8.count } }
}

extension String {
  /// The digits in it.
  fileprivate var digits: [UInt8] { utf8.filter(\.isASCIIDigit) }
}
