internal import IbidModel

extension Item {
  /// This record brought up to date: the new one's values, and this one's key and whatever else only this one has.
  ///
  /// Of two PubMed records the one of the higher version (the new one, where they are equal) says all that PubMed
  /// says; what it no longer holds is gone.
  func updated(with new: Item) -> Item {
    var result = new
    if let pubmed, let newPubMed = new.pubmed {
      if newPubMed.version < pubmed.version { return self }
    } else {
      for field in texts where result.texts[field.variable] == nil {
        result.texts[field.variable] = field.value
        result.richTexts[field.variable] = richTexts[field.variable]
        if numericVariables.contains(field.variable) { result.numericVariables.insert(field.variable) }
      }
      for field in dates where result.dates[field.variable] == nil { result.dates[field.variable] = field.value }
      for field in nameLists where result.nameLists[field.variable] == nil {
        result.nameLists[field.variable] = field.value
      }
      if new.type == .document { result.type = type }
      result.pubmed = new.pubmed ?? pubmed
    }
    result.id = id
    result.custom = custom.filter { old in !new.custom.contains { $0.name == old.name } } + new.custom
    result.other = other.filter { old in !new.other.contains { $0.name == old.name } } + new.other
    return result
  }
}
