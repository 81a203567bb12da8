import IbidModel
import IbidStore

/// What the people of another library said of the records that are read.
struct ImportedMarks {
  /// Relations that wait until the records are there to which they lead: the record's key, and the relation by the key
  /// that the other library has.
  private var relations: [(key: String, relation: Relation)] = []

  /// Adds the marks of a record to its work, and tells whether that changed it, and, a line each, which decisions were
  /// not taken over.
  mutating func add(
    _ marks: LibraryMarks, to key: String, in changes: any LibraryChanges
  ) throws -> (isChanged: Bool, lines: [String]) {
    var lines: [String] = []
    let isChanged = try changes.edit(key: key) { work in
      guard let differing = marks.add(to: &work) else { return }
      lines.append(
        "“\(key)” was decided on as \(differing.other.decision.rawValue) elsewhere; here it stays "
          + differing.kept.decision.rawValue)
    }
    relations += marks.relations.map { (key, $0) }
    return (isChanged, lines)
  }

  /// Adds the relations that wait, where the library has both records; `keys` are those that are other ones here.
  mutating func addRelations(_ keys: [String: String], to intake: any LibraryIntake) throws(LibraryError) {
    let waiting = relations
    relations = []
    guard !waiting.isEmpty else { return }
    try intake.take { changes in
      for (key, relation) in waiting {
        let other = keys[relation.key] ?? relation.key
        // A record that is not there is no reason to give up.
        guard other != key, (try? changes.edit(key: other) { _ in }) != nil else { continue }
        let own = Relation(relation.kind, of: other)
        _ = try changes.edit(key: key) { work in
          if !work.relations.contains(own) { work.relations.append(own) }
        }
      }
    }
    try intake.commit()
  }
}
