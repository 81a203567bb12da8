import IbidModel

/// Dates as text that sorts by time.
enum DateSortKey {
  /// Year, month, day of both ends in digits of fixed width; years before Christ sort before others, and dates before words.
  static func text(_ date: CSLDate, _ shown: DateElement.Parts = .yearMonthDay) -> String {
    guard let start = date.start else { return date.literal ?? "" }
    var text = one(start, shown)
    if let end = date.end { text += "-" + one(end, shown) }
    return text
  }

  private static func one(_ parts: CSLDate.Parts, _ shown: DateElement.Parts) -> String {
    // 10,000 is added so that years before Christ are positive and shorter than none.
    let year = parts.year < 0 ? "1" + padded(100_000 + max(-99_999, parts.year), 6) : "2" + padded(parts.year, 6)
    // Seasons do not count, as in the reference processor.
    let month = parts.month ?? 0
    return year + padded(shown.includes(.month) ? month : 0, 2) + padded(shown.includes(.day) ? parts.day ?? 0 : 0, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
