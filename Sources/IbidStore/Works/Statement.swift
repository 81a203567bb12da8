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

  /// Whether the other one is this statement in a later form: a person has one edit of a work, and within one source a
  /// key names one record. PubMed's records say themselves which is the later one; where they do not, a source's later
  /// record with all the fields of the earlier one is.
  func isReplaced(by other: Statement) -> Bool {
    guard kind == other.kind else { return false }
    if kind == .edit { return true }
    guard source == other.source, !item.id.isEmpty || kind == .pubmed, item.id == other.item.id else { return false }
    return kind != .pubmed
      || item[.PMID] == other.item[.PMID] && item.pubmed?.age == other.item.pubmed?.age
        && other.item.hasFields(of: item)
  }

  /// Whether the two say the same, under whatever key.
  func says(sameAs other: Statement) -> Bool {
    guard kind == other.kind else { return false }
    var theirs = other.item
    theirs.id = item.id
    return item == theirs
  }
}

extension Item {
  /// Whether it has all the fields that the other one has.
  fileprivate func hasFields(of other: Item) -> Bool {
    other.texts.allSatisfy { texts[$0.variable] != nil } && other.dates.allSatisfy { dates[$0.variable] != nil }
      && other.nameLists.allSatisfy { nameLists[$0.variable] != nil }
      && other.custom.allSatisfy { self[custom: $0.name] != nil }
  }
}
