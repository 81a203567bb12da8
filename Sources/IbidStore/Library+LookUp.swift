internal import GRDB
package import IbidModel

extension Library {
  /// Has all that is read from now on be as it is at one moment, until the library is closed. Asking hundreds of times
  /// costs less, too: the file is locked once. Others cannot write meanwhile.
  ///
  /// - Throws: `LibraryError`.
  package func holdStill() throws(LibraryError) { try read { try $0.execute(sql: "BEGIN") } }

  /// The items that a query finds, best first; of equal ones in the order of the keys.
  ///
  /// - Throws: `LibraryError`.
  package func search(_ query: SearchQuery, limit: Int = .max) throws(LibraryError) -> [Item] {
    guard !query.expression.isEmpty else { return [] }
    return try read { database in
      // Records are read only once they are known to be among the best: a common word stands in thousands.
      let hits = try PreparedStatement(
        cached: """
          SELECT rowid, round(bm25(item_text, 8, 6, 2, 4, 3, 1, 8), 6) AS score FROM item_text
          WHERE item_text MATCH ? ORDER BY score
          """, in: database)
      defer { hits.reset() }
      let record = try PreparedStatement(cached: "SELECT json FROM item WHERE number = ?", in: database)
      defer { record.reset() }
      hits.bind(query.expression, at: 1)
      var found: [(score: Double, item: Item)] = []
      while try hits.next() {
        let score = hits.real(1)
        if found.count >= limit, let last = found.last, last.score < score { break }
        record.bind(hits.number(0), at: 1)
        if try record.next() { found.append((score, try Self.item(Array(record.bytes(0))))) }
        record.reset()
      }
      found.sort {
        $0.score != $1.score ? $0.score < $1.score : $0.item.id.utf8.lexicographicallyPrecedes($1.item.id.utf8)
      }
      return found.prefix(limit).map(\.item)
    }
  }

  /// The items that a query finds, in the order in which they came into the library. To rank them, as `search` does,
  /// each of the query's words is counted through the whole library: that costs more than finding them.
  ///
  /// - Throws: `LibraryError`.
  package func lookUp(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item] {
    guard !query.expression.isEmpty else { return [] }
    return try read { database in
      try Self.items(
        database,
        """
        SELECT item.json FROM item_text JOIN item ON item.number = item_text.rowid
        WHERE item_text MATCH ? ORDER BY item_text.rowid LIMIT ?
        """, query.expression, limit: limit)
    }
  }
}
