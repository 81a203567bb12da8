package import IbidModel

/// A record of PubMed's as an item.
package struct PubMedRecord: Sendable {
  /// The item, without a key.
  package var item: Item
  /// Its PMID; empty where the record has none.
  package var pmid: String
  /// The record's version: of several the highest counts.
  package var version: Int
  /// 1-based line in the (inflated) file where the record begins.
  package var line: Int
}

/// What was met with in a file of PubMed's, once it is read.
package struct PubMedSummary: Sendable {
  /// Records that began; those that came out as items and those that were rejected.
  package var seen = 0
  /// Records that were rejected.
  package var rejected = 0
  /// PMIDs that PubMed has deleted.
  package var deleted: [String] = []
  /// Elements that no field and no fact holds, with their count, in the order of their names.
  package var unknownElements: [(name: String, count: Int)] = []
  /// What was mended, rejected or cut off, in the order of the file.
  package var problems: [RecordProblem] = []
}
