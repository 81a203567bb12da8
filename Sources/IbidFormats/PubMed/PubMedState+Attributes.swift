import IbidXML

extension PubMedState {
  /// Writes attributes as members, without those that say what is usual; notes those that `field`'s entry needs.
  mutating func write(_ count: Int, _ attributes: Attributes, capturing field: PubMedField) {
    guard let attributes else { return }
    for index in 0..<count {
      let five = attributes + 5 * index
      guard let name = five[0], let value = five[3], let end = five[4] else { continue }
      let length = end - value
      if length == 1, isUsual(name, value.pointee) { continue }
      separate()
      facts.append(0x22)
      appendName(name)
      facts.append("\":\"")
      let start = facts.count
      _ = TextWriter.appendEscaped(value, length, to: &facts, true)
      if field != .none {
        let attribute = names.meaning(of: name).attribute
        if attribute != .none {
          hasMarkup = false
          append(attribute, isEscaped: true, start: start, count: facts.count - start)
        }
      }
      facts.append(0x22)
    }
  }

  /// Notes the attributes that an entry needs, for elements that the facts do not hold.
  mutating func take(_ count: Int, _ attributes: Attributes, _ field: PubMedField) {
    guard let attributes else { return }
    for index in 0..<count {
      let five = attributes + 5 * index
      guard let name = five[0], let value = five[3], let end = five[4] else { continue }
      let attribute = names.meaning(of: name).attribute
      guard attribute != .none else { continue }
      let start = texts.count
      _ = TextWriter.append(value, end - value, to: &texts, true)
      hasMarkup = false
      append(attribute, isEscaped: false, start: start, count: texts.count - start)
    }
  }

  /// `{"RefType":"CommentOn"` for a comment or correction before 2009, whose element is its relation.
  mutating func nameRelation(_ name: UnsafePointer<UInt8>) {
    separate()
    facts.append("\"RefType\":\"")
    appendName(name)
    facts.append(0x22)
  }

  /// `MajorTopicYN="N"`, and all other `…YN="Y"`.
  private func isUsual(_ name: UnsafePointer<UInt8>, _ value: UInt8) -> Bool {
    var length = 0
    while name[length] != 0 { length += 1 }
    guard length > 2, name[length - 2] == UInt8(ascii: "Y"), name[length - 1] == UInt8(ascii: "N") else { return false }
    return value == (name[0] == UInt8(ascii: "M") ? UInt8(ascii: "N") : UInt8(ascii: "Y"))
  }

  /// A name holds neither quotation mark nor backslash.
  private mutating func appendName(_ name: UnsafePointer<UInt8>) {
    var length = 0
    while name[length] != 0 { length += 1 }
    facts.append(name, length)
  }
}
