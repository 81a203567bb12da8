package import IbidModel
package import IbidNotes

/// What a source of records says to a reference.
package struct RecordOutcome {
  /// The record that matches; of two that match alike neither counts.
  package var match: RecordMatch?
  /// Records that an identifier names though nothing else agrees.
  package var conflicts: [RecordMatch]

  /// Nothing.
  package init() {
    match = nil
    conflicts = []
  }

  /// A matcher's answer, with the records of its numbers.
  ///
  /// - Throws: what `record` throws.
  package init(_ match: Match, record: (Int) throws -> Item) rethrows {
    conflicts = try match.conflicts.map { conflict in
      RecordMatch(record: try record(conflict.item), reasons: [conflict.identifier.kind.rawValue], score: 0)
    }
    self.match = try match.index.map { index in
      RecordMatch(
        record: try record(index), reasons: match.reasons.map(\.words), score: (match.score * 1000).rounded() / 1000)
    }
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
