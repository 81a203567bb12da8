import IbidStore

/// What a reviewer decided on a record.
///
///     let decision = ScreeningDecision(.exclude, reason: "wrong population")
///     print(decision.text)
public struct ScreeningDecision: Sendable, Hashable {
  /// What was decided.
  ///
  ///     let verdicts = ScreeningDecision.Verdict.allCases.map(\.rawValue)
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The record goes on.
    case include
    /// The record is left out.
    case exclude
    /// Nobody can say yet.
    case maybe
  }

  /// What was decided.
  public var verdict: Verdict
  /// Why; empty where nobody said.
  public var reason: String

  /// A decision.
  public init(_ verdict: Verdict, reason: String = "") {
    self.verdict = verdict
    self.reason = reason
  }

  /// For a person: `exclude: wrong population`.
  public var text: String { reason.isEmpty ? verdict.rawValue : "\(verdict.rawValue): \(reason)" }

  init(_ kept: Screening) {
    let verdict: Verdict =
      switch kept.decision {
      case .include: .include
      case .exclude: .exclude
      case .maybe: .maybe
      }
    self.init(verdict, reason: kept.reason)
  }

  var kept: Screening {
    let decision: Screening.Decision =
      switch verdict {
      case .include: .include
      case .exclude: .exclude
      case .maybe: .maybe
      }
    return Screening(decision, reason: reason)
  }
}
