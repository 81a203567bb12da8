extension Document {
  /// Decides for each cite whether it is the first of its item, ibid, or near one before.
  ///
  /// Source: CSL 1.0.2, «Choose», `position`.
  mutating func place(_ standing: Standing) {
    var lastNote: [Int: Int] = [:]
    for index in citations.indices {
      sortCites(of: index)
      guard standing == .together else { continue }
      for place in citations[index].cites.indices {
        let cite = citations[index].cites[place]
        let note = citations[index].note
        if let last = lastNote[cite.entry] {
          let isNear = style.styleClass == .note ? note - last <= style.citation.nearNoteDistance : false
          citations[index].cites[place].isNearNote = isNear
          citations[index].cites[place].position = repeated(cite, at: place, of: index)
        } else {
          entries[cite.entry].firstNote = note > 0 ? note : nil
        }
        lastNote[cite.entry] = note
      }
    }
  }

  private mutating func sortCites(of index: Int) {
    let keys = style.citation.sort
    guard !keys.isEmpty, citations[index].cites.count > 1 else { return }
    let cites = citations[index].cites
    let sorted = Sorting(document: self, keys: keys, area: .citationSort).sorted(cites.map(\.entry))
    // Several cites of one item keep their order.
    var byEntry = Dictionary(grouping: cites, by: \.entry).mapValues { $0[...] }
    citations[index].cites = sorted.compactMap { byEntry[$0]?.popFirst() }
  }

  private func repeated(_ cite: PlacedCite, at place: Int, of index: Int) -> CitePosition {
    guard let before = previousCite(before: place, of: index), before.entry == cite.entry else { return .subsequent }
    let (old, new) = (before.cite.locator ?? "", cite.cite.locator ?? "")
    if old.isEmpty { return new.isEmpty ? .ibid : .ibidWithLocator }
    if new.isEmpty { return .subsequent }
    let isSame = old == new && (before.cite.label ?? "page") == (cite.cite.label ?? "page")
    return isSame ? .ibid : .ibidWithLocator
  }

  /// The cite before this one in the same citation, or the only cite of the citation before.
  private func previousCite(before place: Int, of index: Int) -> PlacedCite? {
    if place > 0 { return citations[index].cites[place - 1] }
    guard index > 0, citations[index - 1].cites.count == 1 else { return nil }
    return citations[index - 1].cites[0]
  }
}
