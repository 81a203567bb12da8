import IbidModel
import IbidText

/// Finds the work that «Webber et al» means.
struct MentionResolver {
  /// The article's works; those that only a mention leads to are added.
  private(set) var works: [Work]
  private let records: any RecordSource
  private let notes: [[Int]]

  /// - Parameter notes: for each of the article's notes the works of its own references.
  init(records: any RecordSource, works: [Work], notes: [[Int]]) {
    self.records = records
    self.works = works
    self.notes = notes
  }

  /// The works that a mention may mean: those of the note that it stands in, else the article's, else the records';
  /// in each case the ones by its first author, if there are several those that have all of its authors and its year.
  mutating func works(for mention: TerseCitation, inNote note: Int?) throws -> [Int] {
    if let note {
      let own = narrowed(notes[note], to: mention)
      if !own.isEmpty { return own }
    }
    let cited = narrowed(Array(works.indices), to: mention)
    if !cited.isEmpty { return cited }
    let found = try records.records(by: mention.families, year: mention.year)
    // A family name alone says little in a large library: only an unmistakable record counts.
    guard found.count == 1, mention.year != nil || Self.isFirstAuthor(mention, of: found[0]) else { return [] }
    if let known = works.firstIndex(where: { $0.isRecord && $0.item.id == found[0].id }) { return [known] }
    works.append(Work(item: found[0], isRecord: true))
    return [works.count - 1]
  }

  /// The works that a short citation may mean: «Ibid.» the one before it, others one cited before, latest first, or one
  /// that the article cites elsewhere.
  mutating func works(for citation: TerseCitation, behind earlier: EarlierCitations) throws -> [Int] {
    switch citation.form {
    case .ibid: return earlier.last.map { [$0] } ?? []
    case .note(let label):
      let works = earlier.works(ofNote: label)
      let named = works.filter { isNamed(citation, $0) }
      return named.isEmpty ? works : named
    case .mention, .shortened:
      if let work = earlier.last(where: { isNamed(citation, $0) }) { return [work] }
      let cited = works.indices.filter { isNamed(citation, $0) }
      guard cited.isEmpty, citation.year != nil, !citation.families.isEmpty else { return cited }
      return try works(for: citation, inNote: nil)
    }
  }

  /// Whether a work is by the first name of a citation, and has its year and title where they are given.
  private func isNamed(_ citation: TerseCitation, _ index: Int) -> Bool {
    let item = works[index].item
    if let name = citation.families.first {
      let key = SearchKey.folded(name)
      guard !key.isEmpty, let creator = item.creatorKeys.first,
        // «van der Maaten» is found under Maaten, «United Nations Educational, …» is cut at its comma.
        creator == key || creator.hasSuffix(" " + key) || key.hasSuffix(" " + creator)
          || key.utf8.contains(0x20) && creator.hasPrefix(key + " ")
      else { return false }
    }
    if let year = citation.year, let other = item[date: .issued]?.year, year != other { return false }
    guard let title = citation.title else { return true }
    let words = SearchKey.folded(title)
    return !words.isEmpty && (" " + SearchKey.folded(item[.title] ?? "") + " ").contains(" " + words + " ")
  }

  private func narrowed(_ indices: [Int], to mention: TerseCitation) -> [Int] {
    let first = indices.filter { Self.isFirstAuthor(mention, of: works[$0].item) }
    let dated = first.filter { index in
      guard let year = mention.year, let other = works[index].item[date: .issued]?.year else { return true }
      return abs(year - other) <= 1
    }
    guard dated.count > 1 else { return dated }
    let exact = dated.filter { index in
      (mention.year == nil || works[index].item[date: .issued]?.year == mention.year)
        && Set(mention.families.map(SearchKey.folded)).isSubset(of: works[index].item.creatorKeys)
    }
    return exact.isEmpty ? dated : exact
  }

  private static func isFirstAuthor(_ mention: TerseCitation, of item: Item) -> Bool {
    guard let name = mention.families.first.map(SearchKey.folded), !name.isEmpty else { return false }
    guard let family = item.creatorKeys.first else { return false }
    return family == name || family.hasSuffix(" " + name)
  }
}
