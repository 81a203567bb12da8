package import IbidModel

/// Where the records behind an article's references are looked up: a library, or the items of some files.
package protocol RecordSource {
  /// What the records say to a reference that was read from `text`: all sources decide by one `Matcher`.
  func match(_ item: Item, text: String) throws -> RecordOutcome
  /// The record of this citation key.
  func record(key: String) throws -> Item?
  /// Records whose author lists hold all these family names, and that are of this year where one is given.
  func records(by families: [String], year: Int?) throws -> [Item]
}
