import IbidModel
import IbidText

/// Dates as PubMed writes them.
///
/// Source: NLM DTD, `PubDate`, `MedlineDate`, `Season`.
enum PubMedDate {
  /// The date of a `PubDate`'s parts; nil where none of them says anything.
  ///
  /// A season or month that is a range (`Jan-Mar`) makes the date one. A year is never lost: text without any
  /// stands as a literal.
  static func date(
    year: String?, month: String?, day: String?, season: String?, medlineDate: String?
  ) -> CSLDate? {
    guard let yearText = year ?? medlineDate else { return nil }
    if let year = number(yearText), year >= 1_000 {
      let part = month ?? season
      guard let part else { return CSLDate(CSLDate.Parts(year: year)) }
      if let month = Month.number(of: part) {
        let day = day.flatMap(number).flatMap { (1...31).contains($0) ? $0 : nil }
        return CSLDate(CSLDate.Parts(year: year, month: month, day: day))
      }
      if let season = Month.season(of: part) { return CSLDate(CSLDate.Parts(year: year, season: season)) }
      return range(yearText + " " + part) ?? CSLDate(CSLDate.Parts(year: year))
    }
    return range(yearText) ?? yearInside(yearText) ?? (yearText.isEmpty ? nil : CSLDate(literal: yearText))
  }

  /// A `MedlineDate`: `2000-2001`, `1998 Dec-1999 Jan`, `2015 Oct-Dec`, `1999 Spring`, `2012 Mar 28-Apr 3`. Words
  /// that are neither month nor season are passed over. Nil where no year is found.
  static func range(_ text: String) -> CSLDate? {
    let sides = text.utf8.prefix(200).split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 >= 0x80 }
      .map { Side(Substring($0)) }
      .filter(\.hasValue)
    guard var start = sides.first else { return nil }
    if start.year == nil { start.year = sides.lazy.compactMap(\.year).first }
    guard let year = start.year else { return nil }
    guard sides.count > 1, var end = sides.last else { return CSLDate(start.parts(year: year)) }
    if sides.count > 2, start.month == nil, start.season == nil {
      start.month = sides[1].month
      start.season = sides[1].season
    }
    if start.month == nil, start.season == nil, let season = end.season, end.year != nil {
      // `1976-1977 Winter` is one season over the turn of the year.
      start.season = season
      end.season = nil
    }
    if end.month == nil, end.season == nil, end.year == nil, let number = end.number {
      if start.month == nil, number < 100 {
        // `1998-99`, and `1999-00` over the turn of a century.
        end.year = year - year % 100 + number + (number < year % 100 ? 100 : 0)
      } else if start.day != nil, number <= 31 {
        end.month = start.month
        end.day = number
      }
    }
    let first = start.parts(year: year)
    let last = end.parts(year: end.year ?? year)
    // «2024 Winter-Spring»: the winter in which the year began.
    let isAfterWinter = first.year == last.year && first.season == 4 && (last.season ?? 4) < 4
    return first < last || isAfterWinter ? CSLDate(first, through: last) : CSLDate(first)
  }

  /// The year of `[2003]` and `c1998`: the first four digits in a row.
  private static func yearInside(_ text: String) -> CSLDate? {
    let runs = text.utf8.prefix(200).split { !$0.isASCIIDigit }
    guard let year = runs.lazy.compactMap({ number(Substring($0)) }).first(where: { $0 >= 1_000 }) else { return nil }
    var date = CSLDate(year)
    date.isCirca = text.utf8.first.map { $0 | 0x20 == UInt8(ascii: "c") } == true
    return date
  }

  /// What stands on one side of a dash.
  private struct Side {
    var year: Int?
    var month: Int?
    var season: Int?
    var day: Int?
    var number: Int?
    var hasValue: Bool { year != nil || month != nil || season != nil || number != nil }

    init(_ text: Substring) {
      for word in text.split(separator: " ") {
        if let number = PubMedDate.number(word) {
          if number >= 1_000 {
            year = year ?? number
          } else if month != nil, day == nil, (1...31).contains(number) {
            day = number
          } else {
            self.number = number
          }
        } else if let month = Month.number(of: word) {
          self.month = self.month ?? month
        } else if let season = Month.season(of: word) {
          self.season = self.season ?? season
        }
      }
    }

    func parts(year: Int) -> CSLDate.Parts {
      CSLDate.Parts(year: year, month: month, day: month == nil ? nil : day, season: month == nil ? season : nil)
    }
  }

  /// A number of one to four digits and nothing else.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }
}
