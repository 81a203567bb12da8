/// What a token of a reference belongs to.
package enum Label: UInt8, Sendable, Hashable, CaseIterable {
  /// What stands between the fields, and what belongs to none.
  case other
  case author, editor, translator, title, container, collection, date, volume, issue, page, publisher, place
  case edition, genre, accessed, note
  /// The reference's own number or bullet.
  case label
}
