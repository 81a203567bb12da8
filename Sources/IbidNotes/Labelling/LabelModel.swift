/// The weights that a labeller was trained to, read where they stand.
///
/// Layout, little-endian: `IBLN`, the logarithm of the count of buckets, the unit of the weights as a Float, 32
/// transition rows of 16 Floats; then for each bucket eight tags of 16 bits, and for each of their places a row of
/// sixteen signed numbers of four bits. A tag's lower 13 bits tell the feature, its upper three the row's step.
package struct LabelModel: Sendable {
  package static let headerSize = 12 + 32 * 16 * 4
  package static let magic: UInt32 = 0x4E4C_4249
  /// Bytes a row.
  package static let rowSize = 8
  /// How many units a row's numbers count, a byte for each value of the three bits of its tag.
  private static let steps: UInt64 = 0x100C_0806_0403_0201
  /// The bits of a tag that tell the feature.
  package static let fingerprintMask: UInt16 = 0x1FFF

  private let bytes: ResourceArray<UInt8>
  private let mask: Int
  private let rowsStart: Int
  private let scale: Float
  private let transitions: Lattice.Transitions

  /// A model from its bytes; nil where they are none.
  init?(_ bytes: ResourceArray<UInt8>) {
    guard bytes.count >= Self.headerSize, bytes.number(at: 0, as: UInt32.self) == Self.magic else { return nil }
    let buckets = Int(bytes.number(at: 4, as: UInt32.self))
    guard (1...24).contains(buckets), bytes.count == Self.headerSize + (1 << buckets) * 8 * (2 + Self.rowSize)
    else { return nil }
    self.bytes = bytes
    mask = (1 << buckets) - 1
    rowsStart = Self.headerSize + (1 << buckets) * 16
    scale = bytes.number(at: 8, as: Float.self)
    let rows = (0..<32).map { bytes.number(at: 12 + $0 * 64, as: SIMD16<Float>.self) }
    transitions = Lattice.Transitions(logarithms: rows)
  }

  /// A model from bytes that were just trained; nil where they are none.
  package init?(bytes: [UInt8]) { self.init(ResourceArray(bytes)) }

  /// The ways to label a reference's tokens.
  package func lattice(_ features: Features) -> Lattice { Lattice(scores(features), transitions) }

  private func scores(_ features: Features) -> [SIMD16<Float>] {
    features.hashes.withUnsafeBufferPointer { hashes in
      bytes.withBase { base in
        (0..<features.count).map { token in
          score(hashes[(token * Features.perToken)..<((token + 1) * Features.perToken)], base) * scale
        }
      }
    }
  }

  /// The sum of the features' rows. A row is four words of four numbers, which every processor takes apart at once.
  @inline(__always)
  private func score(_ hashes: Slice<UnsafeBufferPointer<UInt32>>, _ base: UnsafeRawPointer) -> SIMD16<Float> {
    var sums = (SIMD4<Int16>.zero, SIMD4<Int16>.zero, SIMD4<Int16>.zero, SIMD4<Int16>.zero)
    for hash in hashes {
      let bucket = Int(hash) & mask
      let tags = base + (Self.headerSize + bucket * 16)
      guard let place = place(of: Self.fingerprint(of: hash), tags) else { continue }
      let tag = tags.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self)
      let row = base.loadUnaligned(
        fromByteOffset: rowsStart + (bucket * 8 + place) * Self.rowSize, as: SIMD4<Int16>.self)
      let step = Self.step(of: tag)
      sums.0 &+= ((row &<< 12) &>> 12) &* step
      sums.1 &+= ((row &<< 8) &>> 12) &* step
      sums.2 &+= ((row &<< 4) &>> 12) &* step
      sums.3 &+= (row &>> 12) &* step
    }
    var scores = SIMD16<Float>.zero
    for word in 0..<4 {
      scores[word * 4] = Float(sums.0[word])
      scores[word * 4 + 1] = Float(sums.1[word])
      scores[word * 4 + 2] = Float(sums.2[word])
      scores[word * 4 + 3] = Float(sums.3[word])
    }
    return scores
  }

  /// How many units the numbers of a row count: 1 to 16, by the upper bits of its tag.
  @inline(__always)
  package static func step(of tag: UInt16) -> Int16 {
    Int16(truncatingIfNeeded: steps &>> (UInt64(tag >> 13) &* 8) & 0xFF)
  }

  /// Which of a bucket's eight tags has this fingerprint, looked for in two words of four.
  @inline(__always)
  private func place(of fingerprint: UInt16, _ bucket: UnsafeRawPointer) -> Int? {
    let ones: UInt64 = 0x0001_0001_0001_0001
    let wanted = UInt64(fingerprint) &* ones
    let told = UInt64(Self.fingerprintMask) &* ones
    for half in 0..<2 {
      let difference = (bucket.loadUnaligned(fromByteOffset: half * 8, as: UInt64.self) ^ wanted) & told
      let zeros = (difference &- ones) & ~difference & 0x8000_8000_8000_8000
      if zeros != 0 { return half * 4 + zeros.trailingZeroBitCount >> 4 }
    }
    return nil
  }

  /// The bits by which a bucket tells its features; 0 marks an empty place.
  package static func fingerprint(of hash: UInt32) -> UInt16 {
    let upper = UInt16(truncatingIfNeeded: hash >> 19)
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
