/// Two records of works that belong together and are not the same.
///
///     for pair in duplicates.related { print(pair.from, pair.relation.rawValue, pair.to) }
public struct RelatedRecords: Sendable, Hashable {
  /// The key of the one that stands in the relation: the erratum, the preprint, the chapter.
  public var from: String
  /// The key of the other.
  public var to: String
  /// How `from` stands to `to`; never `.sameWork`.
  public var relation: WorkRelation
  /// What each field says.
  public var reasons: [FieldAgreement]
  /// How much speaks for their belonging together, 0…1.
  public var score: Double

  /// Makes a pair.
  public init(from: String, to: String, relation: WorkRelation, reasons: [FieldAgreement], score: Double) {
    self.from = from
    self.to = to
    self.relation = relation
    self.reasons = reasons
    self.score = score
  }
}
