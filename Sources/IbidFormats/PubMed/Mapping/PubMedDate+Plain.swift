import IbidModel
import IbidScan

/// Dates as nearly all records have them, read off their bytes.
extension PubMedDate {
  typealias Bytes = Span<UInt8>

  /// The date of a year of four digits, a month of two digits or three letters, and a day of one or two digits; nil
  /// where a part is written in any other way.
  static func plainDate(year: Bytes, month: Bytes?, day: Bytes?) -> CSLDate? {
    guard year.count == 4, let yearNumber = value(of: year), yearNumber >= 1_000 else { return nil }
    var parts = CSLDate.Parts(year: yearNumber)
    if let month {
      guard let number = plainMonth(month) else { return nil }
      parts.month = number
      if let day {
        guard day.count <= 2, let number = value(of: day), (1...31).contains(number) else { return nil }
        parts.day = number
      }
    } else if day != nil {
      return nil
    }
    return CSLDate(parts)
  }

  private static func value(of digits: Bytes) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for index in digits.indices {
      let byte = digits[index]
      guard byte.isASCIIDigit else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  private static func plainMonth(_ text: Bytes) -> Int? {
    if text.count == 2 { return value(of: text).flatMap { (1...12).contains($0) ? $0 : nil } }
    guard text.count == 3 else { return nil }
    return switch (text[0] | 0x20, text[1] | 0x20, text[2] | 0x20) {
    case (0x6A, 0x61, 0x6E): 1
    case (0x66, 0x65, 0x62): 2
    case (0x6D, 0x61, 0x72): 3
    case (0x61, 0x70, 0x72): 4
    case (0x6D, 0x61, 0x79): 5
    case (0x6A, 0x75, 0x6E): 6
    case (0x6A, 0x75, 0x6C): 7
    case (0x61, 0x75, 0x67): 8
    case (0x73, 0x65, 0x70): 9
    case (0x6F, 0x63, 0x74): 10
    case (0x6E, 0x6F, 0x76): 11
    case (0x64, 0x65, 0x63): 12
    default: nil
    }
  }
}
