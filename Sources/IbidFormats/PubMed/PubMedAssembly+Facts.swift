import IbidModel

extension PubMedAssembly {
  /// Adds what waits for the record's end, and gives the facts to the item.
  mutating func finishFacts() {
    let isStructured = sections.count > 1 || sections.first?.label != nil
    let copyright = entry(.copyright)
    if isStructured || copyright != nil {
      state.separate()
      state.facts.append("\"Abstract\":{")
      if isStructured {
        state.facts.append("\"AbstractText\":[")
        for section in sections {
          state.separate()
          state.facts.append(0x7B)
          if let label = section.label { addFact("Label", label) }
          if let category = section.category { addFact("NlmCategory", category) }
          addFact("text", section.text)
          state.facts.append(0x7D)
        }
        state.facts.append(0x5D)
      }
      if let copyright { addFact("CopyrightInformation", copyright) }
      state.facts.append(0x7D)
    }
    if !extras.isEmpty { writeExtras() }
    state.facts.append(0x7D)
    item.pubmed = PubMedFacts(json: UTF8Check.string(state.facts.slice(0, state.facts.count)))
  }

  private mutating func writeExtras() {
    state.separate()
    state.facts.append("\"Author\":[")
    for extra in extras {
      state.separate()
      state.facts.append("{\"position\":")
      for byte in String(extra.author).utf8 { state.facts.append(byte) }
      switch extra.entry.field {
      case .equalContrib: addFact("EqualContrib", extra.entry)
      case .nameIdentifier:
        if let source = extra.source { addFact("Source", source) }
        addFact("Identifier", extra.entry)
      default:
        if let source = extra.source { addFact("Source", source) }
        addFact("AffiliationIdentifier", extra.entry)
      }
      state.facts.append(0x7D)
    }
    state.facts.append(0x5D)
  }

  /// A member of the open object, from text that is not escaped yet.
  mutating func addFact(_ name: StaticString, _ entry: Entry) {
    state.separate()
    state.facts.append(0x22)
    state.facts.append(name)
    state.facts.append("\":\"")
    let bytes = state.bytes(entry)
    if let start = bytes.baseAddress {
      _ = TextWriter.appendEscaped(start, bytes.count, to: &state.facts, true)
    }
    state.facts.append(0x22)
  }
}
