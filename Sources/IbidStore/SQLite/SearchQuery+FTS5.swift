extension SearchQuery {
  /// The query in FTS5's language; empty where there is nothing to look for. Terms hold no quotation marks.
  ///
  /// Source: SQLite, «FTS5 Extension», section 3, «Full-text Query Syntax».
  var fts5: String {
    let required = clauses.filter { !$0.isExcluded }.map(\.fts5)
    let excluded = clauses.filter(\.isExcluded).map(\.fts5)
    guard !required.isEmpty, !excluded.isEmpty else { return required.joined(separator: " AND ") }
    return "(" + required.joined(separator: " AND ") + ")" + excluded.map { " NOT " + $0 }.joined()
  }
}

extension SearchQuery.Clause {
  fileprivate var fts5: String {
    // Years of a range have one column: it is said once.
    let column = anyOf.first?.column
    let isOneColumn = anyOf.allSatisfy { $0.column == column }
    let terms = anyOf.map { (isOneColumn ? "" : $0.prefix) + $0.words }
    return (isOneColumn ? anyOf[0].prefix : "")
      + (terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")")
  }
}

extension SearchQuery.Alternative {
  fileprivate var prefix: String { column.map { $0.rawValue + " : " } ?? "" }

  fileprivate var words: String { "\"\(term.words.joined(separator: " "))\"\(term.isPrefix ? "*" : "")" }
}
