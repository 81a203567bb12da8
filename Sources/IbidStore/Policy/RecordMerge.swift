package import IbidModel

/// How two records of one work become one.
package enum RecordMerge {
  /// The old record brought up to date: the new one's values, and the old one's key and whatever else only it has.
  ///
  /// Of two PubMed records the one of the higher version (the new one, where they are equal) says all that PubMed
  /// says; what it no longer holds is gone.
  package static func merged(_ old: Item, with new: Item) -> Item {
    if isOlderVersion(new, than: old) { return old }
    var result = new
    if old.pubmed == nil || new.pubmed == nil {
      fillFields(of: &result, from: old)
      result.type = type(old, new)
      result.pubmed = new.pubmed ?? old.pubmed
    }
    result.id = old.id
    result.custom = old.custom.filter { old in !new.custom.contains { $0.name == old.name } } + new.custom
    result.other = old.other.filter { old in !new.other.contains { $0.name == old.name } } + new.other
    return result
  }

  /// Whether both are PubMed's, and the new one of a lower version.
  static func isOlderVersion(_ new: Item, than old: Item) -> Bool {
    guard let old = old.pubmed, let new = new.pubmed else { return false }
    return new.version < old.version
  }

  /// Gives an item the fields that it lacks and the old one has.
  static func fillFields(of item: inout Item, from old: Item) {
    for field in old.texts where item.texts[field.variable] == nil {
      item.texts[field.variable] = field.value
      item.richTexts[field.variable] = old.richTexts[field.variable]
      if old.numericVariables.contains(field.variable) { item.numericVariables.insert(field.variable) }
    }
    for field in old.dates where item.dates[field.variable] == nil { item.dates[field.variable] = field.value }
    for field in old.nameLists where item.nameLists[field.variable] == nil {
      item.nameLists[field.variable] = field.value
    }
  }

  /// The new type, but where it is `document`: what readers say who know no better.
  static func type(_ old: Item, _ new: Item) -> ItemType { new.type == .document ? old.type : new.type }
}
