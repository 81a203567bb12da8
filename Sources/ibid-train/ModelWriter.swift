import IbidNotes

/// Writes a trained labeller as `LabelModel` reads it.
enum ModelWriter {
  static func bytes(
    features: [UInt32], weights: [SIMD16<Float>], transitions: [SIMD16<Float>], bucketBits: Int
  ) -> [UInt8] {
    let bucketCount = 1 << bucketBits
    // Most weights are small: the few greatest are cut so that the small ones keep their digits.
    let magnitudes = weights.flatMap { row in (0..<16).map { abs(row[$0]) } }.sorted()
    let scale = max(0.01, magnitudes[min(magnitudes.count - 1, Int(Double(magnitudes.count) * 0.9995))]) / 127
    var buckets = [[(UInt32, SIMD16<Float>)]](repeating: [], count: bucketCount)
    for (feature, row) in zip(features, weights) { buckets[Int(feature) & (bucketCount - 1)].append((feature, row)) }
    var fingerprints: [UInt8] = []
    var table: [UInt8] = []
    for bucket in buckets {
      // The features that say most; a bucket's ninth is lost.
      let kept = bucket.sorted { (spread($0.1), $0.0) > (spread($1.1), $1.0) }.prefix(8)
      var used: Set<UInt16> = []
      var written = 0
      for (feature, row) in kept where used.insert(LabelModel.fingerprint(of: feature)).inserted {
        append(LabelModel.fingerprint(of: feature), to: &fingerprints)
        for label in 0..<16 {
          let value = max(-127, min(127, (row[label] / scale).rounded()))
          table.append(UInt8(bitPattern: Int8(value)))
        }
        written += 1
      }
      for _ in written..<8 {
        append(UInt16(0), to: &fingerprints)
        table.append(contentsOf: repeatElement(0, count: 16))
      }
    }
    var bytes: [UInt8] = []
    append(LabelModel.magic, to: &bytes)
    append(UInt32(bucketBits), to: &bytes)
    append(scale.bitPattern, to: &bytes)
    for row in transitions { for label in 0..<16 { append(row[label].bitPattern, to: &bytes) } }
    return bytes + fingerprints + table
  }

  private static func spread(_ row: SIMD16<Float>) -> Float { row.max() - row.min() }

  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
