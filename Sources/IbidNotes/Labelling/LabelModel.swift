/// The weights that a labeller was trained to, read where they stand.
///
/// Layout, little-endian: `IBLM`, the logarithm of the count of buckets, the scale of the weights as a Float, 32
/// transition rows of 16 Floats; then for each bucket eight fingerprints of 16 bits, and for each of their places a
/// row of sixteen signed bytes.
package struct LabelModel: Sendable {
  package static let headerSize = 12 + 32 * 16 * 4
  package static let magic: UInt32 = 0x4D4C_4249

  private let bytes: ResourceArray<UInt8>
  private let mask: Int
  private let rowsStart: Int
  private let scale: Float
  private let transitions: Lattice.Transitions

  /// A model from its bytes; nil where they are none.
  init?(_ bytes: ResourceArray<UInt8>) {
    guard bytes.count >= Self.headerSize, bytes.number(at: 0, as: UInt32.self) == Self.magic else { return nil }
    let buckets = Int(bytes.number(at: 4, as: UInt32.self))
    guard (1...24).contains(buckets), bytes.count == Self.headerSize + (1 << buckets) * (16 + 128) else { return nil }
    self.bytes = bytes
    mask = (1 << buckets) - 1
    rowsStart = Self.headerSize + (1 << buckets) * 16
    scale = bytes.number(at: 8, as: Float.self)
    let rows = (0..<32).map { bytes.number(at: 12 + $0 * 64, as: SIMD16<Float>.self) }
    transitions = Lattice.Transitions(logarithms: rows)
  }

  /// A model from bytes that were just trained; nil where they are none.
  package init?(bytes: [UInt8]) { self.init(ResourceArray(bytes)) }

  /// The labels of a reference's tokens, and how probable each is.
  package func labels(_ features: Features) -> (labels: [Label], confidences: [Float]) {
    let lattice = Lattice(scores(features), transitions)
    let labels = lattice.bestLabels()
    let marginals = lattice.marginals()
    return (labels, zip(labels, marginals).map { $1[Int($0.rawValue)] })
  }

  private func scores(_ features: Features) -> [SIMD16<Float>] {
    features.hashes.withUnsafeBufferPointer { hashes in
      bytes.withBase { base in
        (0..<features.count).map { token in
          score(hashes[(token * Features.perToken)..<((token + 1) * Features.perToken)], base) * scale
        }
      }
    }
  }

  /// The sum of the features' rows. A row is added as eight pairs of bytes: the upper ones, and the lower ones with
  /// the upper shifted out, which every processor does at once.
  @inline(__always)
  private func score(_ hashes: Slice<UnsafeBufferPointer<UInt32>>, _ base: UnsafeRawPointer) -> SIMD16<Float> {
    var lower = SIMD8<Int16>.zero
    var upper = SIMD8<Int16>.zero
    for hash in hashes {
      let bucket = Int(hash) & mask
      guard let place = place(of: Self.fingerprint(of: hash), base + (Self.headerSize + bucket * 16)) else { continue }
      let row = base.loadUnaligned(fromByteOffset: rowsStart + (bucket * 8 + place) * 16, as: SIMD8<Int16>.self)
      lower &+= (row &<< 8) &>> 8
      upper &+= row &>> 8
    }
    var scores = SIMD16<Float>.zero
    for pair in 0..<8 {
      scores[pair * 2] = Float(lower[pair])
      scores[pair * 2 + 1] = Float(upper[pair])
    }
    return scores
  }

  /// Which of a bucket's eight fingerprints this is, looked for in two words of four.
  @inline(__always)
  private func place(of fingerprint: UInt16, _ bucket: UnsafeRawPointer) -> Int? {
    let ones: UInt64 = 0x0001_0001_0001_0001
    let wanted = UInt64(fingerprint) &* ones
    for half in 0..<2 {
      let difference = bucket.loadUnaligned(fromByteOffset: half * 8, as: UInt64.self) ^ wanted
      let zeros = (difference &- ones) & ~difference & 0x8000_8000_8000_8000
      if zeros != 0 { return half * 4 + zeros.trailingZeroBitCount >> 4 }
    }
    return nil
  }

  /// The sixteen bits by which a bucket tells its features; 0 marks an empty place.
  package static func fingerprint(of hash: UInt32) -> UInt16 {
    let upper = UInt16(truncatingIfNeeded: hash >> 16)
    return upper == 0 ? 1 : upper
  }
}

extension ResourceArray<UInt8> {
  /// A number of any type at a byte's place, which the caller keeps within `count`.
  @inline(__always)
  func number<Number: BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
    withBase { $0.loadUnaligned(fromByteOffset: offset, as: type) }
  }
}
