import IbidModel

/// Months and seasons by their names.
package enum Month {
  /// 1 to 12 for an English month in full or abbreviated (`Sept.`), or for its number; nil for anything else.
  package static func number(of text: some StringProtocol) -> Int? {
    if let number = plainNumber(of: text.utf8) { return number }
    let word = text.lowercased().drop { $0 == " " }.prefix { $0 != "." && $0 != " " }
    if let number = Int(word) { return (1...12).contains(number) ? number : nil }
    guard word.utf8.count >= 3 else { return nil }
    return english.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// The month of two digits, or of three letters as PubMed writes them (`Sep`): nearly all of them, read without
  /// making a String.
  private static func plainNumber(of utf8: some Collection<UInt8>) -> Int? {
    var word: UInt32 = 0
    var count = 0
    for byte in utf8 {
      guard count < 3 else { return nil }
      word = word << 8 | UInt32(byte | 0x20)
      count += 1
    }
    if count == 2 {
      // The bit that makes letters small is set in digits anyway.
      let number = Int(word >> 8) * 10 + Int(word & 0xFF) - 11 * 0x30
      return utf8.allSatisfy(\.isASCIIDigit) && (1...12).contains(number) ? number : nil
    }
    switch word {
    case 0x6A_616E: return 1
    case 0x66_6562: return 2
    case 0x6D_6172: return 3
    case 0x61_7072: return 4
    case 0x6D_6179: return 5
    case 0x6A_756E: return 6
    case 0x6A_756C: return 7
    case 0x61_7567: return 8
    case 0x73_6570: return 9
    case 0x6F_6374: return 10
    case 0x6E_6F76: return 11
    case 0x64_6563: return 12
    default: return nil
    }
  }

  /// 1 (spring) to 4 (winter) for an English season; nil for anything else.
  package static func season(of text: some StringProtocol) -> Int? {
    switch text.lowercased() {
    case "spring": 1
    case "summer": 2
    case "autumn", "fall": 3
    case "winter": 4
    default: nil
    }
  }

  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
