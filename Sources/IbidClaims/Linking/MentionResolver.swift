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
