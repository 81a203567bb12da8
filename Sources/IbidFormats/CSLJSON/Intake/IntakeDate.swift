import IbidModel
internal import IbidText

/// Dates of CSL-JSON from anywhere as CSL has them: parts of names and strings, `raw` and `literal` texts that can be
/// read, `year`, `month` and `day`, lists of dates, strings and numbers.
struct IntakeDate {
  /// The date; nil where the value says nothing.
  private(set) var date: CSLDate?
  /// What was left out, to be told.
  private(set) var problem: String?

  init(_ value: JSONValue) {
    switch value {
    case .null, .bool: break
    case .string(let text): date = Self.date(in: text)
    case .number(let text): date = Self.date(in: text)
    case .array(let elements): read(elements)
    case .object(let members):
      if let parts = Self.plainParts(members) { date = CSLDate(parts) } else { read(value) }
    }
  }

  /// Year, month and day of a mapping that says nothing else, as nearly all are; nil of any other.
  private static func plainParts(_ members: [JSONMember]) -> CSLDate.Parts? {
    guard members.count == 1, members[0].name == "date-parts", case .array(let ends) = members[0].value,
      ends.count == 1, case .array(let numbers) = ends[0], (1...3).contains(numbers.count)
    else { return nil }
    func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
      guard case .number(let spelling) = numbers[index] else { return nil }
      return Int(spelling).flatMap { range.contains($0) ? $0 : nil }
    }
    guard let year = number(0, 1...9_999) else { return nil }
    var parts = CSLDate.Parts(year: year)
    if numbers.count > 1 {
      guard let month = number(1, 1...12) else { return nil }
      parts.month = month
    }
    if numbers.count > 2 {
      guard let day = number(2, 1...31) else { return nil }
      parts.day = day
    }
    return parts
  }

  /// A text: a date where it can be read as one, else words.
  private static func date(in text: String) -> CSLDate? {
    guard let text = IntakeText.line(text) else { return nil }
    if text.utf8.count == 8, let number = Int(text), let date = compactDate(number) { return date }
    return RawDate.parsed(text) ?? CSLDate(literal: text)
  }

  /// `20200330`
  private static func compactDate(_ number: Int) -> CSLDate? {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1_000...2_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return CSLDate(year, month, day)
  }

  /// A list: the parts of one date, the ends of a range as lists, or dates of which the first and the last are ends.
  private mutating func read(_ elements: [JSONValue]) {
    if elements.contains(where: { $0.text != nil }) {
      // `["2020-03-30"]` is a list of one date.
      if elements.count == 1, let text = elements[0].text, Int(text) == nil {
        date = Self.date(in: text)
      } else {
        readParts([.array(elements)])
      }
      return
    }
    if elements.contains(where: { !$0.elements.isEmpty }) { return readParts(elements) }
    let dates = elements.compactMap { element -> CSLDate? in
      let inner = IntakeDate(element)
      problem = problem ?? inner.problem
      return inner.date
    }
    date = dates.first
    if dates.count > 1, let start = dates[0].start, let last = dates.last, let end = last.end ?? last.start, start < end
    {
      date?.end = end
    }
    if dates.count > 2 { problem = "of \(dates.count) dates the first and the last are kept as the ends of one" }
  }

  private mutating func read(_ value: JSONValue) {
    var known: Set = ["date-parts", "season", "circa", "literal", "raw"]
    switch value["date-parts"] {
    case .array(let ends)?: readParts(ends.contains { $0.text != nil } ? [.array(ends)] : ends)
    case let other? where other.text != nil: date = Self.date(in: other.text ?? "")
    default: break
    }
    if date == nil, value["year"] != nil {
      readParts([.array(["year", "month", "day"].map { value[$0] ?? .null })])
    }
    let texts = ["raw", "literal", "date-time", "date", "value"]
    if date == nil {
      let text = texts.lazy.compactMap { value[$0]?.text }.first { !$0.isEmpty }
      date = text.flatMap(Self.date)
    } else if let literal = value["literal"]?.text, !literal.isEmpty {
      date?.literal = literal
    }
    guard date != nil else { return readRest(of: value) }
    known.formUnion(["year", "month", "day", "date-time", "timestamp", "date", "value"])
    readSeason(value["season"])
    readCirca(value["circa"])
    date?.other = value.members.filter { !known.contains($0.name) && $0.value != .null }
  }

  /// A mapping without a date: what else it says, if anything, stays.
  private mutating func readRest(of value: JSONValue) {
    let empty: [JSONValue] = [.null, .string(""), .array([]), .array([.array([])]), .array([.array([.null])])]
    let rest = value.members.filter { !empty.contains($0.value) && $0.name != "timestamp" && $0.name != "circa" }
    guard !rest.isEmpty else { return }
    if let ends = value["date-parts"], rest.count == 1, Self.isEmpty(ends) { return }
    problem = problem ?? "it is no date and left out: \(JSONWriter.text(of: value).prefix(80))"
  }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .array(let elements): elements.allSatisfy(isEmpty)
    case .string(let text): text.trimmedASCII.isEmpty
    default: value.integer == 0
    }
  }

  private mutating func readParts(_ ends: [JSONValue]) {
    let filled = ends.filter { !Self.isEmpty($0) }
    guard let first = filled.first, let start = parts(first) else {
      if problem == nil, !filled.isEmpty {
        problem = "it has no year and is left out: \(JSONWriter.text(of: .array(ends)).prefix(80))"
      }
      return
    }
    var range = CSLDate(start)
    if filled.count > 1, let last = filled.last {
      range.end = parts(last)
    } else if ends.count == 2, Self.isEmpty(ends[1]), ends[1].elements.contains(where: { $0.integer == 0 }) {
      // A year 0 is the open end of a range.
      range.end = CSLDate.Parts(year: 0)
    }
    date = range
  }

  /// Year, month or season, and day. A month may be a name, and of what is none the year is kept.
  private mutating func parts(_ value: JSONValue) -> CSLDate.Parts? {
    let words = value.elements.map { $0.text?.trimmedASCII ?? "" }
    guard let first = words.first else { return nil }
    guard let year = Int(first) else {
      // `["2014-03"]` and `["c. 1850"]`
      return words.count == 1 ? RawDate.parsed(first)?.start : nil
    }
    var parts = CSLDate.Parts(year: year)
    guard words.count > 1, !words[1].isEmpty, Int(words[1]) != 0 else { return parts }
    if let number = Int(words[1]), (13...24).contains(number) {
      parts.season = (number - 13) % 4 + 1
    } else if let month = Int(words[1]) ?? Month.number(inAnyLanguage: words[1].lowercased().filter { $0 != "." }),
      (1...12).contains(month)
    {
      parts.month = month
    } else if let season = Month.season(of: words[1]) {
      parts.season = season
    } else {
      problem = "“\(words[1])” is no month; the year is kept"
      return parts
    }
    guard words.count > 2, parts.month != nil, !words[2].isEmpty, Int(words[2]) != 0 else { return parts }
    if let day = Int(words[2].prefix(while: \.isNumber)), (1...31).contains(day) {
      parts.day = day
    } else {
      problem = "“\(words[2])” is no day; the month is kept"
    }
    return parts
  }

  private mutating func readSeason(_ value: JSONValue?) {
    guard let value, let text = value.text?.trimmedASCII, !text.isEmpty else { return }
    var number = Int(text) ?? Month.season(of: text)
    if let large = number, (13...24).contains(large) { number = (large - 13) % 4 + 1 }
    guard let season = number, (1...4).contains(season) else {
      problem = problem ?? "“\(text)” is no season and left out"
      return
    }
    guard date?.start?.month == nil else { return }
    if date?.start?.season == nil { date?.start?.season = season }
    // The season of a range that stands beside its years is that of both ends.
    if let end = date?.end, end.year != 0, end.month == nil, end.season == nil { date?.end?.season = season }
  }

  private mutating func readCirca(_ value: JSONValue?) {
    switch value {
    case nil, .null?, .bool(false)?: break
    case let value? where value.integer == 0 || value.text?.lowercased() == "false" || value.text?.isEmpty == true:
      break
    default: date?.isCirca = true
    }
  }
}
