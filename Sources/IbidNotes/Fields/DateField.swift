import IbidModel
import IbidText

/// Reads the dates of references: `2017 Jul`, `Mai 2012`, `12 de agosto de 2021`, `2012a`, `1999–2000`, `n.d.`.
enum DateField {
  /// The date in a stretch of tokens; nil where it has no year.
  static func date(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> CSLDate? {
    var year: Int?
    var endYear: Int?
    var month: Int?
    var day: Int?
    var season: Int?
    for token in tokens {
      switch token.kind {
      case .number:
        guard let value = Int(String(decoding: bytes[token.range], as: UTF8.self)) else { continue }
        if token.range.count == 4, (1400...2099).contains(value) {
          if year == nil { year = value } else if endYear == nil, value > year ?? value { endYear = value }
        } else if token.range.count <= 2, (1...31).contains(value), day == nil {
          day = value
        }
      case .mark, .identifier: continue
      default:
        guard token.length >= 3 else { continue }
        let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
        if month == nil { month = Month.number(inAnyLanguage: word) }
        if season == nil { season = Month.season(of: word) }
      }
    }
    guard let year else { return nil }
    var parts = CSLDate.Parts(year: year, month: month, day: month == nil ? nil : day)
    if month == nil { parts.season = season }
    return CSLDate(parts, through: endYear.map { CSLDate.Parts(year: $0) })
  }

  /// The month that a stretch of tokens names; nil where it names none.
  static func month(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> Int? {
    for token in tokens where token.isWord && token.length >= 3 {
      let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
      if let month = Month.number(inAnyLanguage: word) { return month }
    }
    return nil
  }
}
