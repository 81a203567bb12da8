import IbidNotes

/// Writes a trained labeller as `LabelModel` reads it.
enum ModelWriter {
  static func bytes(
    features: [UInt32], weights: [SIMD16<Float>], transitions: [SIMD16<Float>], bucketBits: Int
  ) -> [UInt8] {
    let bucketCount = 1 << bucketBits
    // Most weights are small: the few greatest are cut so that the small ones keep their digits.
    let magnitudes = weights.flatMap { row in (0..<16).map { abs(row[$0]) } }.sorted()
    let greatest = magnitudes[min(magnitudes.count - 1, Int(Double(magnitudes.count) * 0.9995))]
    let unit = max(0.01, greatest) / (7 * Float(LabelModel.step(of: .max)))
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
        let tag = LabelModel.fingerprint(of: feature) | finestStep(for: row, unit)
        append(tag, to: &fingerprints)
        appendRow(row / (unit * Float(LabelModel.step(of: tag))), to: &table)
        written += 1
      }
      for _ in written..<8 {
        append(UInt16(0), to: &fingerprints)
        table.append(contentsOf: repeatElement(0, count: LabelModel.rowSize))
      }
    }
    var bytes: [UInt8] = []
    append(LabelModel.magic, to: &bytes)
    append(UInt32(bucketBits), to: &bytes)
    append(unit.bitPattern, to: &bytes)
    for row in transitions { for label in 0..<16 { append(row[label].bitPattern, to: &bytes) } }
    return bytes + fingerprints + table
  }

  /// The upper bits of a tag, for the finest step by which none of the row's weights is cut; for the coarsest where
  /// each cuts some.
  private static func finestStep(for row: SIMD16<Float>, _ unit: Float) -> UInt16 {
    let greatest = max(row.max(), -row.min())
    let tags = (0..<8).map { UInt16($0) << 13 }
    return tags.first { greatest <= 7.5 * unit * Float(LabelModel.step(of: $0)) } ?? 7 << 13
  }

  private static func appendRow(_ row: SIMD16<Float>, to table: inout [UInt8]) {
    for pair in 0..<8 {
      let numbers = (0..<2).map { UInt8(bitPattern: Int8(max(-7, min(7, row[pair * 2 + $0].rounded())))) & 15 }
      table.append(numbers[0] | numbers[1] << 4)
    }
  }

  private static func spread(_ row: SIMD16<Float>) -> Float { row.max() - row.min() }

  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
