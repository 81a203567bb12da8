/// A set of features, without a heap of its own: a long text has a hundred thousand candidates.
struct MarkerFeatures: Sendable, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral features: MarkerFeature...) {
    for feature in features { append(feature) }
  }

  mutating func append(_ feature: MarkerFeature) {
    if feature.rawValue < 64 {
      low |= 1 << UInt64(feature.rawValue)
    } else {
      high |= 1 << UInt64(feature.rawValue - 64)
    }
  }

  func contains(_ feature: MarkerFeature) -> Bool {
    (feature.rawValue < 64 ? low >> UInt64(feature.rawValue) : high >> UInt64(feature.rawValue - 64)) & 1 == 1
  }

  /// Whether any of the features of the other set is in this one.
  func intersects(_ other: MarkerFeatures) -> Bool { low & other.low | high & other.high != 0 }

  static func += (left: inout MarkerFeatures, right: MarkerFeatures) {
    left.low |= right.low
    left.high |= right.high
  }

  /// The sum of the weights of the features in the set; `weights` has one for each feature.
  func sum(_ weights: [Double]) -> Double {
    var sum = 0.0
    var bits = low
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    bits = high
    while bits != 0 {
      sum += weights[64 + bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// The features in the set, by their numbers.
  var members: [Int] {
    var members: [Int] = []
    for (half, first) in [(low, 0), (high, 64)] {
      var bits = half
      while bits != 0 {
        members.append(first + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return members
  }
}
