/// How the works of two records stand to each other. Only records of the same work are duplicates, and may be merged;
/// the others are works of their own.
///
///     let merged = duplicates.groups.filter { $0.relation == .sameWork }
public enum WorkRelation: String, Sendable, Hashable, CaseIterable {
  /// Both describe one work.
  case sameWork = "same-work"
  /// The first is a preprint of the second.
  case preprintOf = "preprint-of"
  /// Both are versions of one work: editions, updates of a review, years of a report.
  case versionOf = "version-of"
  /// The first corrects or retracts the second.
  case erratumTo = "erratum-to"
  /// The first is a letter about the second, or the answer to one.
  case replyTo = "reply-to"
  /// The first is a part of the second: a chapter of a book.
  case partOf = "part-of"
  /// The first is a conference's abstract or paper of what the second reports.
  case conferenceVersionOf = "conference-version-of"
  /// The two are different works, though they look alike: a person has looked.
  case otherWork = "other-work"
}
