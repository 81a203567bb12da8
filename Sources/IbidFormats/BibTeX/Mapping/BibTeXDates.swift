import IbidModel
import IbidText

/// Reads the dates of both dialects: EDTF in `date`, numbers and words in `year`, `month` and `day`.
///
/// Source: biblatex manual 3.19, section 2.3.8; ISO 8601-2, level 1.
enum BibTeXDates {
  /// A `date` of biblatex'; nil where it is none.
  static func date(_ text: String) -> CSLDate? {
    if text.isEmpty { return nil }
    if let date = CSLDate(edtf: known(text)) { return validated(date) }
    if let date = decades(text) { return date }
    return numbered(text)
  }

  /// A year in words or numbers: `2001`, `1995--1996`, `[1990]`, `c. 1850`, `in press`.
  static func year(_ text: String) -> CSLDate? {
    if text.isEmpty { return nil }
    if let year = number(text[...]) { return CSLDate(year) }
    // `1988--89` and `1988/89`
    let ends = text.replacing(where: { PageRange.isDash($0) || $0 == "/" }).split(
      separator: "-", omittingEmptySubsequences: true)
    if ends.count == 2 || ends.count == 1, text.first?.isNumber == true, let start = number(ends[0].trimmedASCII[...]) {
      if ends.count == 1 { return CSLDate(.init(year: start), through: .init(year: 0)) }
      if let end = number(ends[1].trimmedASCII[...]) {
        let whole = end < 100 && start > 100 ? start / 100 * 100 + end : end
        if whole > start { return CSLDate(.init(year: start), through: .init(year: whole)) }
      }
    }
    if let date = CSLDate(edtf: text), date.year.map({ abs($0) < 10_000 }) == true { return validated(date) }
    return circa(text) ?? CSLDate(literal: text)
  }

