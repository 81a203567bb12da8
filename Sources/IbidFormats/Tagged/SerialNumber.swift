import IbidModel

/// ISSN and ISBN among other words: `03064530 (ISSN)`, `978-0-12-345678-6; 1234-5679`.
enum SerialNumber {
  /// What a value holds first of each kind.
  static func numbers(in value: String) -> (issn: String?, isbn: String?) {
    if value.utf8.count == 9, let issn = issnOf(Array(value.utf8)) { return (issn, nil) }
    var issn: String?
    var isbn: String?
    for utf8 in value.utf8.split(whereSeparator: { " ,;()[]/\n\t".utf8.contains($0) }) {
      let digits = utf8.count { $0.isASCIIDigit }
      let isNumber = utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "x") }
      guard isNumber else { continue }
      if issn == nil, let found = issnOf(Array(utf8)) {
        issn = found
      } else if isbn == nil, (9...13).contains(digits), Identifier(.isbn, String(Substring(utf8))) != nil {
        isbn = String(Substring(utf8))
      }
    }
    return (issn, isbn)
  }

  /// `1234-5679` of eight digits, the last of which may be an `X`, with a hyphen or without.
  private static func issnOf(_ word: [UInt8]) -> String? {
    guard word.count == 8 || word.count == 9 && word[4] == UInt8(ascii: "-") else { return nil }
    let digits = word.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 8, digits.dropLast().allSatisfy(\.isASCIIDigit) else { return nil }
    let last = digits[7].isASCIIDigit ? digits[7] : UInt8(ascii: "X")
    return String(decoding: digits[..<4] + [UInt8(ascii: "-")] + digits[4..<7] + [last], as: UTF8.self)
  }
}
