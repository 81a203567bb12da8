/// Records that describe one work.
///
///     for group in duplicates.groups where group.isSure {
///       print(group.members.filter { $0 != group.keep }, "into", group.keep)
///     }
public struct DuplicateGroup: Sendable, Hashable {
  /// The key of the record that says most, into which the others are to be merged.
  public var keep: String
  /// The keys of all, `keep` first, the others in their order as text.
  public var members: [String]
  /// `.sameWork`.
  public var relation: WorkRelation
  /// What each field says; of three and more records the least that it says of two that were put together.
  public var reasons: [FieldAgreement]
  /// How sure it is that they are one work, 0…1; of three and more records the least sure step.
  public var score: Double
  /// Whether nobody needs to look at them before they are merged.
  public var isSure: Bool

  /// Makes a group.
  public init(
    keep: String, members: [String], relation: WorkRelation, reasons: [FieldAgreement], score: Double, isSure: Bool
  ) {
    self.keep = keep
    self.members = members
    self.relation = relation
    self.reasons = reasons
    self.score = score
    self.isSure = isSure
  }
}
