import IbidModel
import IbidStore

/// Decisions as `ibid show --format json` prints them and exports carry them.
extension Screening {
  /// What counts; and all decisions, where that is not one of the review's by title and abstract. Nil where nobody decided.
  var json: JSONValue? {
    guard let outcome else { return nil }
    let stage: Stage = self.outcome(at: .fullText) == nil ? .titleAbstract : .fullText
    let reason = outcome == .exclude ? self.reason(at: stage) : ""
    var members = [JSONMember("decision", .string(outcome.rawValue)), JSONMember("reason", .string(reason))]
    if votes.count > 1 || votes.contains(where: { !$0.by.isEmpty || $0.stage == .fullText }) {
      members.append(JSONMember("votes", .array(votes.map(Self.json))))
    }
    return .object(members)
  }

  private static func json(_ vote: Vote) -> JSONValue {
    .object([
      JSONMember("decision", .string(vote.decision.rawValue)), JSONMember("reason", .string(vote.reason)),
      JSONMember("by", .string(vote.by)), JSONMember("stage", .string(vote.stage.rawValue)),
    ])
  }

  /// What ``json`` says; nil where it says nothing.
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
