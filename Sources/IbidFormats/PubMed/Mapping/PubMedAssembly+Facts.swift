import IbidModel
import IbidScan

extension PubMedAssembly {
  /// Adds what waits for the record's end, and gives the facts to the item.
  mutating func finishFacts() {
    let isStructured = sections.count > 1 || sections.first?.label != nil
    let copyright = entry(.copyright)
    if isStructured || copyright != nil {
      notes.separate()
      notes.facts.append("\"Abstract\":{")
      if isStructured {
        notes.facts.append("\"AbstractText\":[")
        for section in sections {
          notes.separate()
          notes.facts.append(0x7B)
          if let label = section.label { addFact("Label", label) }
          if let category = section.category { addFact("NlmCategory", category) }
          addFact("text", section.text)
          notes.facts.append(0x7D)
        }
        notes.facts.append(0x5D)
      }
      if let copyright { addFact("CopyrightInformation", copyright) }
      notes.facts.append(0x7D)
    }
    if !extras.isEmpty { writeExtras() }
    notes.facts.append(0x7D)
    item.pubmed = PubMedFacts(json: notes.facts.slice(0..<notes.facts.count).checkedText)
    if isBook { mergeLists() }
  }

  /// A book's record has two lists of identifiers, in two places; a JSON object has one member of a name.
  private mutating func mergeLists() {
    guard let members = item.pubmed?.value.members else { return }
    var merged: [JSONMember] = []
    for member in members {
      if let place = merged.firstIndex(where: { $0.name == member.name }) {
        merged[place].value = .array(merged[place].value.elements + member.value.elements)
      } else {
        merged.append(member)
      }
    }
    if merged.count < members.count { item.pubmed = PubMedFacts(json: JSONWriter.text(of: .object(merged))) }
  }

  private mutating func writeExtras() {
    notes.separate()
    notes.facts.append("\"Author\":[")
    for extra in extras {
      notes.separate()
      notes.facts.append("{\"position\":")
      notes.facts.append(String(extra.author).utf8Span.span)
      switch extra.entry.field {
      case .equalContrib: addFact("EqualContrib", extra.entry)
      case .nameIdentifier:
        if let source = extra.source { addFact("Source", source) }
        addFact("Identifier", extra.entry)
      default:
        if let source = extra.source { addFact("Source", source) }
        addFact("AffiliationIdentifier", extra.entry)
      }
      notes.facts.append(0x7D)
    }
    notes.facts.append(0x5D)
  }

  /// A member of the open object, from text that is not escaped yet.
  mutating func addFact(_ name: StaticString, _ entry: Entry) {
    notes.separate()
    notes.facts.append(0x22)
    notes.facts.append(name)
    notes.facts.append("\":\"")
    notes.escape(entry)
    notes.facts.append(0x22)
  }
}
