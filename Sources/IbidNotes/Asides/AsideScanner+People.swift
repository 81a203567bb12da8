import IbidModel
import IbidText

/// Persons whose part in a work stands before their names, and patents with those who hold them.
extension AsideScanner {
  /// «Translated by A. B. Smith», «trans. Alan Smith», «Directed by Ida Roe»
  func people(at index: Int, _ variable: Variable) -> Found? {
    var start = index + 1
    let isShort = mark(start) == UInt8(ascii: ".")
    if isShort { start += 1 }
    let hasPreposition = ["by", "von", "v", "par", "por", "de", "da", "door", "av"].contains(word(start))
    if hasPreposition { start += mark(start + 1) == UInt8(ascii: ".") ? 2 : 1 }
    guard hasPreposition || isShort, index == 0 || tokens[index - 1].kind == .mark || hasPreposition else { return nil }
    guard let end = namesEnd(from: start) else { return nil }
    let names = NameList(bytes, tokens[start..<end]).names
    guard let name = names.first, name.literal == nil, name.given != nil || hasPreposition else { return nil }
    // «Trans. Am. Math. Soc.» is a journal.
    if !hasPreposition, end - start < 2 || isNumber(end + 1) { return nil }
    var range = index..<end
    if index > 0, mark(index - 1) == UInt8(ascii: "("), mark(end) == UInt8(ascii: ")") {
      range = (index - 1)..<(end + 1)
    }
    return Found(meaning: .names(variable, names), tokens: range)
  }

  /// Where names that start at a token end: at a full stop behind a word, a bracket, a number.
  private func namesEnd(from start: Int) -> Int? {
    guard tokens.indices.contains(start), tokens[start].startsUpper || tokens[start].kind == .lower else { return nil }
    var index = start
    var hasFamily = false
    while index < min(tokens.count, start + 20) {
      let token = tokens[index]
      if token.isWord {
        let isSmall = token.kind == .lower
        if isSmall, !Self.small.contains(word(index)) { break }
        if !isSmall, token.length > 2 { hasFamily = true }
      } else if token.kind == .mark {
        let isInitial = index > start && tokens[index - 1].kind == .upper && tokens[index - 1].length <= 2
        let joins = [38, 45].contains(bytes[token.start]) || token.end - token.start == 3 && !token.followsSpace
        guard joins || mark(index) == UInt8(ascii: ".") && isInitial else { break }
      } else {
        break
      }
      index += 1
    }
    return hasFamily ? index : nil
  }

  private static let small: Set<String> = [
    "and", "und", "et", "y", "e", "van", "von", "de", "der", "den", "del", "di", "da", "du", "la", "le", "zu", "ten",
  ]

  /// «U.S. Patent No. 6,285,999», «United States patent US 6,285,999 B2», «WO Patent 2005/012345»
  func patent(at index: Int) -> Found? {
    var country = ""
    var next = index + 1
    while next < min(tokens.count, index + 8), !isNumber(next) {
      let name = word(next)
      if let code = Self.countries[name] {
        country = code
      } else if name.hasPrefix("wo")
        || !Self.patentWords.contains(name) && ![46, 58, 40].contains(mark(next))
          && tokens[next].end - tokens[next].start > 2
      {
        return nil
      }
      next += 1
    }
    guard isNumber(next) else { return nil }
    let first = next
    var digits = Int(tokens[next].length)
    next += 1
    while next + 1 < tokens.count, isNumber(next + 1), [44, 47, 46, 45].contains(mark(next)),
      !tokens[next + 1].followsSpace, mark(next) == 47 || tokens[next + 1].length == 3
    {
      digits += Int(tokens[next + 1].length)
      next += 2
    }
    while country == "EP", isNumber(next), tokens[next].length == 3 {
      digits += 3
      next += 1
    }
    guard digits >= 5 else { return nil }
    // «B2»
    if next + 1 < tokens.count, tokens[next].kind == .upper, tokens[next].length == 1, isNumber(next + 1),
      !tokens[next + 1].followsSpace
    {
      next += 2
    }
    var start = index
    while start > 0, index - start < 5 {
      let name = word(start - 1)
      if let code = Self.countries[name] {
        if country.isEmpty { country = code }
      } else if !["united", "u", "s", "great", "world", "intl"].contains(name), mark(start - 1) != 46 || start == index
      {
        break
      }
      start -= 1
    }
    while start < index, tokens[start].kind == .mark { start += 1 }
    // «U.S.»
    if start == index, index > 3, mark(index - 1) == 46, word(index - 2) == "s", word(index - 4) == "u" {
      start = index - 4
      country = "US"
    }
    let number = text(first..<next)
    if start > 0, mark(start - 1) == UInt8(ascii: "("), mark(next) == UInt8(ascii: ")") {
      start -= 1
      next += 1
    }
    return Found(
      meaning: .number(country.isEmpty ? number : country + " " + number, .patent), tokens: start..<next)
  }

  private static let patentWords: Set<String> = [
    "no", "nr", "number", "application", "appl", "publication", "n", "nº", "pub", "and", "a", "pat",
  ]

  private static let countries: [String: String] = [
    "us": "US", "states": "US", "usa": "US", "ep": "EP", "european": "EP", "wo": "WO", "pct": "WO", "de": "DE",
    "german": "DE", "deutsches": "DE", "jp": "JP", "japanese": "JP", "cn": "CN", "chinese": "CN", "gb": "GB",
    "uk": "GB", "british": "GB", "fr": "FR", "french": "FR", "ca": "CA", "canadian": "CA", "br": "BR", "ru": "RU",
    "kr": "KR", "korean": "KR", "au": "AU", "australian": "AU", "ch": "CH", "es": "ES", "it": "IT", "nl": "NL",
    "europäisches": "EP", "européen": "EP", "international": "WO", "world": "WO",
  ]

  /// «…, inventor; Walking University, assignee.»: who holds the patent is none of its authors.
  func inventors(at index: Int) -> Found? {
    guard index > 1, mark(index - 1) == UInt8(ascii: ",") else { return nil }
    var end = index + 1
    if mark(end) == UInt8(ascii: ";") {
      for place in end..<min(tokens.count, end + 24) {
        if ["assignee", "assignees", "applicant", "applicants", "anmelder"].contains(word(place)) {
          end = place + 1
          break
        }
      }
    }
    return Found(meaning: .role(.author, .patent), tokens: (index - 1)..<end)
  }
}
