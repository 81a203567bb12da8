package import IbidModel

/// A library's records as they are at one moment. It is of use on the thread of the body that it was given to, and until
/// that ends: later it throws.
package protocol LibrarySnapshot {
  /// How many items there are.
  func count() throws(LibraryError) -> Int

  /// The item of this key.
  func item(key: String) throws(LibraryError) -> Item?

  /// The items that share one of these identifiers, in the order of the keys.
  func items(sharing identifiers: [Identifier]) throws(LibraryError) -> [Item]

  /// The items that a query finds, no more than `limit`; none where the query is empty.
  func search(_ query: SearchQuery, order: SearchOrder, limit: Int) throws(LibraryError) -> [Item]

  /// Gives the items to `body`, one after another in the order of the bytes of their keys, until it returns false; in
  /// memory that does not grow with their number.
  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError)
}

/// Which of the items that a query finds come first.
package enum SearchOrder: Sendable {
  /// Those that fit best; of equal ones in the order of the bytes of their keys.
  case relevance
  /// Those that came first into the library. To tell relevance, each of the query's words is counted through the whole
  /// library: that costs more than finding them.
  case intake
}
