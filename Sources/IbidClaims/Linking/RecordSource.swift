package import IbidModel

/// Where the records behind an article's references are looked up: a library, or the items of some files.
package protocol RecordSource {
  /// Records that may be the work which `item` describes: those that share an identifier with it, and those whose
  /// titles, authors and years are like its own. Each once, in an order that depends on the records alone.
  func candidates(for item: Item) throws -> [Item]
  /// The record of this citation key.
  func record(key: String) throws -> Item?
  /// Records whose author lists hold all these family names, and that are of this year where one is given.
  func records(by families: [String], year: Int?) throws -> [Item]
}
