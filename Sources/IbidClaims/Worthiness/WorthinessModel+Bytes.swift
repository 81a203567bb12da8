/// The model as a resource: numbers little-endian, one part behind the other.
extension WorthinessModel {
  private static let magic = Array("ibid worthiness 1\n".utf8)

  /// The bytes of the model: equal models have equal bytes.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    bytes.append(number: UInt32(hashes.count))
    hashes.forEach { bytes.append(number: $0) }
    weights.forEach { bytes.append(number: $0) }
    bytes.append(number: bias)
    for text in texts {
      bytes.append(number: UInt8(clamping: text.utf8.count))
      bytes.append(contentsOf: text.utf8.prefix(255))
    }
    return bytes + citing.bytes + plain.bytes
  }

  /// Reads a model; nil where the bytes are none, or features are asked for that there are not.
  package init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    let features = WorthinessFeature.allCases.count
    var reader = ModelReader(bytes: bytes, offset: Self.magic.count)
    guard let count = reader.next(UInt32.self), count <= 100_000 else { return nil }
    hashes = (0..<count).compactMap { _ in reader.next() }
    weights = (0..<count).compactMap { _ in reader.next() }
    bias = reader.next() ?? 0
    texts = (0..<count).map { _ in reader.text(Int(reader.next(UInt8.self) ?? 0)) }
    guard let citing = reader.trees(features: features), let plain = reader.trees(features: features),
      weights.count == Int(count)
    else { return nil }
    self.citing = citing
    self.plain = plain
  }
}
