import IbidModel

/// What came out of a chunk. Lines count from the chunk's first.
struct PubMedBatch: Sendable {
  var records: [PubMedRecord] = []
  var deleted: [String] = []
  var problems: [RecordProblem] = []
  var seen = 0
  var rejected = 0
  /// Line breaks of the chunk.
  var lines = 0

  /// How much of everything there is.
  struct Counts: Equatable {
    var records, deleted, problems, seen, rejected: Int
  }

  var counts: Counts {
    Counts(
      records: records.count, deleted: deleted.count, problems: problems.count, seen: seen, rejected: rejected)
  }

  /// Takes out what came since.
  mutating func forget(since counts: Counts) {
    records.removeSubrange(counts.records...)
    deleted.removeSubrange(counts.deleted...)
    problems.removeSubrange(counts.problems...)
    seen = counts.seen
    rejected = counts.rejected
  }
}
