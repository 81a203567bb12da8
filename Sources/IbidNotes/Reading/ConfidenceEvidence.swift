package import IbidModel

/// What the confidence of a reading is made of: what `ibid-train confidence` fits the steps and the odds to.
package struct ConfidenceEvidence: Sendable {
  /// What the reading says.
  package var item: Item
  /// What tokens and fields say together, 0…1.
  package var score: Double
  /// The names of what is seen of the fields; one that counts several times stands there several times.
  package var features: [String]
  /// The confidence with the numbers that the command carries.
  package var confidence: Double

  /// The evidence of a reading of a text.
  ///
  /// - Parameter share: how likely the reading is among all that there are.
  package init(_ text: ReferenceText, _ reading: Reading, share: Float) {
    item = ItemAssembly(text, reading, share: share).parsed.item
    let traits = ReadingTraits(text, reading, share: share)
    score = ReferenceConfidence.score(of: item, tokens: reading.confidences)
    features = ReadingOdds.features(of: item, traits).map { "\($0)" }
    confidence = ReferenceConfidence.of(item, tokens: reading.confidences, traits)
  }
}
