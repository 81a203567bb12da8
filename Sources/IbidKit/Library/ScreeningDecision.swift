import IbidStore

/// What a reviewer, or the review as a whole, decided on a record at one stage.
///
///     let decision = ScreeningDecision(.exclude, reason: "wrong population", by: "Anna", stage: .fullText)
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

  /// What the decision was made by.
  ///
  ///     let stages = ScreeningDecision.Stage.allCases.map(\.rawValue)
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Title and abstract.
    case titleAbstract = "title-abstract"
    /// The report itself.
    case fullText = "full-text"
  }

  /// What was decided.
  public var verdict: Verdict
  /// Why; empty where nobody said.
  public var reason: String
  /// The reviewer; empty for what the review decided, which counts whatever its reviewers said.
  public var by: String
  /// What the decision was made by.
  public var stage: Stage

  /// A decision.
  public init(_ verdict: Verdict, reason: String = "", by: String = "", stage: Stage = .titleAbstract) {
    self.verdict = verdict
    self.reason = reason
    self.by = by
    self.stage = stage
  }

  /// For a person: `exclude: wrong population`.
  public var text: String { reason.isEmpty ? verdict.rawValue : "\(verdict.rawValue): \(reason)" }

  init(_ kept: Screening.Vote) {
    let verdict: Verdict =
      switch kept.decision {
      case .include: .include
      case .exclude: .exclude
      case .maybe: .maybe
      }
    self.init(verdict, reason: kept.reason, by: kept.by, stage: kept.stage == .fullText ? .fullText : .titleAbstract)
  }

  var kept: Screening.Vote {
    let decision: Screening.Decision =
      switch verdict {
      case .include: .include
      case .exclude: .exclude
      case .maybe: .maybe
      }
    return Screening.Vote(decision, reason: reason, by: by, stage: stage.kept)
  }
}

extension ScreeningDecision.Stage {
  var kept: Screening.Stage { self == .fullText ? .fullText : .titleAbstract }
}
