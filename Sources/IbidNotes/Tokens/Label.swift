/// What a token of a reference belongs to; sixteen, so that the scores of all of them fit one vector.
package enum Label: UInt8, Sendable, Hashable, CaseIterable {
  /// What stands between the fields, and what belongs to none.
  case other
  case author, editor, title, container, collection, date, volume, issue, page, publisher, place
  case edition, genre, accessed, note
}
