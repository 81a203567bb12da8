internal import GRDB
package import IbidModel

extension Library {
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
