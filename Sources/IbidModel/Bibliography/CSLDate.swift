/// A date or a range of dates, as exact as it is known.
///
/// Source: CSL-JSON's date-variable; CSL 1.0.2 specification, «Date».
///
///     let date = CSLDate(2017, 3)
///     print(date.start?.month == 3)
public struct CSLDate: Sendable, Hashable {
  /// One end of a date: a year, and what is known beyond it.
  ///
  ///     let spring = CSLDate.Parts(year: 2017, season: 1)
  public struct Parts: Sendable, Hashable, Comparable {
    /// The year; negative before Christ. 0 only as the open end of a range.
    public var year: Int
    /// 1 to 12.
    public var month: Int?
    /// 1 to 31.
    public var day: Int?
    /// 1 (spring) to 4 (winter), in place of a month.
    public var season: Int?

    /// Makes one end of a date.
    public init(year: Int, month: Int? = nil, day: Int? = nil, season: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
      self.season = season
    }

    /// Earlier before later; what is not known counts as earliest. Seasons stand before their months.
    public static func < (left: Parts, right: Parts) -> Bool {
      left.sortKey.lexicographicallyPrecedes(right.sortKey)
    }

    private var sortKey: [Int] { [year, month ?? season.map { 3 * $0 } ?? 0, day ?? 0] }
  }

  /// The date, or the start of the range; nil where only `literal` is known.
  public var start: Parts?
  /// The end of a range; its year is 0 where the range is open.
  public var end: Parts?
  /// Whether the date is approximate.
  public var isCirca = false
  /// The date in words, where it has no parts.
  public var literal: String?
  /// What else CSL-JSON says of this date (`raw` …).
  public var other: [JSONMember] = []

  /// A date of parts, or a range where `end` is given.
  public init(_ start: Parts, through end: Parts? = nil) {
    self.start = start
    self.end = end
  }

  /// A date in words.
  public init(literal: String) { self.literal = literal }

  /// A date of numbers, as in `CSLDate(2023, 1)`.
  public init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
    start = Parts(year: year, month: month, day: day)
  }

  /// The year of the date or of the range's start.
  public var year: Int? { start?.year }
}
