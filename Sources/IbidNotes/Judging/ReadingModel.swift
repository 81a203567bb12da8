/// Weighs readings as wholes: a log-linear model over `ReadingFeatures` that was trained on what labellers gave for
/// references that they had not seen.
///
/// Layout, little-endian: `IBRD`, the unit of the weights and the weight of the labeller's own logarithm as Floats,
/// then 2¹⁴ signed bytes, one for each value of a feature's lower 14 bits.
package struct ReadingModel: Sendable {
  package static let magic: UInt32 = 0x4452_4249
  package static let headerSize = 12
  package static let weightCount = 1 << 14

  private let weights: HashedWeights
  private let unit: Float
  private let trust: Float

  /// A model from its bytes; nil where they are none.
  init?(_ bytes: ResourceArray<UInt8>) {
    guard bytes.count == Self.headerSize + Self.weightCount, bytes.number(at: 0, as: UInt32.self) == Self.magic
    else { return nil }
    weights = HashedWeights(bytes, from: Self.headerSize, count: Self.weightCount)
    unit = bytes.number(at: 4, as: Float.self)
    trust = bytes.number(at: 8, as: Float.self)
  }

  /// A model from bytes that were just trained; nil where they are none.
  package init?(bytes: [UInt8]) { self.init(ResourceArray(bytes)) }

  /// The place of a feature's weight.
  package static func place(of hash: UInt32) -> Int { Int(hash) & (weightCount - 1) }

  /// How a reading weighs, as a logarithm.
  func weight(of features: ReadingFeatures, logarithm: Float) -> Float {
    Float(weights.sum(of: features.hashes)) * unit + logarithm * trust
  }
}
