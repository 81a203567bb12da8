extension SearchQuery {
  /// The query in FTS5's language; empty where there is nothing to look for. Terms hold no quotation marks.
  ///
  /// Source: SQLite, «FTS5 Extension», section 3, «Full-text Query Syntax».
  var fts5: String {
    clauses.map { clause in
      let terms = clause.anyOf.map { "\"\($0.words.joined(separator: " "))\"\($0.isPrefix ? "*" : "")" }
      let either = terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")"
      return (clause.column.map { $0.rawValue + " : " } ?? "") + either
    }.joined(separator: " AND ")
  }
}
