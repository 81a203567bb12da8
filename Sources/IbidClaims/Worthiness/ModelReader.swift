/// Reads the parts of a model from its bytes, numbers little-endian; nil behind their end.
struct ModelReader {
  let bytes: [UInt8]
  var offset: Int

  mutating func next<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    let size = MemoryLayout<Number>.size
    guard offset + size <= bytes.count else { return nil }
    defer { offset += size }
    return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  /// So many numbers at once; nil where there are fewer.
  mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int, _: Number.Type) -> [Number]? {
    let size = MemoryLayout<Number>.size
    guard count >= 0, count <= (bytes.count - offset) / size else { return nil }
    defer { offset += count * size }
    let start = offset
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * size, as: Number.self)) }
    }
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

  /// Trees over so many features; nil where they are over others.
  mutating func trees(features wanted: Int) -> BoostedTrees? {
    guard let base = next(UInt64.self), let features = next(UInt8.self), Int(features) == wanted else { return nil }
    var cuts: [[Float]] = []
    for _ in 0..<features {
      guard let count = next(UInt8.self), let numbers = numbers(Int(count), UInt32.self) else { return nil }
      cuts.append(numbers.map(Float.init(bitPattern:)))
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

extension BoostedTrees {
  /// The trees as bytes, which `ModelReader` reads.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: base.bitPattern)
    bytes.append(number: UInt8(clamping: cuts.count))
    for cuts in cuts {
      bytes.append(number: UInt8(clamping: cuts.count))
      cuts.forEach { bytes.append(number: $0.bitPattern) }
    }
    bytes.append(number: UInt16(clamping: trees.count))
    bytes.append(number: UInt8(clamping: trees.first?.features.count ?? 0))
    for tree in trees {
      bytes += tree.features + tree.positions
      tree.values.forEach { bytes.append(number: $0) }
    }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number's bytes, the lowest first.
  mutating func append(number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
