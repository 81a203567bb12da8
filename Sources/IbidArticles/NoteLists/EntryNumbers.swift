import IbidModel

/// What the numbers of a list's entry look like: years, pages, volumes.
struct EntryNumbers {
  private(set) var hasYear = false
  /// A year in brackets, or between the marks that references set around it.
  private(set) var hasFramedYear = false
  /// `101-109`
  private(set) var hasPageRange = false
  /// `27(3)`
  private(set) var hasVolumeAndIssue = false
  /// `27:101`
  private(set) var hasVolumeAndPage = false
  /// `p. 12`, `S. 12`
  private(set) var hasPage = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    var previous: (range: Range<Int>, isYear: Bool)?
    while index < range.upperBound {
      guard bytes[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index].isASCIIDigit { index += 1 }
      let number = start..<index
      let year = isYear(bytes, number, in: range)
      if year { takeYear(bytes, number, in: range) }
      if let previous, number.count <= 6, previous.range.count <= 6 {
        take(bytes, previous, (number, year), in: range)
      }
      if !year, start > range.lowerBound + 1, isPageMark(bytes, before: start, from: range.lowerBound) {
        hasPage = true
      }
      previous = (number, year)
    }
  }

  private func isYear(_ bytes: [UInt8], _ number: Range<Int>, in range: Range<Int>) -> Bool {
    guard number.count == 4, let value = Int(String(decoding: bytes[number], as: UTF8.self)),
      (1500...2099).contains(value)
    else { return false }
    if number.lowerBound > range.lowerBound {
      let before = bytes[number.lowerBound - 1]
      if before.isASCIILetter || before == UInt8(ascii: "/") || before == UInt8(ascii: ":") { return false }
    }
    return true
  }

  /// A letter behind a year tells works of one year apart.
  private mutating func takeYear(_ bytes: [UInt8], _ number: Range<Int>, in range: Range<Int>) {
    hasYear = true
    var behind = number.upperBound
    if behind < range.upperBound, (97...122).contains(bytes[behind]) { behind += 1 }
    let closes = behind >= range.upperBound || ").;:]".utf8.contains(bytes[behind])
    var before = number.lowerBound - 1
    while before >= range.lowerBound, bytes[before] == 0x20 { before -= 1 }
    let opens = before >= range.lowerBound && "(.,;".utf8.contains(bytes[before])
    let isBracketed = opens && bytes[before] == UInt8(ascii: "(")
    if closes || isBracketed || opens && behind < range.upperBound && bytes[behind] == UInt8(ascii: ",") {
      hasFramedYear = true
    }
  }

  private mutating func take(
    _ bytes: [UInt8], _ first: (range: Range<Int>, isYear: Bool), _ second: (range: Range<Int>, isYear: Bool),
    in range: Range<Int>
  ) {
    let between = bytes[first.range.upperBound..<second.range.lowerBound]
    guard between.count <= 5 else { return }
    let letters = between.filter { $0.isASCIILetter }
    let marks = between.filter { !$0.isASCIILetter && !$0.isASCIISpace }
    let isDash =
      marks == [UInt8(ascii: "-")] || marks == [UInt8(ascii: "-"), UInt8(ascii: "-")]
      || marks == [0xE2, 0x80, 0x93] || marks == [0xE2, 0x80, 0x94] || marks == [0xE2, 0x80, 0x90]
    if isDash, letters.count <= 1, !first.isYear, !isDashed(bytes, first.range, second.range, in: range),
      !countsThings(bytes, behind: second.range.upperBound, range.upperBound)
    {
      hasPageRange = true
    }
    guard letters.count <= 1 else { return }
    if marks == [UInt8(ascii: "(")], second.range.upperBound < range.upperBound, !second.isYear,
      ")-".utf8.contains(bytes[second.range.upperBound]) || bytes[second.range.upperBound] == 0xE2
    {
      hasVolumeAndIssue = true
    }
    if marks == [UInt8(ascii: ":")], !first.isYear { hasVolumeAndPage = true }
  }

  /// Whether more dashes stand around two numbers, as in a date, an ISSN or a telephone number.
  private func isDashed(_ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>, in range: Range<Int>) -> Bool {
    let dash = UInt8(ascii: "-")
    return first.lowerBound > range.lowerBound && bytes[first.lowerBound - 1] == dash
      || second.upperBound < range.upperBound && bytes[second.upperBound] == dash
  }

  /// «8-10 hours»: a small letter stands behind the numbers.
  private func countsThings(_ bytes: [UInt8], behind index: Int, _ end: Int) -> Bool {
    index + 1 < end && bytes[index] == 0x20 && (97...122).contains(bytes[index + 1])
  }

  /// «p. », «pp. », «S. », «s. »
  private func isPageMark(_ bytes: [UInt8], before index: Int, from start: Int) -> Bool {
    var index = index - 1
    while index > start, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ".") { index -= 1 }
    guard "ps".utf8.contains(bytes[index] | 0x20) else { return false }
    if index > start, bytes[index - 1] | 0x20 == UInt8(ascii: "p") { index -= 1 }
    return index == start || !bytes[index - 1].isASCIILetter
  }
}
