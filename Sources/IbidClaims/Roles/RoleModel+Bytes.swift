/// The model as a resource: numbers little-endian, one part behind the other.
extension RoleModel {
  private static let magic = Array("ibid roles 1\n".utf8)

  /// The bytes of the model: equal models have equal bytes.
  package var bytes: [UInt8] { Self.magic + research.bytes + roles.bytes + trees.bytes }

  /// Reads a model; nil where the bytes are none, or features are asked for that there are not.
  package init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    var reader = ModelReader(bytes: bytes, offset: Self.magic.count)
    guard let research = reader.weights(answers: Self.researchAnswers),
      let roles = reader.weights(answers: SentenceRole.allCases.count),
      let trees = reader.trees(features: RoleFeature.all.count)
    else { return nil }
    self.init(research: research, roles: roles, trees: trees)
  }
}

extension TermWeights {
  /// The weights as bytes: how many terms, their hashes, their weights.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: UInt32(hashes.count))
    hashes.forEach { bytes.append(number: $0) }
    weights.forEach { bytes.append(number: $0) }
    return bytes
  }
}

extension ModelReader {
  /// Weights with so many answers.
  fileprivate mutating func weights(answers: Int) -> TermWeights? {
    guard let count = next(UInt32.self).map(Int.init), count <= 1_000_000,
      let hashes = numbers(count, UInt32.self), let weights = numbers((count + 1) * answers, Int16.self)
    else { return nil }
    return TermWeights(answers: answers, hashes: hashes, weights: weights)
  }
}
