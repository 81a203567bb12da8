import IbidStore

/// What screening made of a record: all decisions, and what they come to.
///
///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
///     let key = try library.items()[0].id
///     try library.screen([key], ScreeningDecision(.include, by: "Anna"))
///     try library.screen([key], ScreeningDecision(.exclude, by: "Ben"))
///     print(try library.details(of: key).screening?.outcome ?? "")
public struct RecordScreening: Sendable, Hashable {
  /// `include`, `exclude`, `maybe`, or `conflict` where one reviewer includes the record, another one excludes it, and
  /// nobody has settled it; of the report, where somebody has read it, else of title and abstract.
  public let outcome: String
  /// Why the record is left out; empty where it is not, or nobody said.
  public let reason: String
  /// All decisions, in the order of stages and names.
  public let decisions: [ScreeningDecision]

  /// Nil where nobody decided.
  init?(_ kept: Screening?) {
    guard let kept, let outcome = kept.outcome else { return nil }
    self.outcome = outcome.rawValue
    let stage = kept.outcome(at: .fullText) == nil ? Screening.Stage.titleAbstract : .fullText
    reason = outcome == .exclude ? kept.reason(at: stage) : ""
    decisions = kept.votes.map(ScreeningDecision.init)
  }

  /// For a person: `exclude: wrong population`.
  public var text: String { reason.isEmpty ? outcome : "\(outcome): \(reason)" }

  /// The same, and behind it who decided what where that is not all: `conflict (Anna: include; Ben: exclude)`.
  public var fullText: String {
    guard decisions.contains(where: { !$0.by.isEmpty || $0.stage == .fullText }) || decisions.count > 1 else {
      return text
    }
    let said = decisions.map { decision in
      let stage = decision.stage == .fullText ? "full text" : ""
      let who = decision.by.isEmpty ? "the review" : decision.by
      return "\([who, stage].filter { !$0.isEmpty }.joined(separator: ", ")): \(decision.text)"
    }
    return "\(text) (\(said.joined(separator: "; ")))"
  }
}
