import IbidModel
import IbidText

/// Reads a day that stands at a token, however it is written: `3 May 2021`, `May 3, 2021`, `2021 Feb 3`, `2021-02-03`,
/// `03.02.2021`, `3/2/2021`, `5.15.21`, `3 de mayo de 2021`, `2021年2月3日`.
struct DayReader {
  let bytes: [UInt8]
  let tokens: [Token]

  /// The date and the token behind it; nil where none stands there.
  func day(at start: Int) -> (date: CSLDate, end: Int)? {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var monthPlace = 0
    var index = start
    var end = start
    var isCJK = false
    while index < tokens.count, index - start < 12 {
      let token = tokens[index]
      if token.kind == .number {
        // Behind a whole date another number is none of its.
        guard numbers.count + (month == nil ? 0 : 1) < 3, token.length <= 4,
          let value = Int(String(decoding: bytes[token.range], as: UTF8.self))
        else { break }
        numbers.append((value, Int(token.length)))
        end = index + 1
      } else if token.isWord {
        let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
        if month == nil, let number = Month.number(inAnyLanguage: word) ?? Self.months[word] {
          month = number
          monthPlace = numbers.count
          end = index + 1
        } else if word.unicodeScalars.first.map({ "年月日년월일".unicodeScalars.contains($0) }) == true {
          isCJK = true
          end = index + 1
        } else if !Self.joints.contains(word) {
          break
        }
      } else if token.kind == .mark {
        guard [44, 45, 46, 47].contains(bytes[token.start]) || token.end - token.start > 1 && isDash(token) else {
          break
        }
      } else {
        break
      }
      index += 1
    }
    guard let date = Self.date(numbers, month: month, at: monthPlace, marks: separator(start, end), isCJK: isCJK)
    else { return nil }
    return (date, end)
  }

  private func isDash(_ token: Token) -> Bool {
    PageRange.isDash(String(decoding: bytes[token.range], as: UTF8.self).unicodeScalars.first ?? " ")
  }

  private func separator(_ start: Int, _ end: Int) -> UInt8 {
    tokens[start..<max(start, end)].first { $0.kind == .mark }.map { bytes[$0.start] } ?? 0
  }

  private static func date(
    _ numbers: [(value: Int, digits: Int)], month: Int?, at place: Int, marks: UInt8, isCJK: Bool
  ) -> CSLDate? {
    func year(_ number: (value: Int, digits: Int)) -> Int? {
      number.digits == 4 && (1900...2099).contains(number.value) ? number.value : nil
    }
    func valid(_ year: Int, _ month: Int?, _ day: Int?) -> CSLDate? {
      if let month, !(1...12).contains(month) { return nil }
      if let day, !(1...31).contains(day) { return nil }
      return CSLDate(year, month, day)
    }
    if let month {
      guard let number = numbers.first(where: { year($0) != nil }), let year = year(number) else { return nil }
      let day = numbers.first { $0.digits <= 2 && (1...31).contains($0.value) }?.value
      return valid(year, month, day)
    }
    guard numbers.count == 3 else {
      guard let first = numbers.first, let value = year(first) else { return nil }
      return numbers.count == 1 ? CSLDate(value) : valid(value, numbers[1].value, nil)
    }
    if let value = year(numbers[0]) { return valid(value, numbers[1].value, numbers[2].value) }
    var (day, month) = (numbers[0].value, numbers[1].value)
    if let value = year(numbers[2]) {
      if month > 12 { swap(&day, &month) }
      return valid(value, month, day)
    }
    // «5.15.21»: who shortens the year writes the month first.
    guard numbers[2].digits == 2, marks == 46 || marks == 47 else { return nil }
    if day > 12 { swap(&day, &month) }
    return valid(2000 + numbers[2].value, day, month)
  }

  private static let joints: Set<String> = [
    "de", "of", "del", "st", "nd", "rd", "th", "er", "г", "года", "den", "the", "di",
  ]

  /// Months of languages that `Month` does not know.
  private static let months: [String: Int] = {
    let languages = [
      "januari februari maart april mei juni juli augustus september oktober november december",
      "januari februari mars april maj juni juli augusti september oktober november december",
      "januar februar marts april maj juni juli august september oktober november desember",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
      "ledna února března dubna května června července srpna září října listopadu prosince",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
      "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
        + "marraskuuta joulukuuta",
    ]
    var months: [String: Int] = [:]
    for language in languages {
      for (index, name) in language.split(separator: " ").enumerated() { months[String(name)] = index + 1 }
    }
    return months
  }()
}
