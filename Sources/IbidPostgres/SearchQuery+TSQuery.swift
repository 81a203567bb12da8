internal import IbidStore

extension SearchQuery {
  /// What the weights count, from D to A.
  static let weights = "'{0.125, 0.375, 0.75, 1}'"

  /// The query in the server's language, a `tsquery`. Terms hold no quotation marks.
  ///
  /// Source: PostgreSQL, section 8.11.2, «tsquery».
  var tsquery: String { clauses.map(\.tsquery).joined(separator: " & ") }
}

extension SearchQuery.Clause {
  fileprivate var tsquery: String {
    (isExcluded ? "!" : "") + "(" + anyOf.flatMap(\.tsqueries).joined(separator: " | ") + ")"
  }
}

extension SearchQuery.Alternative {
  /// One for each column in which the term may stand.
  fileprivate var tsqueries: [String] {
    (column.map { [$0] } ?? SearchColumn.allCases).map { column in
      let words = term.words.map { "'" + String(UnicodeScalar(column.letter)) + WordVector.cut($0) + "'" }
      return "(" + words.joined(separator: " <-> ") + (term.isPrefix ? ":*" : "") + ")"
    }
  }
}
