import IbidModel
import IbidStore
import Testing

struct DuplicateSearchTests {
  @Test("Records of one work are put together", arguments: HardPair.same.indices)
  func putsTogether(index: Int) {
    let pair = HardPair.same[index]
    #expect(found(pair) == .sameWork, "\(pair.kind)")
  }

  @Test("Records of two works are not, and what they are to each other is said", arguments: HardPair.other.indices)
  func keepsApart(index: Int) {
    let pair = HardPair.other[index]
    #expect(found(pair) == pair.relation, "\(pair.kind)")
  }

  @Test("The table has both kinds, and enough of them")
  func hasManyPairs() {
    #expect(HardPair.same.count >= 60)
    #expect(HardPair.other.count >= 40)
  }

  /// The relation that is found between two records, in whatever order they come.
  private func found(_ pair: HardPair) -> WorkRelation? {
    var (one, other) = (pair.one, pair.other)
    (one.id, other.id) = ("one", "other")
    let search = DuplicateSearch([one, other])
    let reversed = DuplicateSearch([other, one])
    #expect(search.groups == reversed.groups)
    #expect(search.related == reversed.related)
    // The table names the one that stands in the relation first, where that is not a matter of years.
    if let related = search.related.first, related.relation != .versionOf {
      #expect(related.from == "one", "\(pair.kind)")
    }
    #expect(search.groups.count + search.related.count <= 1)
    return search.groups.first?.relation ?? search.related.first?.relation
  }
}
