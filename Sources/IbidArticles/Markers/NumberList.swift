import IbidModel

/// Numbers and ranges in a row: `12`, `1,3–5`, `10, 39`.
struct NumberList: Sendable {
  var parts: [NumberRun.Part]
  var end: Int

  /// The largest number that is read.
  static let largest = 9999

  /// Blanks between a number and the separator before it.
  enum Spacing { case none, allowed }

  /// Reads numbers from `start` on; nil where no digit stands there or a number has leading zeros or five digits.
  ///
  /// - Parameter cap: no range reaches beyond it, so that none is expanded without measure.
  static func read(_ text: [UInt8], from start: Int, to end: Int, cap: Int, spacing: Spacing) -> NumberList? {
    guard var part = number(text, start, end) else { return nil }
    var list = NumberList(parts: [], end: part.range.upperBound)
    var index = part.range.upperBound
    while true {
      guard let separator = separator(text, index, end, spacing), let next = number(text, separator.end, end) else {
        break
      }
      if separator.isRange {
        guard part.first == part.last, next.first > part.first, next.first <= cap else { break }
        part = NumberRun.Part(
          first: part.first, last: next.first, range: part.range.lowerBound..<next.range.upperBound)
      } else {
        list.parts.append(part)
        part = next
      }
      index = part.range.upperBound
      list.end = index
    }
    list.parts.append(part)
    return list
  }

  /// A number of at most four digits that does not start with 0.
  static func number(_ text: [UInt8], _ start: Int, _ end: Int) -> NumberRun.Part? {
    var index = start
    var value = 0
    while index < end, text[index].isASCIIDigit, index - start <= 4 {
      value = value * 10 + Int(text[index] & 0x0F)
      index += 1
    }
    guard index > start, index - start <= 4, text[start] != UInt8(ascii: "0") else { return nil }
    return NumberRun.Part(first: value, last: value, range: start..<index)
  }

  private static func separator(
    _ text: [UInt8], _ start: Int, _ end: Int, _ spacing: Spacing
  ) -> (end: Int, isRange: Bool)? {
    var index = start
    if spacing == .allowed { index = skippingBlanks(text, index, end) }
    guard index < end else { return nil }
    let isRange: Bool
    if text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: ";") {
      isRange = false
      index += 1
    } else if let length = dashLength(text, index, end) {
      isRange = true
      index += length
    } else {
      return nil
    }
    if spacing == .allowed { index = skippingBlanks(text, index, end) }
    return (index, isRange)
  }

  /// The length of the hyphen or dash at `index`: `-`, U+2010 to U+2014, U+2212; nil where none stands there.
  static func dashLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if text[index] == UInt8(ascii: "-") { return 1 }
    guard text[index] == 0xE2, index + 2 < end else { return nil }
    if text[index + 1] == 0x80, (0x90...0x94).contains(text[index + 2]) { return 3 }
    return text[index + 1] == 0x88 && text[index + 2] == 0x92 ? 3 : nil
  }

  /// The first offset from `index` on that holds no blank, no-break and thin spaces included; at most six are passed.
  static func skippingBlanks(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    var index = index
    let limit = min(end, index + 18)
    while index < limit {
      if text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0A || text[index] == 0x0D {
        index += 1
      } else if text[index] == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
        index += 2
      } else if text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80,
        (0x80...0x8B).contains(text[index + 2]) || text[index + 2] == 0xAF
      {
        index += 3
      } else {
        break
      }
    }
    return min(index, end)
  }
}
