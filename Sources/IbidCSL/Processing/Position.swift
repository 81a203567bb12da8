extension Document {
  /// Decides for each cite whether it is the first of its item, ibid, or near one before.
  ///
  /// Source: CSL 1.0.2, «Choose», `position`.
  mutating func place(_ scope: CitationScope) {
    for index in citations.indices { arrange(index) }
    findPositions(scope)
  }

  /// Puts the cites of one citation into the style's order.
  mutating func arrange(_ index: Int) {
    sortCites(of: index)
    markSentences(of: index)
  }

  /// Decides on the positions of cites that stand in their order.
  mutating func findPositions(_ scope: CitationScope) {
    // Citations in the text and citations in notes follow one another each on their own.
    var text = Stream()
    var notes = Stream()
    for index in citations.indices {
      guard scope == .document else {
        for place in citations[index].cites.indices {
          let forced = citations[index].cites[place].cite.forcedPosition
          set(forced ?? .first, isNear: false, at: place, of: index)
        }
        continue
      }
      if citations[index].note > 0 { place(index, in: &notes) } else { place(index, in: &text) }
    }
  }

  /// What came before, in the text or in the notes.
  private struct Stream {
    /// The note in which each entry was cited last.
    var lastNote: [Int: Int] = [:]
    /// The last citation, and how many cites the note that holds it has.
    var citation: Int?
    var note = 0
    var citesInNote = 0
  }

  private mutating func place(_ index: Int, in stream: inout Stream) {
    let note = citations[index].note
    for place in citations[index].cites.indices {
      let entry = citations[index].cites[place].entry
      if let last = stream.lastNote[entry] {
        let isNear = style.styleClass == .note && note - last <= style.citation.nearNoteDistance
        set(repeated(at: place, of: index, stream), isNear: isNear, at: place, of: index)
      } else {
        entries[entry].firstNote = note > 0 ? note : nil
        set(.first, isNear: false, at: place, of: index)
      }
      stream.lastNote[entry] = note
    }
    if note == 0 || note != stream.note || stream.citation == nil { stream.citesInNote = 0 }
    stream.citesInNote += citations[index].cites.count
    stream.note = note
    stream.citation = index
  }

  /// Writes only what is new: a cite that stays as it is costs no copy.
  private mutating func set(_ position: CitePosition, isNear: Bool, at place: Int, of index: Int) {
    if citations[index].cites[place].position != position { citations[index].cites[place].position = position }
    if citations[index].cites[place].isNearNote != isNear { citations[index].cites[place].isNearNote = isNear }
  }

  private mutating func sortCites(of index: Int) {
    let keys = style.citation.sort
    let cites = citations[index].cites
    guard !keys.isEmpty, cites.count > 1, !citations[index].isUnsorted else { return }
    let sorting = Sorting(document: self, keys: keys, area: .citationSort)
    var sorted: [PlacedCite] = []
    // A cite that stays ends the run before it.
    for run in cites.sortedApart {
      // Several cites of one item keep their order.
      var byEntry = Dictionary(grouping: run, by: \.entry).mapValues { $0[...] }
      sorted += sorting.sorted(run.map(\.entry)).compactMap { byEntry[$0]?.popFirst() }
    }
    citations[index].cites = sorted
  }

  private mutating func markSentences(of index: Int) {
    for place in citations[index].cites.indices {
      let prefix = citations[index].cites[place].cite.prefix ?? ""
      // «Cf.» ends in the point of an abbreviation: a sentence has more than one word.
      let isSentence = prefix.unicodeScalars.drop(while: \.isBlank).split(whereSeparator: \.isBlank).count > 1
      let end = prefix.unicodeScalars.last {
        !$0.isBlank && $0 != "\"" && $0 != "”" && $0 != "’" && $0 != "\'"
      }
      citations[index].cites[place].startsSentence =
        end.map { isSentence && ($0 == "." || $0 == "!" || $0 == "?") } ?? (place == 0)
    }
  }

  private func repeated(at place: Int, of index: Int, _ stream: Stream) -> CitePosition {
    let cite = citations[index].cites[place]
    guard let before = previousCite(before: place, of: index, stream), before.entry == cite.entry else {
      return .subsequent
    }
    let (old, new) = (before.cite.locator ?? "", cite.cite.locator ?? "")
    if old.isEmpty { return new.isEmpty ? .ibid : .ibidWithLocator }
    if new.isEmpty { return .subsequent }
    let isSame = old == new && (before.cite.label ?? "page") == (cite.cite.label ?? "page")
    return isSame ? .ibid : .ibidWithLocator
  }

  /// The cite before this one in the same citation, or the only cite of the note before.
  private func previousCite(before place: Int, of index: Int, _ stream: Stream) -> PlacedCite? {
    if place > 0 { return citations[index].cites[place - 1] }
    guard let last = stream.citation, let cite = citations[last].cites.last else { return nil }
    let isSameNote = stream.note > 0 && stream.note == citations[index].note
    return isSameNote || stream.citesInNote == 1 ? cite : nil
  }
}

extension [Document.PlacedCite] {
  /// The cites in runs that are sorted each by itself: one that keeps its place is a run alone.
  fileprivate var sortedApart: [[Document.PlacedCite]] {
    var runs: [[Document.PlacedCite]] = []
    var isOpen = false
    for cite in self {
      if isOpen, !cite.cite.keepsPlace { runs[runs.count - 1].append(cite) } else { runs.append([cite]) }
      isOpen = !cite.cite.keepsPlace
    }
    return runs
  }
}
