package import IbidModel

/// A library's records as they are at one moment. It is of use on the thread of the body that it was given to, and until
/// that ends: later it throws.
package protocol LibrarySnapshot {
  /// How many items there are.
  func count() throws(LibraryError) -> Int

  /// The item of this key.
  func item(key: String) throws(LibraryError) -> Item?

  /// The items that a query finds, those that fit best first, of equal ones in the order of the bytes of their keys; no
  /// more than `limit`, and none where the query is empty.
  func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [Item]

  /// The numbers of the items that a query finds, in the order in which they came into the library; no more than
  /// `limit`. No item is read for it, nor is it told which fits best: that would count each of the query's words
  /// through the whole library.
  func numbers(of query: SearchQuery, limit: Int) throws(LibraryError) -> [Int64]

  /// The numbers of the items that have this identifier, in their order.
  func numbers(with identifier: Identifier) throws(LibraryError) -> [Int64]

  /// The item of a number.
  func item(number: Int64) throws(LibraryError) -> Item?

  /// The greatest number that an item has; 0 where there is none.
  func lastNumber() throws(LibraryError) -> Int64

  /// Gives the items to `body`, one after another in the order of the bytes of their keys, until it returns false; in
  /// memory that does not grow with their number.
  func forEachItem(_ body: (Item) -> Bool) throws(LibraryError)
}
