/// Takes off titles what databases put behind them: `[Review] [45 refs]`, `(Provisional abstract)`, `[Chinese]`,
/// `[Erratum appears in …]`.
enum TitleRemarks {
  /// The title, in lower case, without such remarks, and a second title that stands in brackets behind it.
  static func taken(off title: Substring) -> (title: Substring, other: Substring?) {
    var title = trimmed(cutAtLongRemark(title))
    while let (rest, remark) = lastBracket(of: title), rest.contains(where: \.isLetter), isRemark(remark) {
      title = trimmed(rest)
    }
    for ending in endings where title.hasSuffix(ending) { title = trimmed(title.dropLast(ending.count)) }
    if let (rest, other) = lastBracket(of: title), title.last == "]" {
      // A translation stands in brackets whole, or behind the title that it translates.
      if !rest.contains(where: \.isLetter) { return (other, nil) }
      if words(in: rest) >= 3, words(in: other) >= 3 { return (trimmed(rest), other) }
    }
    if let sign = title.firstRange(of: " = "), words(in: title[..<sign.lowerBound]) >= 2 {
      return (title[..<sign.lowerBound], title[sign.upperBound...])
    }
    return (title, nil)
  }

  /// A remark that may be broken off before its bracket closes.
  private static func cutAtLongRemark(_ title: Substring) -> Substring {
    guard title.utf8.contains(UInt8(ascii: "[")) else { return title }
    for index in title.indices.dropFirst() where title[index] == "[" {
      let rest = title[index...]
      if longRemarks.contains(where: rest.hasPrefix) { return title[..<index] }
    }
    return title
  }

  private static let longRemarks = [
    "[erratum appears", "[published erratum", "[erratum in", "[see comment", "[comment in", "[comment on",
    "[corrected]",
    "[retraction in", "[retracted", "[summary for", "[republished", "[corrected and",
  ]

  /// What stands before the last brackets, and in them.
  private static func lastBracket(of title: Substring) -> (rest: Substring, inside: Substring)? {
    guard let last = title.last, let open: Character = last == "]" ? "[" : last == ")" ? "(" : nil else { return nil }
    var depth = 0
    for index in title.indices.reversed() {
      if title[index] == last { depth += 1 }
      if title[index] == open { depth -= 1 }
      if depth == 0 { return (title[..<index], title[title.index(after: index)...].dropLast()) }
    }
    return nil
  }

  private static func isRemark(_ inside: Substring) -> Bool {
    let inside = trimmed(inside)
    if remarks.contains(String(inside)) { return true }
    // `45 refs`, `125 references`
    let parts = inside.split(separator: " ")
    if parts.count == 2, parts[0].allSatisfy(\.isNumber), parts[1].hasPrefix("ref") { return true }
    // `abstract 12`, `abstract no. P12`
    if let first = parts.first, ["abstract", "abstracts", "poster", "paper"].contains(first),
      parts.dropFirst().allSatisfy({ $0.contains(where: \.isNumber) || $0.hasPrefix("no") || $0 == "#" })
    {
      return true
    }
    // `French`, `Chinese, English`, `in German`
    let languages = inside.split { !$0.isLetter }.filter { $0 != "in" && $0 != "and" }
    return !languages.isEmpty && languages.allSatisfy { Self.languages.contains(String($0)) }
  }

  /// What two dots, a colon or a dash end is left.
  private static func trimmed(_ title: Substring) -> Substring {
    var title = title
    while let last = title.last, last.isWhitespace || ".,;:-–—/".contains(last) { title.removeLast() }
    while let first = title.first, first.isWhitespace || ".,;:".contains(first) { title.removeFirst() }
    return title
  }

  private static func words(in text: Substring) -> Int { text.split { !$0.isLetter && !$0.isNumber }.count }

  private static let remarks: Set<String> = [
    "review", "a review", "editorial", "letter", "abstract", "provisional abstract", "structured abstract",
    "brief record", "project record", "author abstract", "meeting abstract", "conference abstract", "corrected",
    "electronic resource", "proceeding", "proceedings", "article", "original article", "research article",
    "meta-analysis",
    "case report", "news", "comment", "see comments", "see comment", "abstract only", "poster", "oral",
    "systematic review", "review article", "miscellaneous", "print", "online", "letters", "retracted",
  ]

  private static let endings = [": original article", ": original research", ": original paper", ": research article"]

  private static let languages: Set<String> = [
    "arabic", "bulgarian", "catalan", "chinese", "croatian", "czech", "danish", "dutch", "english", "estonian",
    "finnish", "flemish", "french", "georgian", "german", "greek", "hebrew", "hungarian", "icelandic", "indonesian",
    "italian", "japanese", "korean", "latvian", "lithuanian", "macedonian", "norwegian", "persian", "polish",
    "portuguese", "romanian", "russian", "serbian", "slovak", "slovene", "slovenian", "spanish", "swedish", "thai",
    "turkish", "ukrainian", "vietnamese", "multilingual", "original", "farsi", "bosnian",
  ]
}
