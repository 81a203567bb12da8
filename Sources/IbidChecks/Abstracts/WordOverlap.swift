import IbidText

/// How nearly a quote stands in a text.
struct WordOverlap {
  /// The largest share (0…1) of the quote's words that occur in a stretch of the text as long as the quote and a bit,
  /// in their order.
  private(set) var share = 0.0
  /// That stretch as the text has it, from the first common word to the last; empty where nothing is common.
  private(set) var passage = ""

  /// Quotes of more than 120 words and texts of more than 1,500 are cut.
  init(of quote: String, in text: String) {
    let words = Array(SearchKey.words(of: quote).prefix(120))
    let tokens = text.split(whereSeparator: \.isWhitespace).prefix(1500).flatMap { token in
      SearchKey.words(of: String(token)).map { (word: $0, token: token) }
    }
    guard words.count >= 5, !tokens.isEmpty else { return }
    let all = tokens.map(\.word)
    let known = Set(words)
    let width = words.count + words.count / 3 + 1
    // Only stretches that hold enough of the quote's words are compared word by word.
    var count = all.prefix(width).count { known.contains($0) }
    var (best, place) = (0, 0)
    for start in all.indices {
      if count * 4 >= words.count * 3 {
        let length = Self.common(words, all[start..<min(all.count, start + width)])
        if length > best { (best, place) = (length, start) }
      }
      count -= known.contains(all[start]) ? 1 : 0
      if start + width < all.count { count += known.contains(all[start + width]) ? 1 : 0 }
      if best == words.count { break }
    }
    share = Double(best) / Double(words.count)
    let stretch = all[place..<min(all.count, place + width)]
    guard best > 0, let last = stretch.indices.first(where: { Self.common(words, stretch[...$0]) == best }),
      let first = stretch.indices.last(where: { $0 <= last && Self.common(words, stretch[$0...last]) == best })
    else { return }
    passage = String(text[tokens[first].token.startIndex..<tokens[last].token.endIndex])
  }

  /// The length of the longest common subsequence.
  private static func common(_ words: [String], _ stretch: ArraySlice<String>) -> Int {
    var row = [Int](repeating: 0, count: stretch.count + 1)
    for word in words {
      var diagonal = 0
      for (column, other) in stretch.enumerated() {
        let above = row[column + 1]
        row[column + 1] = word == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[stretch.count]
  }
}
