import IbidNotes

/// Titles as styles write them.
extension StyledWork {
  /// Writes the title; `before` stands between it and what follows, where the style has no quotes or stops for that.
  mutating func writeTitle(before next: String? = nil) {
    var title = work.title
    let words = title.split(separator: " ")
    if words.count > 5, random.once(in: 18) {
      // A title that starts with a quote.
      let marks = random.one(of: [("“", "”"), ("\"", "\""), ("»", "«"), ("„", "“"), ("‘", "’")])
      title =
        marks.0 + words[..<3].joined(separator: " ") + marks.1 + pick([". ", ": ", " "])
        + words[3...].joined(separator: " ")
    }
    if !work.isGerman, random.once(in: 5) { title = capitalized(title) }
    if words.count > 6, random.once(in: 24) { title = quotedWithin(title) }
    if random.once(in: 90) { title = title.uppercased() }
    if random.once(in: 60) { title += " [" + words.reversed().prefix(5).joined(separator: " ") + "]" }
    let quotes = random.one(of: [
      ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("“", "”"), ("\"", "\""), ("‘", "’"), ("„", "“"), ("»", "«"),
      ("«", "»"), ("« ", " »"), ("''", "''"), ("", ""), ("", ""),
    ])
    text.append(quotes.0)
    let isClosed = title.hasSuffix("?") || title.hasSuffix("!")
    text.append(title, .title)
    let stop =
      isClosed
      ? ""
      : quotes.1.isEmpty
        ? next ?? (isGlued && random.once(in: 3) ? "." : end.replacing(":", with: ".")) : pick([",", ".", ""])
    if quotes.1.isEmpty {
      text.append(isClosed ? pick([" ", " ", ". ", ", "]) : stop)
    } else {
      text.append(stop + quotes.1 + (next ?? (stop.isEmpty ? pick([". ", ", "]) : " ")))
    }
  }

  /// A title with some of its inner words in quotation marks.
  private mutating func quotedWithin(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    let start = Int.random(in: 1..<(words.count - 3), using: &random)
    let end = start + Int.random(in: 0...2, using: &random)
    let marks = random.one(of: [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("'", "'")])
    words[start] = marks.0 + words[start]
    words[end] += marks.1
    return words.joined(separator: " ")
  }

  func capitalized(_ title: String) -> String {
    let small: Set<String> = ["of", "the", "and", "in", "a", "an", "for", "to", "with", "on", "by", "from", "or", "at"]
    return title.split(separator: " ").map { word in
      small.contains(String(word)) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }
}
