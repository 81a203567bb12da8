package import IbidModel

/// Why a cite says more than its style asks for.
package struct Explanation: Sendable, Hashable {
  /// What was added.
  package enum Measure: Sendable, Hashable {
    /// So many names are shown, where et al. would stand behind fewer.
    case names(shown: Int, styled: Int)
    /// Given names or initials of these persons.
    case givenNames([String])
    /// A test of `disambiguate` holds.
    case condition
    /// These letters.
    case yearSuffix(String)
  }

  /// The item's key.
  package var id: String
  package var measure: Measure
  /// What the cite would read without any measure.
  package var reading: String
  /// The keys of the other items that would read the same; empty where only a name needed telling apart.
  package var others: [String]
}

extension Document {
  /// The measures that `disambiguate` took, in the order of the entries.
  func explanations() -> [Explanation] {
    let touched = entries.contains { !$0.hints.isEmpty || $0.yearSuffix != nil || $0.conditionLevel > 0 }
    guard touched else { return [] }
    var bare = self
    for index in entries.indices {
      bare.entries[index].hints = NameHints()
      bare.entries[index].conditionLevel = 0
      bare.entries[index].yearSuffix = nil
    }
    let renderings = entries.indices.map { bare.comparable($0) }
    let readings = renderings.map(\.runs.plainText)
    let alike = Dictionary(grouping: entries.indices, by: { readings[$0] })
    return entries.indices.flatMap { index in
      let others = (alike[readings[index]] ?? []).filter { $0 != index }.map { entries[$0].item.id }
      return measures(of: index, renderings[index]).map {
        Explanation(id: entries[index].item.id, measure: $0, reading: readings[index], others: others)
      }
    }
  }

  private func measures(of index: Int, _ bare: Renderer) -> [Explanation.Measure] {
    let entry = entries[index]
    let lists = comparable(index).nameLists
    var measures: [Explanation.Measure] = []
    for (list, styled) in zip(lists, bare.nameLists) where list.shown > styled.shown {
      measures.append(.names(shown: list.shown, styled: styled.shown))
    }
    var persons: [String] = []
    for (place, list) in lists.enumerated() {
      let hints = entry.hints.given[place] ?? [:]
      for (name, given) in hints.sorted(by: { $0.key < $1.key })
      where name < list.shown && list.names.indices.contains(name) {
        let text = list.text(of: list.names[name], given)
        if text != list.text(of: list.names[name], .asStyled) { persons.append(text) }
      }
    }
    if !persons.isEmpty { measures.append(.givenNames(persons)) }
    if entry.conditionLevel > 0 { measures.append(.condition) }
    if let suffix = entry.yearSuffix { measures.append(.yearSuffix(YearSuffix.letters(suffix))) }
    return measures
  }

  /// The cite as others are compared with it.
  private func comparable(_ entry: Int) -> Renderer {
    let context = context(of: entry, .citation)
    context.position = .subsequent
    context.yearSuffix = nil
    context.comparesCites = true
    return Renderer.render(style.citation.layout, prepared, context)
  }
}

extension Processor {
  /// Why cites say more than the style asks for: for each added name, given name, condition and year suffix.
  package func explanations(items: [Item], citations: [Citation], listsUncited: Bool = true) -> [Explanation] {
    document(items: items, citations: citations, listsUncited: listsUncited, scope: .document).explanations()
  }
}
