import IbidModel

/// `cs:date`, in a style or in a locale.
///
/// Source: CSL 1.0.2, «Date».
struct DateElement: Sendable {
  /// Which localized date is meant.
  enum Form: String, Sendable { case text, numeric }

  /// Which of the date's parts a localized date shows.
  enum Parts: String, Sendable {
    case year
    case yearMonth = "year-month"
    case yearMonthDay = "year-month-day"

    /// Whether this part is shown.
    func includes(_ part: DatePart.Name) -> Bool {
      switch part {
      case .year: true
      case .month: self != .year
      case .day: self == .yearMonthDay
      }
    }
  }

  var variable: Variable?
  /// nil for a date whose parts the style gives itself.
  var form: Form?
  var shownParts = Parts.yearMonthDay
  var delimiter = ""
  /// For a localized date: what differs from the locale's parts.
  var parts: [DatePart] = []
  var appearance: Appearance

  /// The parts that a sort key has; nil for a date of the style's own parts without a year, which sorts as it reads.
  var sortedParts: Parts? {
    guard form == nil else { return shownParts }
    let names = parts.map(\.name)
    guard names.contains(.year) else { return nil }
    return names.contains(.month) ? names.contains(.day) ? .yearMonthDay : .yearMonth : .year
  }
}

/// `cs:date-part`.
struct DatePart: Sendable {
  enum Name: String, Sendable { case day, month, year }

  enum Form: String, Sendable {
    case long, short, numeric, ordinal
    case numericLeadingZeros = "numeric-leading-zeros"
  }

  var name: Name
  /// nil where the attribute is missing: `long` for months and years, `numeric` for days.
  var form: Form?
  /// nil where the attribute is missing: an en dash.
  var rangeDelimiter: String?
  var appearance: Appearance
}
