import IbidModel
internal import IbidText

/// Dates as EndNote has them: a year, and beside it a text of month and day.
enum EndNoteDate {
  /// The date of `2019` and `Sep 18`; of words alone as words.
  static func date(year: String?, day: String?) -> CSLDate? {
    let year = year?.trimmedASCII ?? ""
    let day = day?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    let whole = year.isEmpty || day.contains(year) ? day : year + (day.isEmpty ? "" : " " + day)
    guard !whole.isEmpty else { return nil }
    if let date = RawDate.parsed(whole) { return date }
    if let number = PubMedDate.number(year), number >= 1_000 {
      return PubMedDate.range(whole) ?? CSLDate(number)
    }
    return RawDate.parsed(year) ?? CSLDate(literal: year.isEmpty ? day : year)
  }

  /// The year, and the text beside it.
  static func texts(of date: CSLDate) -> (year: String, day: String?) {
    guard let start = date.start else { return (date.literal ?? "", nil) }
    let circa = date.isCirca ? "ca. " : ""
    let first = words(start)
    guard let end = date.end, end.year != 0 else { return (circa + String(start.year), first) }
    guard start.year == end.year else {
      let ends = [start, end].map { ([String($0.year)] + (words($0).map { [$0] } ?? [])).joined(separator: " ") }
      return (circa + String(start.year), ends.joined(separator: "-"))
    }
    return (circa + String(start.year), [first, words(end)].compactMap(\.self).joined(separator: "-"))
  }

  /// `Sep 18`, `Winter`; nil where nothing but the year is known.
  private static func words(_ parts: CSLDate.Parts) -> String? {
    if let month = parts.month, let name = Month.abbreviation(of: month) {
      return name.prefix(1).uppercased() + name.dropFirst() + (parts.day.map { " \($0)" } ?? "")
    }
    return parts.season.map { ["Spring", "Summer", "Autumn", "Winter"][max(1, min($0, 4)) - 1] }
  }
}
