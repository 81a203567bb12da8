/// Months and seasons by their names.
package enum Month {
  /// 1 to 12 for an English month in full or abbreviated (`Sept.`), or for its number; nil for anything else.
  package static func number(of text: some StringProtocol) -> Int? {
    let word = text.lowercased().drop { $0 == " " }.prefix { $0 != "." && $0 != " " }
    if let number = Int(word) { return (1...12).contains(number) ? number : nil }
    guard word.utf8.count >= 3 else { return nil }
    return english.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
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
