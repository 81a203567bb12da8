extension Item {
  /// Appends the item as JSON on one line, PubMed's facts, affiliations and ORCID iDs included: the same text as
  /// `JSONWriter.text(of: cslJSON(includingFacts: true))`, but made without a value between, because an import of a
  /// million records writes it for each of them.
  public func writeJSONLine(to writer: inout JSONWriter) {
    writer.begin("{")
    writer.write(member: "id", id)
    if !other.contains(where: { $0.name == "type" }) { writer.write(member: "type", type.rawValue) }
    for field in texts {
      let text = richTexts.isEmpty ? field.value : richTexts[field.variable] ?? field.value
      if numericVariables.contains(field.variable) {
        writer.write(name: field.variable.name)
        writer.append(raw: text)
      } else {
        writer.write(member: field.variable.name, text)
      }
    }
    for field in dates {
      writer.write(name: field.variable.name)
      writer.write(field.value.cslJSON)
    }
    for field in nameLists {
      writer.write(name: field.variable.name)
      writer.begin("[")
      for name in field.value {
        writer.separate()
        name.write(to: &writer)
      }
      writer.append(raw: "]")
    }
    if !custom.isEmpty {
      writer.write(name: "custom")
      writer.write(.object(custom))
    }
    for member in other {
      writer.write(name: member.name)
      writer.write(member.value)
    }
    if let pubmed {
      writer.write(name: PubMedFacts.memberName)
      writer.append(raw: pubmed.json)
    }
    writer.append(raw: "}")
  }
}

extension Name {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.begin("{")
    if let family { writer.write(member: "family", family) }
    if let given { writer.write(member: "given", given) }
    if let droppingParticle { writer.write(member: "dropping-particle", droppingParticle) }
    if let nonDroppingParticle { writer.write(member: "non-dropping-particle", nonDroppingParticle) }
    if let suffix { writer.write(member: "suffix", suffix) }
    if let literal { writer.write(member: "literal", literal) }
    if let orcid { writer.write(member: "ORCID", orcid) }
    if !affiliations.isEmpty {
      writer.write(name: "affiliations")
      writer.begin("[")
      for affiliation in affiliations {
        writer.separate()
        writer.write(string: affiliation)
      }
      writer.append(raw: "]")
    }
    for member in other {
      writer.write(name: member.name)
      writer.write(member.value)
    }
    writer.append(raw: "}")
  }
}

extension JSONWriter {
  fileprivate mutating func begin(_ bracket: StaticString) { append(raw: bracket) }

  /// A comma, unless an object or array has just begun.
  fileprivate mutating func separate() {
    if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
  }

  fileprivate mutating func write(name: String) {
    separate()
    write(string: name)
    bytes.append(UInt8(ascii: ":"))
  }

  fileprivate mutating func write(member name: String, _ text: String) {
    write(name: name)
    write(string: text)
  }

  fileprivate mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

  fileprivate mutating func append(raw text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
