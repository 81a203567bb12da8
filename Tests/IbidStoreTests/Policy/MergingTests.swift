import IbidModel
import Testing

@testable import IbidStore

struct MergingTests {
  @Test(
    "Import makes one work of two records, or two works, in whatever order they come",
    arguments: MergingPair.all.indices)
  func merges(index: Int) throws {
    let pair = MergingPair.all[index]
    let isMerged = pair.outcome == .merged
    #expect(try works(pair.one, pair.other) == (isMerged ? 1 : 2), "\(pair.kind)")
    #expect(try works(pair.other, pair.one) == (isMerged ? 1 : 2), "\(pair.kind), the other order")
    guard let expected = pair.outcome.found else { return }
    #expect(found(pair.one, pair.other) == expected.relation, "\(pair.kind), dedupe")
  }

  @Test("What `dedupe` calls two works, import does too", arguments: HardPair.other.indices)
  func keepsApart(index: Int) throws {
    let pair = HardPair.other[index]
    #expect(try works(pair.one, pair.other) == 2, "\(pair.kind)")
    #expect(try works(pair.other, pair.one) == 2, "\(pair.kind), the other order")
  }

  @Test("The table is long, and each row is another kind")
  func hasManyPairs() {
    #expect(MergingPair.all.count >= 120)
    #expect(Set(MergingPair.all.map(\.kind)).count == MergingPair.all.count)
  }

  /// How many works the two records are, imported from two files.
  private func works(_ first: Item, _ second: Item) throws -> Int {
    let step = StepUnderWay(MemoryTables(), command: "test", time: 0)
    let one = try step.add([first], from: Source(name: "one"), ordinals: 1)
    let other = try step.add([second], from: Source(name: "other"), ordinals: 1)
    return Set((one + other).map(\.key)).count
  }

  private func found(_ one: Item, _ other: Item) -> WorkRelation? {
    var (one, other) = (one, other)
    (one.id, other.id) = ("one", "other")
    let search = DuplicateSearch([one, other])
    return search.groups.first?.relation ?? search.related.first?.relation
  }
}

extension MergingOutcome {
  /// What `dedupe` has to say of it; nil where it is not asked.
  fileprivate var found: (relation: WorkRelation?, Void)? {
    switch self {
    case .offered: (.sameWork, ())
    case .apart(let relation): (relation, ())
    case .merged, .kept: nil
    }
  }
}
