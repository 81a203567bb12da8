import IbidModel
import IbidText

/// Dates as tagged formats write them: `2023`, `2023/07/05/`, `2017///Spring`, `2024 JUN 15`, `SEP-OCT`.
///
/// Source: Research Information Systems, «RIS Format Specifications», tag Y1: year, month, day, other information.
enum TaggedDate {
  /// What one field says; a month and day may stand without a year.
  struct Parts: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    var season: Int?
    /// The whole date, where the parts cannot say it.
    var whole: CSLDate?

    var date: CSLDate? {
      whole ?? year.map { CSLDate(CSLDate.Parts(year: $0, month: month, day: day, season: season)) }
    }
    /// How much is known beyond the year.
    var exactness: Int { (month ?? season) == nil ? 0 : day == nil ? 1 : 2 }
  }

  /// The parts of a value; nil where nothing of a date is in it.
  static func parts(_ value: String) -> Parts? {
    let utf8 = value.utf8
    if utf8.count == 4, utf8.allSatisfy(\.isASCIIDigit) { return Parts(year: Int(value)) }
    if utf8.contains(UInt8(ascii: "/")) { return plain(value) ?? slashed(value) }
    return written(value)
  }

  /// `2023/07/05/`, with what is left out left out: nearly all dates; nil of every other form.
  private static func plain(_ value: String) -> Parts? {
    var numbers = (0, 0, 0)
    var digits = 0
    var slashes = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "/") {
        guard slashes > 0 || digits == 4 else { return nil }
        slashes += 1
        digits = 0
        continue
      }
      guard byte.isASCIIDigit, slashes < 3, digits < (slashes == 0 ? 4 : 2) else { return nil }
      digits += 1
      switch slashes {
      case 0: numbers.0 = 10 * numbers.0 + Int(byte - 48)
      case 1: numbers.1 = 10 * numbers.1 + Int(byte - 48)
      default: numbers.2 = 10 * numbers.2 + Int(byte - 48)
      }
    }
    guard slashes <= 3 else { return nil }
    guard (1...12).contains(numbers.1) else { return Parts(year: numbers.0) }
    return Parts(year: numbers.0, month: numbers.1, day: (1...31).contains(numbers.2) ? numbers.2 : nil)
  }

  private static func slashed(_ value: String) -> Parts? {
    let fields = value.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map { $0.trimmedASCII }
    guard let year = year(fields[0]) else {
      // `15/07/2023`
      guard fields.count == 3, let year = year(fields[2]), let day = Int(fields[0]), let month = Int(fields[1]),
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return Parts(year: year, month: month, day: day)
    }
    if fields.count > 3, !fields[3].isEmpty {
      if let date = CSLDate(edtf: fields[3]), date.year == year { return Parts(year: year, whole: date) }
      if fields[3].hasPrefix("“"), fields[3].hasSuffix("”") {
        return Parts(year: year, whole: CSLDate(literal: String(fields[3].dropFirst().dropLast())))
      }
    }
    var parts = Parts(year: year)
    if fields.count > 1, let month = Month.number(of: fields[1]) {
      parts.month = month
      if fields.count > 2, let day = Int(fields[2]), (1...31).contains(day) { parts.day = day }
    } else if let season = fields.dropFirst().lazy.compactMap({ season($0) }).first {
      parts.season = season
    } else if fields.count > 3, let date = PubMedDate.range("\(year) \(fields[3])"), date.year == year {
      // `2005///May-June`, and a month behind where a program has no place for it.
      if date.end != nil { parts.whole = date } else { (parts.month, parts.day) = (date.start?.month, date.start?.day) }
    }
    return parts
  }

  private static func written(_ value: String) -> Parts? {
    guard value.utf8.count < 200 else { return nil }
    if let date = CSLDate(edtf: value), let start = date.start, start.year > 99 {
      return Parts(
        year: start.year, month: start.month, day: start.day, season: start.season,
        whole: date.end == nil && !date.isCirca ? nil : date)
    }
    if let date = PubMedDate.range(value), let start = date.start {
      return Parts(
        year: start.year, month: start.month, day: start.day, season: start.season,
        whole: date.end == nil ? nil : date)
    }
    // `SEP`, `JUN 9`, `APR-JUN`, `SPR`: the year stands elsewhere.
    guard let date = PubMedDate.range("2000 " + value), let start = date.start,
      start.month != nil || start.season != nil
    else { return season(value).map { Parts(season: $0) } }
    return Parts(month: start.month, day: start.day, season: start.season, whole: date.end == nil ? nil : date)
  }

  private static func year(_ text: String) -> Int? {
    guard (1...5).contains(text.utf8.count), let year = Int(text), text.utf8.count >= 4 else { return nil }
    return year
  }

  private static func season(_ text: String) -> Int? {
    Month.season(of: text) ?? ["spr": 1, "sum": 2, "aut": 3, "fal": 3, "win": 4][text.lowercased()]
  }

  /// The date of a year's fields and of those that may add to it; nil where none says anything.
  static func date(years: [String], dates: [String]) -> CSLDate? {
    var best = years.lazy.compactMap { parts($0) }.first { $0.year != nil }
    for text in years.dropFirst() + dates {
      guard let other = parts(text) else { continue }
      guard let known = best else {
        if other.year != nil { best = other }
        continue
      }
      guard other.year == nil || other.year == known.year, other.exactness > known.exactness || other.whole != nil,
        known.whole == nil
      else { continue }
      best = other
      best?.year = known.year
      if other.year == nil, var whole = other.whole, let year = known.year {
        let turns = whole.end.map { $0.year > 2000 } ?? false
        whole.start?.year = year
        whole.end?.year = turns ? year + 1 : year
        best?.whole = whole
      }
    }
    if let date = best?.date { return date }
    return years.first.map { CSLDate(literal: $0) }
  }

  /// A date with three slashes, and in words or EDTF behind them what parts cannot say.
  static func text(of date: CSLDate) -> String {
    guard let start = date.start else { return date.literal ?? "" }
    func padded(_ number: Int?) -> String { number.map { ($0 < 10 ? "0" : "") + String($0) } ?? "" }
    let year = paddedYear(start.year)
    var other = ""
    if date.end != nil || date.isCirca || start.year < 0 || start.year > 9999 {
      other = edtf(start) + (date.isCirca ? "~" : "") + (date.end.map { "/" + ($0.year == 0 ? ".." : edtf($0)) } ?? "")
    } else if let season = start.season {
      other = ["", "Spring", "Summer", "Autumn", "Winter"][season]
    }
    return "\(year)/\(padded(start.month))/\(start.month == nil ? "" : padded(start.day))/\(other)"
  }

  /// A date as EDTF has it; in words where it has no parts.
  static func edtf(of date: CSLDate) -> String {
    guard let start = date.start else { return date.literal ?? "" }
    return edtf(start) + (date.isCirca ? "~" : "") + (date.end.map { "/" + ($0.year == 0 ? ".." : edtf($0)) } ?? "")
  }

  /// The year alone, of four digits at least.
  static func yearText(of date: CSLDate) -> String {
    date.start.map { paddedYear($0.year) } ?? date.literal ?? ""
  }

  private static func paddedYear(_ year: Int) -> String {
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func edtf(_ parts: CSLDate.Parts) -> String {
    let second = parts.month ?? parts.season.map { $0 + 20 }
    let numbers = [second, parts.month == nil ? nil : parts.day].compactMap { $0 }
    return paddedYear(parts.year) + numbers.map { ($0 < 10 ? "-0" : "-") + String($0) }.joined()
  }
}
