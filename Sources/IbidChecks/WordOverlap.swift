import IbidText

/// How nearly a quote stands in a text.
enum WordOverlap {
  /// The largest share (0…1) of the quote's words that occur in a stretch of the text as long as the quote and a bit,
  /// in their order. Quotes of more than 120 words and texts of more than 1,500 are cut.
  static func share(of quote: String, in text: String) -> Double {
    let words = Array(SearchKey.words(of: quote).prefix(120))
    let all = Array(SearchKey.words(of: text).prefix(1500))
    guard words.count >= 5, !all.isEmpty else { return 0 }
    let known = Set(words)
    let width = words.count + words.count / 3 + 1
    // Only stretches that hold enough of the quote's words are compared word by word.
    var count = all.prefix(width).count { known.contains($0) }
    var best = 0
    for start in all.indices {
      if count * 4 >= words.count * 3 { best = max(best, common(words, all[start..<min(all.count, start + width)])) }
      count -= known.contains(all[start]) ? 1 : 0
      if start + width < all.count { count += known.contains(all[start + width]) ? 1 : 0 }
      if best == words.count { break }
    }
    return Double(best) / Double(words.count)
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
