/// The row of each feature, by open addressing.
struct FeatureRows {
  /// The features in the order of their rows.
  private(set) var features: [UInt32] = []
  private var slots: [Int32]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    features.reserveCapacity(capacity)
  }

  /// Gives a new feature the next row.
  mutating func add(_ feature: UInt32) {
    var slot = Self.slot(feature) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(features.count)
    features.append(feature)
  }

  /// The feature's row; -1 where it has none.
  subscript(feature: UInt32) -> Int32 {
    var slot = Self.slot(feature) & (slots.count - 1)
    while slots[slot] >= 0 {
      if features[Int(slots[slot])] == feature { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  private static func slot(_ feature: UInt32) -> Int { Int((feature &* 0x9E37_79B1) >> 3) }
}
