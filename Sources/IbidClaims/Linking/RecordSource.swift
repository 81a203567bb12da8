package import IbidModel

/// Where the records behind an article's references are looked up: a library, or the items of some files.
package protocol RecordSource {
  /// What the records say to a reference that was read from `text`: all sources decide by one `Matcher`.
  func match(_ item: Item, text: String) throws -> RecordOutcome
  /// The record of this citation key.
  func record(key: String) throws -> Item?
  /// Keys that somebody may have meant who wrote `key`, the nearest first; none where the keys are too many to be
  /// compared.
  func keys(near key: String) throws -> [String]
  /// Records whose author lists hold all these family names, and that are of this year where one is given.
  func records(by families: [String], year: Int?) throws -> [Item]
}
