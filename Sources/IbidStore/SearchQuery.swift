internal import IbidText

/// A search as a person types it: words that must all occur, `"a phrase"`, `prefix*`, `author:name`, `year:2022`.
package struct SearchQuery: Equatable {
  /// FTS5's expression; empty where the query holds no word.
  let expression: String

  /// Reads a query. There is no wrong one: what is no word is passed over, an unknown column is a word.
  package init(_ text: String) {
    var terms: [String] = []
    for part in Self.parts(of: text) {
      var words = part.text
      var column = ""
      if !part.isPhrase, let colon = words.firstIndex(of: ":") {
        let name = words[..<colon].lowercased()
        if SearchText.columnNames.contains(name) {
          column = name + " : "
          words = String(words[words.index(after: colon)...])
        }
      }
      let isPrefix = !part.isPhrase && words.hasSuffix("*")
      let folded = SearchKey.folded(words)
      guard !folded.isEmpty else { continue }
      terms.append("\(column)\"\(folded)\"\(isPrefix ? "*" : "")")
    }
    expression = terms.joined(separator: " AND ")
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

extension SearchQuery {
  /// Finds items whose titles have some of the words of this one, those with most and rarest first.
  package init(titleLike title: String) {
    var seen = Set<String>()
    let words = SearchKey.words(of: title).filter { $0.utf8.count > 2 && seen.insert($0).inserted }
    let terms = words.prefix(24).map { "\"\($0)\"" }
    expression = terms.isEmpty ? "" : "title : (" + terms.joined(separator: " OR ") + ")"
  }

  /// Finds items by all of these authors, of this year where one is given.
  package init(authors families: [String], year: Int?) {
    let names = families.map(SearchKey.folded).filter { !$0.isEmpty }.map { "author : \"\($0)\"" }
    expression = names.isEmpty ? "" : (names + (year.map { ["year : \"\($0)\""] } ?? [])).joined(separator: " AND ")
  }
}
