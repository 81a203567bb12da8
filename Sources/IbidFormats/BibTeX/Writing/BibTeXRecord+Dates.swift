internal import IbidModel
internal import IbidText

extension BibTeXRecord {
  mutating func addDates() {
    if let issued = item[date: .issued] {
      dialect == .biblatex ? addEDTF("date", issued) : addIssued(issued)
    }
    if let date = item[date: .eventDate] { addEDTF("eventdate", date) }
    if let date = item[date: .originalDate] { addEDTF("origdate", date) }
    if let date = item[date: .accessed] { addEDTF("urldate", date) }
  }

  /// A date in biblatex' form, ISO 8601-2 (EDTF).
  private mutating func addEDTF(_ name: String, _ date: CSLDate) {
    let date = validated(date)
    guard let start = date.start else {
      guard let literal = date.literal else { return }
      // A state of publication has a field of its own; other words stand in the year, of which biber warns.
      if name == "date", let state = BibTeXTypes.state(of: literal) {
        add("pubstate", braced(state))
      } else {
        add(name == "date" ? "year" : name, braced(LaTeXEncoder.encoded(plain: literal)))
      }
      return
    }
    let end = date.end.map { $0.year == 0 ? "/" : "/" + Self.iso($0) } ?? ""
    add(name, braced(Self.iso(start) + end + (date.isCirca ? "~" : "")))
  }

  /// `year`, `month` and `day`, which BibTeX's styles print as they are.
  private mutating func addIssued(_ date: CSLDate) {
    let date = validated(date)
    guard let start = date.start else {
      if let literal = date.literal { add("year", braced(LaTeXEncoder.encoded(plain: literal))) }
      return
    }
    var year = String(start.year)
    let end = date.end
    if let end, end.year == 0 { year += "--" }
    if let end, end.year != 0, end.year != start.year { year += "--\(end.year)" }
    if date.isCirca { year = "c. " + year }
    add("year", braced(year))
    if let end, end.year != 0, end.year != start.year, start.month != nil || end.month != nil {
      warnings.append(
        "issued: BibTeX has no months of a range of years; \(Self.iso(start))/\(Self.iso(end)) loses them")
      return
    }
    if let season = start.season { add("month", braced(Self.seasons[max(0, min(3, season - 1))])) }
    guard let month = start.month.flatMap(Month.abbreviation) else { return }
    let lastMonth = end.flatMap { $0.month == start.month ? nil : $0.month.flatMap(Month.abbreviation) }
    if let lastMonth {
      let days = (start.day.map { " \($0)" } ?? "", end?.day.map { " \($0)" } ?? "")
      let text = "\(month) # {\(days.0)--} # \(lastMonth)" + (days.1.isEmpty ? "" : " # {\(days.1)}")
      add("month", Value(text: text, isBraced: false))
    } else {
      add("month", Value(text: month, isBraced: false))
      if let day = start.day {
        add("day", braced(end?.day.flatMap { $0 == day ? nil : "\(day)--\($0)" } ?? String(day)))
      }
    }
  }

  private static let seasons = ["Spring", "Summer", "Autumn", "Winter"]

  /// Without a day or month that there is not: biber drops such a date whole, and the year with it.
  private mutating func validated(_ date: CSLDate) -> CSLDate {
    let valid = BibTeXDates.validated(date)
    if valid != date, let start = date.start {
      warnings.append("there is no date \(Self.iso(start)); \(valid.start.map(Self.iso) ?? "nothing") is written")
    }
    return valid
  }

  /// ISO 8601-2 (EDTF), as biblatex reads dates; a season stands in the month's place as 21 to 24.
  private static func iso(_ parts: CSLDate.Parts) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let month = parts.month ?? parts.season.map { $0 + 20 }
    let day = parts.month == nil ? nil : parts.day
    return [padded(parts.year, 4), month.map { padded($0, 2) }, day.map { padded($0, 2) }].compactMap(\.self)
      .joined(separator: "-")
  }
}
