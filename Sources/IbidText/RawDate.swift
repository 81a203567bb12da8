package import IbidModel

/// Dates as people write them, which some reference managers send as they are: `27 Aug. 1972`, `May–June 1998`,
/// `Spring 2001`, `8/27/1972`.
///
/// Source: citeproc-js manual, «raw» dates. English names of months and seasons, other languages' months; what is not
/// understood stays text.
package enum RawDate {
  /// The item with its raw dates taken apart.
  package static func read(_ item: Item) -> Item {
    var item = item
    for field in item.dates where field.value.start == nil && field.value.literal == nil {
      guard let raw = field.value.other.first(where: { $0.name == "raw" })?.value.text, let date = parsed(raw) else {
        continue
      }
      var known = date
      known.isCirca = known.isCirca || field.value.isCirca
      item[date: field.variable] = known
    }
    return item
  }

  /// The date that `text` gives; nil where it cannot be read as one.
  package static func parsed(_ text: String) -> CSLDate? {
    if let date = CSLDate(edtf: text) { return date }
    let bytes = withoutTime(Array(text.utf8.trimmedASCII))
    guard bytes.count <= 60 else { return nil }
    if let single = Words(bytes[...]), let start = single.parts { return date(start, nil, single) }
    for index in bytes.indices where isRangeMark(bytes, index) {
      let width = bytes[index] == 0xE2 ? 3 : 1
      guard let left = Words(bytes[..<index]), let right = Words(bytes[(index + width)...]), let end = right.parts,
        let start = left.completed(by: right).parts, start < end
      else { continue }
      return date(start, end, right)
    }
    return nil
  }

  /// The date of `2020-03-30T12:00:00Z` and `2020-03-30 12:00`.
  private static func withoutTime(_ bytes: [UInt8]) -> [UInt8] {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let mark = bytes[..<colon].lastIndex(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }), mark >= 8,
      bytes[(mark + 1)..<colon].allSatisfy(\.isASCIIDigit)
    else { return bytes }
    return Array(bytes[..<mark])
  }

  private static func date(_ start: CSLDate.Parts, _ end: CSLDate.Parts?, _ words: Words) -> CSLDate {
    var date = CSLDate(start, through: end)
    date.isCirca = words.isCirca
    return date
  }

  /// A hyphen, a slash, or the first byte of a dash.
  private static func isRangeMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/")
      || bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
  }

  /// What the words of one date say.
  private struct Words {
    var year: Int?
    var month: Int?
    var season: Int?
    var day: Int?
    var isCirca = false

    /// nil where a word is no part of a date.
    init?(_ bytes: ArraySlice<UInt8>) {
      let words = bytes.split { $0.isASCIISpace || $0 == UInt8(ascii: ",") }
      guard !words.isEmpty, words.count <= 6 else { return nil }
      for word in words where !takeWithMarks(word) { return nil }
    }

    /// `22.08.2000` has its day first; any other stop ends an abbreviation or an ordinal number. `30-Mar-2020` is three
    /// words.
    private mutating func takeWithMarks(_ word: ArraySlice<UInt8>) -> Bool {
      let numbers = word.split(separator: UInt8(ascii: ".")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      if numbers.count == 3, word.count(where: { $0 == UInt8(ascii: ".") }) == 2, numbers[2] >= 1_000 {
        guard year == nil, month == nil, day == nil else { return false }
        (day, month, year) = (numbers[0], numbers[1], numbers[2])
        return (1...12).contains(numbers[1]) && (1...31).contains(numbers[0]) && numbers[2] < 10_000
      }
      let parts = word.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
      let isNamed = parts.count == 3 && parts[1].allSatisfy(\.isASCIILetter)
      for part in isNamed ? parts : [word] {
        for piece in part.split(separator: UInt8(ascii: ".")) where !take(piece) { return false }
      }
      return true
    }

    /// The date, where there is a year.
    var parts: CSLDate.Parts? {
      guard let year, day == nil || month != nil else { return nil }
      return CSLDate.Parts(year: year, month: month, day: day, season: month == nil ? season : nil)
    }

    /// «12» of «12–15 Aug 2003» and «May» of «May–June 1998» take from the end what they lack.
    func completed(by end: Words) -> Words {
      var words = self
      words.year = year ?? end.year
      if month == nil, season == nil, year == nil { (words.month, words.season) = (end.month, end.season) }
      return words
    }

    private mutating func take(_ word: ArraySlice<UInt8>) -> Bool {
      var text = String(decoding: word, as: UTF8.self).lowercased()
      if text.hasSuffix("?") || text.hasPrefix("~") {
        isCirca = true
        text.removeAll { $0 == "?" || $0 == "~" }
      }
      if ["c", "ca", "circa"].contains(text) {
        isCirca = true
        return true
      }
      if let first = text.utf8.first, first.isASCIIDigit { return takeNumbers(Self.withoutOrdinal(text)) }
      guard text.utf8.count >= 3 else { return false }
      if let found = Month.number(inAnyLanguage: text) ?? (text.hasPrefix("sept") ? 9 : nil) {
        guard month == nil else { return false }
        month = found
        return true
      }
      guard season == nil, let found = Month.season(of: text) else { return false }
      season = found
      return true
    }

    /// `27` of `27th`.
    private static func withoutOrdinal(_ text: String) -> String {
      let ending = ["st", "nd", "rd", "th"].first { text.hasSuffix($0) }
      return ending == nil ? text : String(text.dropLast(2))
    }

    /// A year, a day, or both with the month: `1972-08-27`, `8/27/1972`.
    private mutating func takeNumbers(_ text: String) -> Bool {
      let digits = text.split { $0 == "-" || $0 == "/" }
      let numbers = digits.compactMap { Int($0) }
      guard numbers.count == digits.count else { return false }
      switch numbers.count {
      case 1:
        if digits[0].count >= 3, digits[0].count <= 4, year == nil {
          year = numbers[0]
        } else if digits[0].count <= 2, day == nil, (1...31).contains(numbers[0]) {
          day = numbers[0]
        } else {
          return false
        }
        return true
      case 2...3:
        let isYearFirst = digits[0].count == 4
        guard isYearFirst || digits[numbers.count - 1].count == 4, year == nil, month == nil else { return false }
        year = isYearFirst ? numbers[0] : numbers[numbers.count - 1]
        month = isYearFirst ? numbers[1] : numbers[0]
        day = numbers.count == 3 ? isYearFirst ? numbers[2] : numbers[1] : nil
        // `30/03/2020` can be read in one way only.
        if !isYearFirst, let first = month, let second = day, first > 12 { (month, day) = (second, first) }
        return (1...12).contains(month ?? 0) && day.map { (1...31).contains($0) } ?? true
      default: return false
      }
    }
  }
}
