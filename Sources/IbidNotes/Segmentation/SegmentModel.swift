/// The weights by which a paragraph is cut into references and commentary.
///
/// Layout, little-endian: `IBSG`, the unit of the weights as a Float, then 2¹⁶ signed bytes, one for each value of a
/// feature's lower 16 bits.
package struct SegmentModel: Sendable {
  package static let magic: UInt32 = 0x4753_4249
  package static let headerSize = 8
  package static let weightCount = 1 << 16

  private let weights: HashedWeights
  private let unit: Float

  /// A model from its bytes; nil where they are none.
  init?(_ bytes: ResourceArray<UInt8>) {
    guard bytes.count == Self.headerSize + Self.weightCount, bytes.number(at: 0, as: UInt32.self) == Self.magic
    else { return nil }
    weights = HashedWeights(bytes, from: Self.headerSize, count: Self.weightCount)
    unit = bytes.number(at: 4, as: Float.self)
  }

  /// A model from bytes that were just trained; nil where they are none.
  package init?(bytes: [UInt8]) { self.init(ResourceArray(bytes)) }

  /// The model that the command carries; nil where its resource is broken.
  package static let bundled = ResourceArray(named: "references/segments.bin").flatMap(SegmentModel.init(_:))

  /// The place of a feature's weight.
  package static func place(of hash: UInt32) -> Int { Int(hash) & (weightCount - 1) }

  /// How much features weigh together, as a logarithm.
  func weight(of hashes: [UInt32]) -> Float {
    Float(weights.sum(of: hashes)) * unit
  }
}
