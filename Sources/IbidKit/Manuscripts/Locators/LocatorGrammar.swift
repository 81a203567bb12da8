import IbidCSL

/// The grammar of locators: each function reads one thing from a place of the tokens on, and tells where it ends.
///
/// Source: pandoc's manual, «Citation syntax»; what is not said there is as pandoc 3 reads it.
struct LocatorGrammar {
  let tokens: [CiteToken]
  let terms: LocatorTerms

  typealias Locator = (label: String, value: String, end: Int)
  /// Text, and whether a digit or a Roman numeral is in it.
  private typealias Piece = (text: String, isNumber: Bool, end: Int)

  /// The locator at the start, behind a comma or not; nil where the words begin with none.
  func locator() -> Locator? {
    var start = 0
    if isMark(",", at: start) { start += 1 }
    if isBlank(at: start) { start += 1 }
    return braced(start) ?? bare(start)
  }

  // MARK: In braces

  private func braced(_ start: Int) -> Locator? {
    guard isMark("{", at: start) else { return nil }
    var index = start + 1
    while isBlank(at: index) { index += 1 }
    let found = label(index) { $0 < tokens.count }
    let numbers = found?.end ?? index
    guard let close = closingBrace(from: numbers) else { return nil }
    return (found?.label ?? "page", text(numbers..<close), close + 1)
  }

  /// The brace that closes one opened before `start`, with all braces and brackets between in pairs.
  private func closingBrace(from start: Int) -> Int? {
    var open: [String] = ["}"]
    for index in start..<max(start, tokens.count) where tokens[index].kind == .mark {
      switch tokens[index].text {
      case "{": open.append("}")
      case "[": open.append("]")
      case "}", "]":
        guard tokens[index].text == open.last else { return nil }
        open.removeLast()
        if open.isEmpty { return index }
      default: break
      }
    }
    return nil
  }

  // MARK: Without braces

  private func bare(_ start: Int) -> Locator? {
    let found = label(start) { number($0, isFirst: true)?.isNumber == true }
    let numbers = found?.end ?? start
    // Without a word for what is counted only a digit makes pages of it.
    guard let first = number(numbers, isFirst: true), found == nil ? hasDigit(first.text) : first.isNumber else {
      return nil
    }
    var value = first.text
    var end = first.end
    while let next = number(end, isFirst: false), found == nil ? hasDigit(next.text) : next.isNumber {
      value += next.text
      end = next.end
    }
    return (found?.label ?? "page", value, end)
  }

  private func hasDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

  /// The longest word for what is counted from `start` on, behind which `mayEnd` holds.
  private func label(_ start: Int, mayEnd: (Int) -> Bool) -> (label: String, end: Int)? {
    var word = ""
    var found: (label: String, end: Int)?
    var index = start
    while index < tokens.count, word.utf8.count <= terms.longest {
      word += tokens[index].text == "\u{A0}" ? " " : tokens[index].text
      index += 1
      guard mayEnd(index) else { continue }
      let name = word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
      if let label = terms[String(name)] { found = (label, index) }
    }
    return found
  }

  /// A number of a list, behind its comma and blank.
  private func number(_ start: Int, isFirst: Bool) -> Piece? {
    var index = start
    var text = ""
    if !isFirst, isMark(",", at: index) || isMark(";", at: index) {
      text = tokens[index].text
      index += 1
    }
    if isBlank(at: index) {
      text += " "
      index += 1
    }
    guard let parts = many(index, bracketedOrPages) else { return nil }
    return (text + parts.text, parts.isNumber, parts.end)
  }

  /// `(1)`, `[84]`, `{3}`, or pages.
  private func bracketedOrPages(_ start: Int) -> Piece? {
    for (open, close) in [("{", "}"), ("[", "]"), ("(", ")")] where isMark(open, at: start) {
      let inside = pages(start + 1)
      let end = inside?.end ?? start + 1
      if isMark(close, at: end) { return (open + (inside?.text ?? "") + close, inside?.isNumber ?? false, end + 1) }
    }
    return pages(start)
  }

  /// `12`, `1.2.3`, `.2`: a point without a number behind it is none of it.
  private func pages(_ start: Int) -> Piece? {
    guard let first = unit(start) else { return many(start, pointAndUnit) }
    guard let rest = many(first.end, pointAndUnit) else { return first }
    return (first.text + rest.text, first.isNumber || rest.isNumber, rest.end)
  }

  private func pointAndUnit(_ start: Int) -> Piece? {
    guard isMark(".", at: start), let unit = unit(start + 1) else { return nil }
    return ("." + unit.text, unit.isNumber, unit.end)
  }

  /// A Roman numeral, or what neither blanks nor marks other than dashes interrupt.
  private func unit(_ start: Int) -> Piece? {
    guard start < tokens.count else { return nil }
    if tokens[start].kind == .word, RomanNumber.isOne(tokens[start].text) {
      return (tokens[start].text, true, start + 1)
    }
    var end = start
    while end < tokens.count, isInUnit(tokens[end]) { end += 1 }
    guard end > start else { return nil }
    let text = text(start..<end)
    return (text, hasDigit(text), end)
  }

  private func isInUnit(_ token: CiteToken) -> Bool {
    switch token.kind {
    case .blank, .formula: false
    case .mark: token.text == "-" || token.text == "–"
    case .word, .whole: true
    }
  }

  // MARK: Tokens

  private func many(_ start: Int, _ read: (Int) -> Piece?) -> Piece? {
    guard var whole = read(start) else { return nil }
    while let next = read(whole.end) {
      whole = (whole.text + next.text, whole.isNumber || next.isNumber, next.end)
    }
    return whole
  }

  private func isMark(_ mark: String, at index: Int) -> Bool { index < tokens.count && tokens[index].isMark(mark) }
  private func isBlank(at index: Int) -> Bool { index < tokens.count && tokens[index].kind == .blank }
  private func text(_ range: Range<Int>) -> String { tokens[range].map(\.text).joined() }
}

/// Roman numerals, in capitals or small letters.
enum RomanNumber {
  /// Whether all of a word is one: `iv`, `MCMXCIV`; not `iiii` or `ic`.
  static func isOne(_ word: String) -> Bool {
    let letters = Array(word.uppercased())
    guard !letters.isEmpty, letters.count < 20 else { return false }
    var index = 0
    func take(_ digits: [String]) {
      // The longest that fits: «IX» before «I».
      for digit in digits where letters[index...].starts(with: digit) {
        index += digit.count
        return
      }
    }
    while index < letters.count, letters[index] == "M" { index += 1 }
    take(["CM", "DCCC", "DCC", "DC", "D", "CD", "CCC", "CC", "C"])
    take(["XC", "LXXX", "LXX", "LX", "L", "XL", "XXX", "XX", "X"])
    take(["IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I"])
    return index == letters.count
  }
}
