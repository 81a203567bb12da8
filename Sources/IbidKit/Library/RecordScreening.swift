public import IbidModel
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

  /// As `ibid show --format json` prints it.
  var json: JSONValue {
    var members = [JSONMember("decision", .string(outcome)), JSONMember("reason", .string(reason))]
    if decisions.count > 1 || decisions.contains(where: { !$0.by.isEmpty || $0.stage == .fullText }) {
      members.append(JSONMember("votes", .array(decisions.map(Self.json))))
    }
    return .object(members)
  }

  private static func json(_ decision: ScreeningDecision) -> JSONValue {
    .object([
      JSONMember("decision", .string(decision.verdict.rawValue)), JSONMember("reason", .string(decision.reason)),
      JSONMember("by", .string(decision.by)), JSONMember("stage", .string(decision.stage.rawValue)),
    ])
  }
}

extension Screening {
  /// What ``RecordScreening/json`` says; nil where it says nothing.
  init?(json: JSONValue?) {
    guard let json else { return nil }
    var votes = (json["votes"]?.elements ?? []).compactMap { vote -> Vote? in
      guard let decision = vote["decision"]?.text.flatMap(Decision.init(rawValue:)),
        let stage = Stage(rawValue: vote["stage"]?.text ?? Stage.titleAbstract.rawValue)
      else { return nil }
      return Vote(decision, reason: vote["reason"]?.text ?? "", by: vote["by"]?.text ?? "", stage: stage)
    }
    if votes.isEmpty, let decision = json["decision"]?.text.flatMap(Decision.init(rawValue:)) {
      votes = [Vote(decision, reason: json["reason"]?.text ?? "")]
    }
    if votes.isEmpty { return nil }
    self.init(votes: votes)
  }
}
