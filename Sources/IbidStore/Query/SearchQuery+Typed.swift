extension SearchQuery {
  /// A search as a person types it: words that must all occur, `"a phrase"`, `prefix*`, `author:name`, `year:2022`.
  ///
  /// There is no wrong one: what is no word is passed over, an unknown column is a word.
  package init(_ text: String) {
    self.init()
    for part in Self.parts(of: text) {
      var words = part.text
      var column: SearchColumn?
      if !part.isPhrase, let colon = words.firstIndex(of: ":") {
        column = SearchColumn(rawValue: words[..<colon].lowercased())
        if column != nil { words = String(words[words.index(after: colon)...]) }
      }
      require([Term(words, isPrefix: !part.isPhrase && words.hasSuffix("*"))], in: column)
    }
  }

  /// Blank-separated parts; quotation marks make one part of what stands between, a column before them stays.
  private static func parts(of text: String) -> [(text: String, isPhrase: Bool)] {
    var parts: [(text: String, isPhrase: Bool)] = []
    var part = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "“", "”":
        if isQuoted || !part.hasSuffix(":") {
          if !part.isEmpty { parts.append((part, isQuoted && !part.contains(":"))) }
          part = ""
        }
        isQuoted.toggle()
      case " " where !isQuoted, "\t" where !isQuoted, "\n" where !isQuoted:
        if !part.isEmpty { parts.append((part, false)) }
        part = ""
      default: part.unicodeScalars.append(scalar)
      }
    }
    if !part.isEmpty { parts.append((part, false)) }
    return parts
  }
}
