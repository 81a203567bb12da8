import IbidText

/// Words that say nothing but that a quote follows: «The full quote:», «Here are the rules, quoted verbatim:».
enum QuoteIntroduction {
  /// Whether a text is such words: a clause that ends with a colon and names a quote.
  static func isOne(_ text: String) -> Bool {
    let text = text.trimmingSpaces
    guard text.hasSuffix(":") else { return false }
    let words = SearchKey.words(of: String(text))
    return words.count <= longest && words.contains(where: names.contains)
  }

  /// Whether a paragraph's last clause is one, so that the list behind it is the quote.
  static func leadsToList(_ paragraph: String) -> Bool {
    let end = paragraph.trimmingSpaces
    let start = end.lastIndex { ".?!".contains($0) }.map { end.index(after: $0) } ?? end.startIndex
    return isOne(String(end[start...]))
  }

  private static let longest = 9
  private static let names: Set<String> = [
    "quote", "quotes", "quoted", "quotation", "verbatim", "excerpt", "zitat", "wortlaut", "citation", "cita", "citacao",
  ]
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.drop(while: \.isWhitespace)
  }
}
