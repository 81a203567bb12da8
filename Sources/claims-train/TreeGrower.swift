import Glibc
import IbidClaims

/// Grows trees by gradient boosting of the logistic loss, with histograms of at most 64 bins.
struct TreeGrower {
  /// How many trees are grown.
  var treeCount = 260
  /// Splits from root to leaf.
  var depth = 5
  /// How much of its correction a tree makes.
  var rate = 0.06
  /// The least weight of a leaf.
  var leastWeight = 30.0

  /// How many parts of four the features of a tree are drawn from leave out.
  var leftOut = 1
  /// What is added to the weight of a leaf, so that few rows move little.
  var penalty = 8.0

  /// Where the drawing of features begins.
  var seed: UInt64 = 11

  /// Trees for these rows; only features below `featureLimit` are looked at.
  ///
  /// - Parameter importance: how much each row counts; 1 each where nothing is said.
  func grow(_ rows: [[Float]], _ labels: [Bool], featureLimit: Int, importance: [Double]? = nil) -> BoostedTrees {
    let importance = importance ?? [Double](repeating: 1, count: rows.count)
    let positive = zip(labels, importance).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    let share = positive / max(1, importance.reduce(0, +))
    let cuts = (0..<(rows.first?.count ?? 0)).map { feature in
      feature < featureLimit ? Self.cuts(of: rows.map { $0[feature] }) : []
    }
    var result = BoostedTrees(cuts: cuts, trees: [], base: log(share / (1 - share)))
    let bins = rows.map(result.bins)
    var columns = [[UInt8]](repeating: [], count: featureLimit)
    for feature in 0..<featureLimit { columns[feature] = bins.map { $0[feature] } }
    var odds = [Double](repeating: result.base, count: rows.count)
    var chance = Chance(seed: seed)
    for _ in 0..<treeCount {
      let slopes = odds.indices.map { importance[$0] * (1 / (1 + exp(-odds[$0])) - (labels[$0] ? 1 : 0)) }
      let weights = odds.indices.map { index in
        let chance = 1 / (1 + exp(-odds[index]))
        return importance[index] * chance * (1 - chance)
      }
      let features = Array(0..<featureLimit).filter { _ in chance.next() % 4 >= leftOut }
      let (tree, leaves) = tree(columns, slopes, weights, features)
      for index in odds.indices { odds[index] += Double(tree.values[leaves[index]]) * BoostedTrees.unit }
      result.trees.append(tree)
    }
    return result
  }

  /// One tree, and the leaf that each row comes to.
  private func tree(
    _ columns: [[UInt8]], _ slopes: [Double], _ weights: [Double], _ features: [Int]
  ) -> (BoostedTrees.Tree, [Int]) {
    let inner = (1 << depth) - 1
    var tree = BoostedTrees.Tree(
      features: [UInt8](repeating: 0, count: inner), positions: [UInt8](repeating: 255, count: inner),
      values: [Int16](repeating: 0, count: 2 * inner + 1))
    var members: [[Int32]] = Array(repeating: [], count: 2 * inner + 1)
    members[0] = slopes.indices.map(Int32.init)
    var leaves = [Int](repeating: 0, count: slopes.count)
    for node in 0..<(2 * inner + 1) {
      let rows = members[node]
      let slope = rows.reduce(0) { $0 + slopes[Int($1)] }
      let weight = rows.reduce(0) { $0 + weights[Int($1)] }
      let parent = node == 0 ? 0 : tree.values[(node - 1) / 2]
      tree.values[node] = rows.isEmpty ? parent : value(slope, weight)
      guard node < inner else {
        for row in rows { leaves[Int(row)] = node }
        continue
      }
      guard let split = split(rows, columns, slopes, weights, features, slope, weight) else {
        members[2 * node + 1] = rows
        continue
      }
      tree.features[node] = UInt8(split.feature)
      tree.positions[node] = split.position
      members[2 * node + 1] = rows.filter { columns[split.feature][Int($0)] <= split.position }
      members[2 * node + 2] = rows.filter { columns[split.feature][Int($0)] > split.position }
      members[node] = []
    }
    return (tree, leaves)
  }

  private func value(_ slope: Double, _ weight: Double) -> Int16 {
    Int16(max(-32000, min(32000, (-rate * slope / (weight + penalty) / BoostedTrees.unit).rounded())))
  }

  private func split(
    _ rows: [Int32], _ columns: [[UInt8]], _ slopes: [Double], _ weights: [Double], _ features: [Int],
    _ slope: Double, _ weight: Double
  ) -> (feature: Int, position: UInt8)? {
    guard weight >= 2 * leastWeight else { return nil }
    let whole = slope * slope / (weight + penalty)
    var best = (gain: 1e-3, feature: -1, position: UInt8(0))
    for feature in features {
      var sums = [Double](repeating: 0, count: 256)
      columns[feature].withUnsafeBufferPointer { column in
        for row in rows {
          let bin = Int(column[Int(row)])
          sums[2 * bin] += slopes[Int(row)]
          sums[2 * bin + 1] += weights[Int(row)]
        }
      }
      var (left, leftWeight) = (0.0, 0.0)
      for bin in 0..<127 {
        left += sums[2 * bin]
        leftWeight += sums[2 * bin + 1]
        guard leftWeight >= leastWeight else { continue }
        guard weight - leftWeight >= leastWeight else { break }
        let right = slope - left
        let gain =
          left * left / (leftWeight + penalty) + right * right / (weight - leftWeight + penalty) - whole
        if gain > best.gain { best = (gain, feature, UInt8(bin)) }
      }
    }
    return best.feature < 0 ? nil : (best.feature, best.position)
  }

  /// At most 63 cuts that leave about as many values between each two.
  private static func cuts(of values: [Float]) -> [Float] {
    let sorted = values.sorted()
    var cuts: [Float] = []
    for step in 1..<64 {
      let cut = sorted[sorted.count * step / 64]
      if cut != cuts.last, cut != sorted.last { cuts.append(cut) }
    }
    return cuts
  }
}
