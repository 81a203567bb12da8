/// The style of a list of references, as those that were read so far have it.
///
/// Whoever writes a list writes its references alike: where one of them could be read in two ways, that which has the
/// boundaries of the others is the likelier one. Older references count less and less.
package struct ListStyle: Sendable {
  private var boundaries: [FieldBoundary: Float] = [:]
  private var lefts = [Float](repeating: 0, count: 18)
  private var rights = [Float](repeating: 0, count: 18)
  /// What a reference counts now; it grows in place of the older ones' shrinking.
  private var unit: Float = 1

  /// The style of a list that has not begun.
  package init() {}

  /// Whether there is something to compare with.
  var isKnown: Bool { lefts[Int(FieldBoundary.start)] > 0 }

  /// Takes up a reference by the readings that are possible, each as much as it is likely.
  package mutating func take(up readings: [(reading: Reading, share: Float)]) {
    advance()
    for (reading, share) in readings { add(reading.boundaries, share: share) }
  }

  private mutating func advance() {
    unit *= Self.growth
    guard unit > 1e4 else { return }
    for (boundary, weight) in boundaries { boundaries[boundary] = weight / unit > 0.01 ? weight / unit : nil }
    for index in lefts.indices {
      lefts[index] /= unit
      rights[index] /= unit
    }
    unit = 1
  }

  private mutating func add(_ boundaries: [FieldBoundary], share: Float) {
    for boundary in boundaries {
      self.boundaries[boundary, default: 0] += unit * share
      lefts[Int(boundary.left)] += unit * share
      rights[Int(boundary.right)] += unit * share
    }
  }

  /// How much of what stands behind the left field of a boundary, and before the right one, it is: in steps, 0 to 5.
  func use(of boundary: FieldBoundary) -> (ofLeft: UInt32, ofRight: UInt32) {
    let weight = boundaries[boundary] ?? 0
    return (
      Self.step((weight / unit + 0.02) / (lefts[Int(boundary.left)] / unit + 0.5)),
      Self.step((weight / unit + 0.02) / (rights[Int(boundary.right)] / unit + 0.5))
    )
  }

  private static func step(_ share: Float) -> UInt32 {
    share < 0.02 ? 0 : share < 0.08 ? 1 : share < 0.25 ? 2 : share < 0.6 ? 3 : share < 0.85 ? 4 : 5
  }

  /// A reference counts half behind some 23 others.
  private static let growth: Float = 1.03
}
