package import IbidModel

/// All that a library keeps of one work: what each source says of it, and what the library's people add.
///
/// The record that commands show is made of the statements by `RecordMerge`, so it does not matter in which order they
/// came.
package struct Work: Sendable, Equatable {
  /// The key under which the work is cited.
  package var key: String
  /// Keys that once were the work's, or those of works that were found to be the same: they still lead here.
  package var aliases: [String] = []
  /// What the sources say, the better ones first; never empty, each once.
  package var statements: [Statement]
  /// Fields that an edit took away, by their CSL names.
  package var without: [String] = []
  /// Tags, in the order of their letters.
  package var tags: [String] = []
  /// Notes, in the order in which they were written.
  package var notes: [String] = []
  /// What reviewers decided.
  package var screening: Screening?
  /// How the work stands to others.
  package var relations: [Relation] = []

  /// A work of which one source tells.
  package init(key: String, _ statement: Statement) {
    self.key = key
    statements = [statement]
  }

  /// The record: the better source's value of each field.
  package var item: Item {
    var item = RecordMerge.merged(statements)
    for name in without { item.removeField(name) }
    item.id = key
    return item
  }

  /// Adds what a source says, in place of what it said before; false where it says nothing new.
  package mutating func add(_ statement: Statement) -> Bool {
    if statements.contains(where: { $0.says(sameAs: statement) }) { return false }
    let known = statements
    if let index = statements.firstIndex(where: { $0.isReplaced(by: statement) }) {
      statements[index] = statement
    } else {
      statements.append(statement)
    }
    statements.sort(by: RecordMerge.isBetter)
    statements = RecordMerge.withoutSuperseded(statements)
    return statements != known
  }

  /// Makes the other work a part of this one: its key and all that is known of it.
  package mutating func absorb(_ other: Work) {
    aliases += [other.key] + other.aliases
    for statement in other.statements { _ = add(statement) }
    without += other.without.filter { !without.contains($0) }
    tags = (tags + other.tags.filter { !tags.contains($0) }).sorted()
    notes += other.notes.filter { !notes.contains($0) }
    if let said = other.screening {
      var both = screening ?? Screening()
      both.join(said)
      screening = both
    }
    relations += other.relations.filter { !relations.contains($0) && $0.key != key }
    relations.removeAll { $0.key == other.key }
  }
}

/// How a work stands to another one.
package struct Relation: Sendable, Hashable {
  /// What the work is to the other.
  package var kind: WorkRelation
  /// The other work's key.
  package var key: String

  /// Makes a relation.
  package init(_ kind: WorkRelation, of key: String) {
    self.kind = kind
    self.key = key
  }
}

extension Item {
  /// Takes a field out, by its CSL name.
  package mutating func removeField(_ name: String) {
    guard let variable = Variable(name: name) else {
      self[custom: name] = nil
      return
    }
    self[variable] = nil
    self[names: variable] = []
    self[date: variable] = nil
  }
}