  /// `c. 1850`, `[1990]`, `1990?`, `ca 1900`, `circa 1900`: all but the number says that it is not certain.
  private static func circa(_ text: String) -> CSLDate? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard (3...4).contains(digits.count), text.contains(digits), let year = Int(digits) else { return nil }
    let rest = text.lowercased().filter { !($0.isASCII && $0.isNumber) && !" .[]()?~".contains($0) }
    guard rest.isEmpty || rest == "c" || rest == "ca" || rest == "circa" || rest == "approx" else { return nil }
    var date = CSLDate(year)
    date.isCirca = text != digits
    return date
  }

  /// What EDTF's unknown parts leave: `1999-XX` is 1999; and a start that is open is no date of CSL's.
  private static func known(_ text: String) -> String {
    guard text.contains("X") || text.contains("u") else { return text }
    return text.split(separator: "/", omittingEmptySubsequences: false).map { end in
      var end = String(end)
      for unknown in ["-XX", "-uu"] { while end.hasSuffix(unknown) { end.removeLast(3) } }
      return end
    }.joined(separator: "/")
  }

  /// `199X`, `19XX`
  private static func decades(_ text: String) -> CSLDate? {
    guard text.utf8.count == 4, text.hasSuffix("X") else { return nil }
    let digits = text.prefix { $0 != "X" }
    guard (2...3).contains(digits.utf8.count), let value = Int(digits),
      text.dropFirst(digits.count).allSatisfy({ $0 == "X" })
    else { return nil }
    let width = digits.utf8.count == 3 ? 10 : 100
    return CSLDate(.init(year: value * width), through: .init(year: value * width + width - 1))
  }

  /// Dates as people write them: `1.5.1998`, `2014/3/7`, `10 May 2004`, `May 2004`.
  private static func numbered(_ text: String) -> CSLDate? {
    let words = text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
    let numbers = words.compactMap { Int($0) }
    if numbers.count == words.count, numbers.count == 3 {
      let isYearFirst = numbers[0] > 31
      let (year, day) = isYearFirst ? (numbers[0], numbers[2]) : (numbers[2], numbers[0])
      guard year > 31 else { return nil }
      return validated(CSLDate(year, numbers[1], day))
    }
    guard let year = numbers.first(where: { (1000...2999).contains($0) }), words.count <= 4 else { return nil }
    var date = CSLDate(year)
    let rest = words.filter { $0 != String(year) }.joined(separator: " ")
    return add(month: rest, to: &date) ? date : nil
  }

  /// Without a month or day that there is not.
  static func validated(_ date: CSLDate) -> CSLDate {
    var date = date
    date.start = date.start.map(validated)
    date.end = date.end.map(validated)
    return date
  }

  private static func validated(_ parts: CSLDate.Parts) -> CSLDate.Parts {
    var parts = parts
    guard let month = parts.month else { return parts }
    guard (1...12).contains(month) else { return .init(year: parts.year) }
    guard let day = parts.day else { return parts }
    let isLeap = parts.year % 4 == 0 && (parts.year % 100 != 0 || parts.year % 400 == 0)
    let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    if !(1...days).contains(day) { parts.day = nil }
    return parts
  }

  /// Adds a month, or months and days, or a season: `mar`, `3`, `Sep--Oct`, `2--7 June`, `may 23`, `Spring`.
  ///
  /// - Returns: whether all of it was understood.
  static func add(month text: String, to date: inout CSLDate) -> Bool {
    guard let start = date.start, date.end == nil else { return false }
    if let month = macros[text] {
      date.start = .init(year: start.year, month: month)
      return true
    }
    var months: [Int] = []
    var days: [Int] = []
    var seasons: [Int] = []
    var isRange = false
    var isWhole = true
    for token in tokens(text) {
      if token.allSatisfy({ $0.isASCII && $0.isNumber }) {
        // `November 16, 2003` gives the year once more.
        if let number = Int(token), number != start.year {
          if (1...31).contains(number) { days.append(number) } else { isWhole = false }
        }
      } else if let month = Month.number(inAnyLanguage: token) ?? Month.number(of: token) {
        months.append(month)
      } else if let season = Month.season(of: token) {
        seasons.append(season)
      } else if token == "-" || token == "/" || token == "to" || token == "and" || token == "&" {
        isRange = true
      } else if !["st", "nd", "rd", "th", "of", ",", "."].contains(token) {
        isWhole = false
      }
    }
    if months.isEmpty, seasons.isEmpty {
      // Numbers alone are months.
      (months, days) = (days, [])
      guard months.allSatisfy({ $0 <= 12 }) else { return false }
    }
    if let season = seasons.first, months.isEmpty {
      date.start?.season = season
      if seasons.count == 2 { date.end = .init(year: start.year, season: seasons[1]) }
      return isWhole && seasons.count <= 2 && days.isEmpty
    }
    guard let month = months.first, months.count <= 2, days.count <= 2 else { return false }
    date.start = validated(.init(year: start.year, month: month, day: days.first))
    if isRange, months.count == 2 || days.count == 2 {
      let last = months.last ?? month
      let year = last < month ? start.year + 1 : start.year
      date.end = validated(.init(year: year, month: last, day: days.count == 2 ? days[1] : nil))
    }
    return isWhole
  }

  private static let macros = Dictionary(
    uniqueKeysWithValues: (1...12).compactMap { month in Month.abbreviation(of: month).map { ($0, month) } })

  /// Words, numbers and signs in small letters; every dash is `-`.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var kind = 0
    for scalar in text.lowercased().unicodeScalars {
      let next = scalar.properties.isAlphabetic ? 1 : scalar.value >= 48 && scalar.value <= 57 ? 2 : 0
      if next == 0 {
        if PageRange.isDash(scalar) {
          tokens.append("-")
        } else if !scalar.properties.isWhitespace {
          tokens.append(String(scalar))
        }
      } else if next == kind, !tokens.isEmpty {
        tokens[tokens.count - 1].unicodeScalars.append(scalar)
      } else {
        tokens.append(String(scalar))
      }
      kind = next
    }
    return tokens
  }

  /// Four digits at most, with a sign before Christ.
  private static func number(_ text: Substring) -> Int? {
    let digits = text.first == "-" ? text.dropFirst() : text
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }
}

extension String {
  /// With a hyphen for each scalar that is a dash.
  fileprivate func replacing(where isDash: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(isDash(scalar) ? "-" : scalar) }
    return String(result)
  }
}
