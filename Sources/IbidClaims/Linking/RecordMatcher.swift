import IbidModel
import IbidNotes

/// Decides which of the records that were looked up, if any, is the work of a reference.
enum RecordMatcher {
  /// The record that matches, and records that an identifier names though nothing else agrees.
  struct Outcome {
    var match: RecordMatch?
    var conflicts: [RecordMatch] = []
  }

  /// The matcher's answer for these candidates; of two records that match alike neither counts.
  static func match(_ reference: Reference, with candidates: [Item]) -> Outcome {
    guard !candidates.isEmpty else { return Outcome() }
    let match = Matcher(candidates).match(reference.item, text: reference.text)
    let conflicts = match.conflicts.map { conflict in
      RecordMatch(record: candidates[conflict.item], reasons: [conflict.identifier.kind.rawValue], score: 0)
    }
    let found = match.index.map { index in
      RecordMatch(
        record: candidates[index], reasons: match.reasons.map(\.words),
        score: (match.score * 1000).rounded() / 1000)
    }
    return Outcome(match: found, conflicts: conflicts)
  }
}

extension Match.Reason {
  /// The reason for a person.
  fileprivate var words: String {
    switch self {
    case .identifier(let kind): kind.rawValue
    case .title: "title"
    case .firstAuthor: "first author"
    case .year: "year"
    case .volume: "volume"
    case .firstPage: "first page"
    }
  }
}
