package import IbidModel

/// A library's records as they are at one moment. It is of use on the thread of the body that it was given to, and until
/// that ends: later it throws.
package protocol LibrarySnapshot {
  /// How many items there are.
  func count() throws(LibraryError) -> Int

  /// The item of this key, or of a key that once was the work's.
  func item(key: String) throws(LibraryError) -> Item?

  /// All that is known of the work of this key; in a library of an older version no more than the item.
  func work(key: String) throws(LibraryError) -> Work?

  /// Gives all that is known of each work to `body`, one after another in the order of their keys, until it returns false.
  func forEachWork(_ body: (Work) -> Bool) throws(LibraryError)

  /// The sources that records came from, in the order in which they came, each with the works' keys by the ordinals of
  /// the records.
  func sources() throws(LibraryError) -> [SourceRecords]

  /// What happened to the work of a key, the earliest first.
  func history(key: String) throws(LibraryError) -> [WorkEvent]

  /// The steps that are in force, or that are undone, the latest first.
  func steps(undone: Bool, limit: Int) throws(LibraryError) -> [LibraryStep]

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

/// A source, and the works that its records are of.
package struct SourceRecords: Sendable, Equatable {
  package var number: SourceNumber
  package var source: Source
  /// The keys of the works, a key for each record that came from the source; of works that are gone none.
  package var keys: [String]

  package init(number: SourceNumber, source: Source, keys: [String]) {
    self.number = number
    self.source = source
    self.keys = keys
  }
}

/// Something that happened to a work.
package struct WorkEvent: Sendable, Equatable {
  package var step: LibraryStep
  /// The work before; nil where the step added it.
  package var before: Work?
  /// The work after; nil where the step took it out.
  package var after: Work?

  package init(step: LibraryStep, before: Work?, after: Work?) {
    self.step = step
    self.before = before
    self.after = after
  }
}
