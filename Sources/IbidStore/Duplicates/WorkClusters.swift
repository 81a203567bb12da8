internal import IbidModel

/// Records that have been put together one by one, as long as nothing speaks against it.
struct WorkClusters {
  /// A step that put two records together.
  struct Join {
    var score: Double
    var isSure: Bool
    var reasons: [FieldAgreement]
  }

  private var parents: [Int]
  private var members: [[Int]]
  private var joins: [[Join]]

  /// Every record for itself.
  init(count: Int) {
    parents = Array(0..<count)
    members = (0..<count).map { [$0] }
    joins = Array(repeating: [], count: count)
  }

  /// The record that stands for all that are put together with this one.
  func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  /// Adds a step within one cluster.
  mutating func add(_ join: Join, at index: Int) { joins[root(of: index)].append(join) }

  /// Puts two clusters together, unless `contradicts` says of two of their records that they are two works. Of large
  /// clusters only the first records are asked.
  mutating func join(_ one: Int, _ other: Int, _ join: Join, unless contradicts: (Int, Int) -> Bool) {
    var (large, small) = (root(of: one), root(of: other))
    guard large != small else { return }
    for first in members[large].prefix(Self.asked) {
      for second in members[small].prefix(Self.asked) where contradicts(first, second) { return }
    }
    if members[large].count < members[small].count { swap(&large, &small) }
    parents[small] = large
    members[large] += members[small]
    members[small] = []
    joins[large] += joins[small] + [join]
    joins[small] = []
  }

  private static let asked = 8

  /// What has been put together, and how.
  var groups: [(members: [Int], joins: [Join])] {
    parents.indices.filter { parents[$0] == $0 && !joins[$0].isEmpty }.map { (members[$0], joins[$0]) }
  }
}
