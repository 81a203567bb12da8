extension PubMedState {
  /// The attributes of a start tag.
  typealias Attributes = UnsafeBufferPointer<MarkupAttribute>

  /// Writes attributes as members, without those that say what is usual; notes those that `field`'s entry needs.
  mutating func write(_ attributes: Attributes, capturing field: PubMedField) {
    for attribute in attributes {
      let name = attribute.name
      if attribute.count == 1, attribute.value.pointee == name.usualValue { continue }
      facts.reserve(Int(name.count) + 8)
      separate()
      facts.append(0x22)
      facts.append(name.spelling, Int(name.count))
      facts.append("\":\"")
      let start = facts.count
      _ = TextWriter.appendEscaped(attribute.value, attribute.count, to: &facts, true)
      if field != .none, name.attribute != .none {
        hasMarkup = false
        append(name.attribute, isEscaped: true, start: start, count: facts.count - start)
      }
      facts.append(0x22)
    }
  }

  /// Notes the attributes that an entry needs, for elements that the facts do not hold.
  mutating func take(_ attributes: Attributes) {
    for attribute in attributes where attribute.name.attribute != .none {
      let start = texts.count
      _ = TextWriter.append(attribute.value, attribute.count, to: &texts, true)
      hasMarkup = false
      append(attribute.name.attribute, isEscaped: false, start: start, count: texts.count - start)
    }
  }

  /// `"RefType":"CommentOn"` for a comment or correction before 2009, whose element is its relation.
  mutating func nameRelation(_ name: MarkupName) {
    separate()
    facts.append("\"RefType\":\"")
    // A name holds neither quotation mark nor backslash.
    facts.append(name.spelling, Int(name.count))
    facts.append(0x22)
  }
}
