/// A number variable's value as numbers and what stands between them: `2`, `D2, 5–7`, `3 & 4`.
///
/// Source: CSL 1.0.2, «is-numeric»: numbers may have prefixes and suffixes, and stand in lists and ranges.
struct NumberValue: Sendable {
  struct Part: Sendable, Hashable {
    var text: String
    /// The number, where the part is nothing else.
    var value: Int?
    /// What the part counts, where it says so itself: `page` for «p. 3».
    var label: String?

    /// Whether the part is a Roman numeral in small letters.
    var isRoman: Bool { !text.isEmpty && text.utf8.allSatisfy { "ivxlcdm".utf8.contains($0) } }
  }

  enum Separator: Sendable, Hashable {
    case range
    case list
    case and
    /// A word: «and», or the language's own.
    case word(String)
  }

  private(set) var parts: [Part] = []
  private(set) var separators: [Separator] = []
  /// Whether every part is a number, with a prefix and a suffix of letters at most.
  private(set) var isNumeric = false
  /// Whether the list names more than one thing.
  var isPlural: Bool {
    guard parts.count > 1, parts[1].label == nil else { return false }
    return isNumeric || hasLooseList || parts.allSatisfy(\.isRoman)
  }
  private var hasLooseList = false
  /// Whether a part says what it counts.
  var hasLabels: Bool { parts.contains { $0.label != nil } }

  /// - Parameter and: the language's word for «and», which joins numbers too.
  init(_ value: String, and: String? = nil) {
    var part: [Unicode.Scalar] = []
    var isEscaped = false
    var rest = value.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if isEscaped {
        part.append(scalar)
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "-", "–": end(&part, .range)
      // «9,999» is one number: nobody lists numbers without blanks, but English parts thousands so.
      case "," where Self.isThousands(behind: part, before: rest): part.append(scalar)
      case ",": end(&part, .list)
      case "&": end(&part, .and)
      case _ where scalar.isBlank:
        part.append(scalar)
        for word in ["and", and].compactMap(\.self) where part.endsIn(word: word) {
          part.removeLast(word.unicodeScalars.count + 1)
          end(&part, .word(word))
        }
      default: part.append(scalar)
      }
    }
    parts.append(Self.part(part))
    isNumeric = parts.allSatisfy { Self.isNumber($0.text) }
    if !isNumeric, parts.count > 1 {
      // «xii, 200» and «23-» are more than one.
      let isCounted = { (part: Part) in
        part.isRoman || part.text.isEmpty || part.text.unicodeScalars.contains { ("0"..."9").contains($0) }
      }
      hasLooseList = !parts[0].text.isEmpty && parts.count(where: isCounted) > 1
    }
  }

  /// Whether a comma stands between up to three digits and three more.
  private static func isThousands(behind part: [Unicode.Scalar], before rest: Substring.UnicodeScalarView) -> Bool {
    let isDigit: (Unicode.Scalar) -> Bool = { ("0"..."9").contains($0) }
    let before = part.reversed().prefix(while: isDigit).count
    return (1...3).contains(before) && rest.prefix(while: isDigit).count == 3
  }

  private mutating func end(_ part: inout [Unicode.Scalar], _ separator: Separator) {
    parts.append(Self.part(part))
    separators.append(separator)
    part = []
  }

  private static func part(_ scalars: [Unicode.Scalar]) -> Part {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.isBlank }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return Part(text: "", value: nil) }
    let text = String(String.UnicodeScalarView(scalars[first...last]))
    let (label, rest) = EmbeddedLabel.split(text)
    return Part(text: rest, value: rest.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(rest) : nil, label: label)
  }

  /// Digits with letters before or behind them, as in «e205» and «2nd», one number over another, «12/13», or digits
  /// with points and commas between them, «1.4.0».
  private static func isNumber(_ text: String) -> Bool {
    let isDigit: (Unicode.Scalar) -> Bool = { ("0"..."9").contains($0) }
    var rest = text.unicodeScalars.drop { $0.properties.isAlphabetic }
    guard rest.first.map(isDigit) ?? false else { return false }
    rest = rest.drop(while: isDigit)
    while rest.first == "." || rest.first == ",", rest.dropFirst().first.map(isDigit) ?? false {
      rest = rest.dropFirst().drop(while: isDigit)
    }
    if rest.first == "/" { return rest.dropFirst().allSatisfy(isDigit) && rest.count > 1 }
    return rest.allSatisfy(\.properties.isAlphabetic)
  }

  /// Whether `text` is a number as bodies give it to their reports: letters and digits with slashes and points
  /// between them, a digit in each of what hyphens part: «EUR/27/4b», «AB.3-12».
  static func isReportNumber(_ text: String) -> Bool {
    let isDigit: (Unicode.Scalar) -> Bool = { ("0"..."9").contains($0) }
    let isLetterOrDigit: (Unicode.Scalar) -> Bool = { isDigit($0) || $0.properties.isAlphabetic }
    let isNumber: (Substring.UnicodeScalarView) -> Bool = { number in
      number.contains(where: isDigit)
        && number.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
          .allSatisfy { !$0.isEmpty && $0.allSatisfy(isLetterOrDigit) }
    }
    return text.unicodeScalars.contains { $0 == "/" || $0 == "." }
      && text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false).allSatisfy(isNumber)
  }

  /// The list in CSL's spelling, each part as `text` gives it.
  ///
  /// - Parameters:
  ///   - label: the term for what a part says that it counts, in the plural before a range.
  func joined(
    rangeDelimiter: String, ampersand: String, label: (String, _ isPlural: Bool) -> String? = { _, _ in nil },
    _ text: (Part) -> String
  ) -> String {
    var result = ""
    var isLabelled = false
    for (index, part) in parts.enumerated() {
      let separator = index > 0 ? separators[index - 1] : nil
      switch separator {
      case .range: result += rangeDelimiter
      case .list: result += ", "
      case .and: result += " " + ampersand + " "
      case .word(let word): result += " " + word + " "
      case nil: break
      }
      if let name = part.label {
        let isPlural = index < separators.count && separators[index] == .range
        result += (label(name, isPlural) ?? name) + " "
        isLabelled = true
      }
      // The form is meant for what comes before the first label.
      result += isLabelled ? part.text : text(part)
    }
    return result
  }
}

extension [Unicode.Scalar] {
  /// Whether these end in this word with white space around it.
  fileprivate func endsIn(word: String) -> Bool {
    let word = word.unicodeScalars
    guard count > word.count + 1, self[count - word.count - 2].isBlank else { return false }
    return self[(count - word.count - 1)..<(count - 1)].elementsEqual(word)
  }
}

/// Roman numerals.
enum RomanNumeral {
  /// `iv` for 4; nil outside 1 to 5,999.
  static func lowercase(_ number: Int) -> String? {
    guard (1..<6000).contains(number) else { return nil }
    var rest = number
    var result = ""
    for (value, letters) in numerals {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }

  private static let numerals = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
