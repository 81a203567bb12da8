import IbidText

/// A sum of small decision trees.
package struct BoostedTrees: Sendable {
  /// Where each feature is cut, ascending, by feature.
  package var cuts: [[Float]]
  /// The trees.
  package var trees: [Tree]
  /// Log odds before any tree has spoken.
  package var base: Double

  /// A full binary tree, in the order of a heap: the children of node n are 2n + 1 and 2n + 2.
  package struct Tree: Sendable {
    /// The feature that an inner node looks at.
    package var features: [UInt8]
    /// The cut that it asks for: values up to the cut of this index go left.
    package var positions: [UInt8]
    /// What every node, inner ones too, would add to the log odds, in 1/4096.
    package var values: [Int16]

    /// A tree.
    package init(features: [UInt8], positions: [UInt8], values: [Int16]) {
      self.features = features
      self.positions = positions
      self.values = values
    }
  }

  /// Trees over features with these cuts.
  package init(cuts: [[Float]], trees: [Tree], base: Double) {
    self.cuts = cuts
    self.trees = trees
    self.base = base
  }

  /// One unit of a node's value.
  package static let unit = 1.0 / 4096

  /// The bins of a row: for each feature how many cuts lie below its value.
  package func bins(of row: [Float]) -> [UInt8] {
    zip(row, cuts).map { value, cuts in UInt8(cuts.partitioningIndex { !($0 < value) }) }
  }

  /// The log odds of a row, and how much each feature moved them on the way down the trees.
  package func logOdds(of row: [Float]) -> (sum: Double, parts: [Double]) {
    let bins = bins(of: row)
    var parts = [Double](repeating: 0, count: cuts.count)
    var sum = base
    for tree in trees {
      var node = 0
      var value = tree.values[0]
      sum += Double(value) * Self.unit
      while node < tree.features.count {
        let feature = Int(tree.features[node])
        node = 2 * node + (bins[feature] <= tree.positions[node] ? 1 : 2)
        let step = Double(Int(tree.values[node]) - Int(value)) * Self.unit
        parts[feature] += step
        sum += step
        value = tree.values[node]
      }
    }
    return (sum, parts)
  }
}
