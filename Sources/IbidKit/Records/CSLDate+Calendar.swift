import IbidModel

extension CSLDate {
  /// Whether a text is a day in the calendar, as `2026-11-02`.
  static func isDay(_ text: String) -> Bool {
    guard text.utf8.count == 10, let date = CSLDate(edtf: text), date.end == nil, let start = date.start else {
      return false
    }
    return start.day != nil && start.isOfCalendar
  }
}

extension CSLDate.Parts {
  /// Whether there is such a day, where one is named.
  var isOfCalendar: Bool {
    guard let month, let day else { return true }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}
