/// What a review's people decided on a record, stage by stage.
///
/// A decision of nobody's name is the review's own: it is what counts, whatever the reviewers said by themselves.
package struct Screening: Sendable, Hashable {
  /// What one can decide.
  package enum Decision: String, Sendable, CaseIterable {
    case include, exclude, maybe
  }

  /// When it is decided.
  package enum Stage: String, Sendable, CaseIterable {
    /// By title and abstract.
    case titleAbstract = "title-abstract"
    /// By the report itself.
    case fullText = "full-text"
  }

  /// What came of a stage.
  package enum Outcome: String, Sendable, CaseIterable {
    case include, exclude, maybe
    /// One says include, another one exclude, and nobody has settled it.
    case conflict
  }

  /// One decision.
  package struct Vote: Sendable, Hashable {
    package var decision: Decision
    /// Why, for a record that is left out.
    package var reason: String
    /// The reviewer's name; empty for what the review decided.
    package var by: String
    package var stage: Stage

    /// Makes a vote.
    package init(_ decision: Decision, reason: String = "", by: String = "", stage: Stage = .titleAbstract) {
      self.decision = decision
      self.reason = reason
      self.by = by
      self.stage = stage
    }
  }

  /// In the order of stages and names.
  package private(set) var votes: [Vote] = []

  /// Of nobody.
  package init() {}

  /// The review's decision by title and abstract.
  package init(_ decision: Decision, reason: String = "") { votes = [Vote(decision, reason: reason)] }

  /// What was decided at one stage.
  package init(votes: [Vote]) { for vote in votes { add(vote) } }

  /// Takes a vote in the place of the same person's at the same stage.
  package mutating func put(_ vote: Vote) {
    remove(by: vote.by, at: vote.stage)
    add(vote)
  }

  /// Takes a person's votes at a stage out.
  package mutating func remove(by name: String, at stage: Stage) {
    votes.removeAll { $0.by == name && $0.stage == stage }
  }

  /// Adds what was decided on another record of the work: of two that differ both stay.
  package mutating func join(_ other: Screening) {
    for vote in other.votes { add(vote) }
  }

  private mutating func add(_ vote: Vote) {
    let isKnown = votes.contains { $0.by == vote.by && $0.stage == vote.stage && $0.decision == vote.decision }
    guard !isKnown else { return }
    votes.append(vote)
    votes.sort { one, other in
      if one.stage != other.stage { return one.stage == .titleAbstract }
      return (one.by, one.decision.rawValue, one.reason) < (other.by, other.decision.rawValue, other.reason)
    }
  }

  /// The votes that count at a stage: the review's own, else those of its people.
  package func votes(at stage: Stage) -> [Vote] {
    let all = votes.filter { $0.stage == stage }
    let settled = all.filter(\.by.isEmpty)
    return settled.isEmpty ? all : settled
  }

  /// What came of a stage; nil where nobody decided.
  package func outcome(at stage: Stage) -> Outcome? {
    let decisions = Set(votes(at: stage).map(\.decision))
    if decisions.isEmpty { return nil }
    if decisions.isSuperset(of: [.include, .exclude]) { return .conflict }
    if decisions.contains(.maybe) { return .maybe }
    return decisions.contains(.include) ? .include : .exclude
  }

  /// What counts by now: of the report, where somebody has read it.
  package var outcome: Outcome? { outcome(at: .fullText) ?? outcome(at: .titleAbstract) }

  /// Why a record is left out at a stage; of several reasons each once.
  package func reason(at stage: Stage) -> String {
    var reasons: [String] = []
    for vote in votes(at: stage)
    where vote.decision == .exclude && !vote.reason.isEmpty && !reasons.contains(vote.reason) {
      reasons.append(vote.reason)
    }
    return reasons.joined(separator: "; ")
  }
}
