/// What one field says for or against two records' being of one work.
///
///     let contradictions = group.reasons.filter { $0.verdict == .disagree }.map(\.field)
public struct FieldAgreement: Sendable, Hashable {
  /// Whether the field is the same.
  ///
  ///     let verdicts = FieldAgreement.Verdict.allCases.map(\.rawValue)
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Both say the same, but for spelling.
    case agree
    /// They say different things.
    case disagree
    /// One of them says nothing, or what cannot be compared.
    case missing
  }

  /// The field's CSL name.
  public var field: String
  /// What it says.
  public var verdict: Verdict

  /// What `field` says.
  public init(_ field: String, _ verdict: Verdict) {
    self.field = field
    self.verdict = verdict
  }
}
