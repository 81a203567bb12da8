/// The model as a resource: numbers little-endian, one part behind the other.
extension WorthinessModel {
  private static let magic = Array("ibid worthiness 1\n".utf8)

  /// The bytes of the model: equal models have equal bytes.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(hashes.count))
    hashes.forEach { append($0) }
    weights.forEach { append($0) }
    append(bias)
    for text in texts {
      append(UInt8(clamping: text.utf8.count))
      bytes.append(contentsOf: text.utf8.prefix(255))
    }
    for trees in [citing, plain] {
      append(trees.base.bitPattern)
      append(UInt8(clamping: trees.cuts.count))
      for cuts in trees.cuts {
        append(UInt8(clamping: cuts.count))
        cuts.forEach { append($0.bitPattern) }
      }
      append(UInt16(clamping: trees.trees.count))
      append(UInt8(clamping: trees.trees.first?.features.count ?? 0))
      for tree in trees.trees {
        bytes += tree.features + tree.positions
        tree.values.forEach { append($0) }
      }
    }
    return bytes
  }

  /// Reads a model; nil where the bytes are none, or features are asked for that there are not.
  package init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    var reader = Reader(bytes: bytes, offset: Self.magic.count)
    guard let count = reader.next(UInt32.self), count <= 100_000 else { return nil }
    hashes = (0..<count).compactMap { _ in reader.next() }
    weights = (0..<count).compactMap { _ in reader.next() }
    bias = reader.next() ?? 0
    texts = (0..<count).map { _ in reader.text(Int(reader.next(UInt8.self) ?? 0)) }
    guard let citing = reader.trees(), let plain = reader.trees(), weights.count == Int(count) else { return nil }
    self.citing = citing
    self.plain = plain
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset: Int

    mutating func next<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
      let size = MemoryLayout<Number>.size
      guard offset + size <= bytes.count else { return nil }
      defer { offset += size }
      return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    mutating func text(_ count: Int) -> String {
      let end = min(bytes.count, offset + count)
      defer { offset = end }
      return String(decoding: bytes[offset..<end], as: UTF8.self)
    }

    mutating func row(_ count: Int) -> [UInt8] {
      let end = min(bytes.count, offset + count)
      defer { offset = end }
      return Array(bytes[offset..<end])
    }

    mutating func trees() -> BoostedTrees? {
      guard let base = next(UInt64.self), let features = next(UInt8.self),
        Int(features) == WorthinessFeature.allCases.count
      else { return nil }
      let cuts = (0..<features).map { _ in
        (0..<(next(UInt8.self) ?? 0)).compactMap { _ in next(UInt32.self).map(Float.init(bitPattern:)) }
      }
      guard let count = next(UInt16.self), let inner = next(UInt8.self).map(Int.init) else { return nil }
      let trees = (0..<count).map { _ in
        BoostedTrees.Tree(
          features: row(inner), positions: row(inner), values: (0...(2 * inner)).compactMap { _ in next() })
      }
      let isWhole = trees.allSatisfy { tree in
        tree.values.count == 2 * inner + 1 && tree.features.allSatisfy { $0 < features }
      }
      return isWhole ? BoostedTrees(cuts: cuts, trees: trees, base: Double(bitPattern: base)) : nil
    }
  }
}
