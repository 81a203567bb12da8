package import IbidModel

/// What one source says of a work.
package struct Statement: Sendable, Hashable {
  /// The record as it came, under its own key.
  package var item: Item
  /// Who says it.
  package var kind: SourceKind
  /// The library's number of where it came from.
  package var source: SourceNumber

  /// Makes a statement.
  package init(_ item: Item, _ kind: SourceKind, source: SourceNumber = 0) {
    self.item = item
    self.kind = kind
    self.source = source
  }

  /// Whether the other one is this statement in a later form: PubMed has one record of a work, and within one source
  /// a key names one record.
  func isReplaced(by other: Statement) -> Bool {
    if kind == .edit || kind == .pubmed { return other.kind == kind }
    return kind == other.kind && source == other.source && !item.id.isEmpty && item.id == other.item.id
  }

  /// Whether the two say the same, under whatever key.
  func says(sameAs other: Statement) -> Bool {
    guard kind == other.kind else { return false }
    var theirs = other.item
    theirs.id = item.id
    return item == theirs
  }
}
