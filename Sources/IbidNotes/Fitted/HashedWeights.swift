/// Weights of hashed features, read where they stand: a signed byte for each value of a feature's lower bits.
struct HashedWeights: Sendable {
  private let bytes: ResourceArray<UInt8>
  private let start: Int
  private let count: Int

  /// `count` weights, a power of two, from a byte on that the caller keeps within the bytes.
  init(_ bytes: ResourceArray<UInt8>, from start: Int, count: Int) {
    self.bytes = bytes
    self.start = start
    self.count = count
  }

  /// The sum of the weights of features.
  func sum(of hashes: [UInt32]) -> Int32 {
    bytes.withBase { base in
      hashes.reduce(into: Int32(0)) { sum, hash in
        sum += Int32(base.load(fromByteOffset: start + Int(hash) & (count - 1), as: Int8.self))
      }
    }
  }
}
