import IbidScan

extension PubMedState {
  /// Writes attributes as members, without those that say what is usual; notes those that `field`'s entry needs.
  mutating func write(_ tag: borrowing StartTag<PubMedMeaning>, capturing field: PubMedField) {
    for index in 0..<tag.count {
      let meaning = tag.meaning(of: index)
      let value = tag.value(of: index)
      if value.count == 1, value[0] == meaning.usualValue { continue }
      notes.separate()
      notes.facts.append(0x22)
      notes.facts.append(tag.spelling(of: index))
      notes.facts.append("\":\"")
      let start = notes.facts.count
      _ = notes.facts.append(escaping: value, after: true)
      if field != .none, meaning.attribute != .none {
        hasMarkup = false
        append(meaning.attribute, isEscaped: true, start: start, count: notes.facts.count - start)
      }
      notes.facts.append(0x22)
    }
  }

  /// Notes the attributes that an entry needs, for elements that the facts do not hold.
  mutating func take(_ tag: borrowing StartTag<PubMedMeaning>) {
    for index in 0..<tag.count where tag.meaning(of: index).attribute != .none {
      let start = notes.texts.count
      _ = notes.texts.append(folding: tag.value(of: index), after: true)
      hasMarkup = false
      append(tag.meaning(of: index).attribute, isEscaped: false, start: start, count: notes.texts.count - start)
    }
  }

  /// `"RefType":"CommentOn"` for a comment or correction before 2009, whose element is its relation.
  mutating func nameRelation(_ tag: borrowing StartTag<PubMedMeaning>) {
    notes.separate()
    notes.facts.append("\"RefType\":\"")
    // A name holds neither quotation mark nor backslash.
    notes.facts.append(tag.spelling)
    notes.facts.append(0x22)
  }
}
