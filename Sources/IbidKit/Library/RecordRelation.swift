public import IbidModel
import IbidStore

/// How a record stands to another one of the library.
///
///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
///     let keys = try library.items().map(\.id)
///     try library.relate(keys[0], RecordRelation(.preprintOf, key: keys[1]))
public struct RecordRelation: Sendable, Hashable {
  /// What the record is to the other.
  public var kind: WorkRelation
  /// The other record's key.
  public var key: String

  /// A relation to the record of this key.
  public init(_ kind: WorkRelation, key: String) {
    self.kind = kind
    self.key = key
  }

  init(_ kept: Relation, key: String) {
    self.init(kept.kind, key: key)
  }

  /// As the store keeps it.
  fileprivate var kept: Relation { Relation(kind, of: key) }
}

extension RecordLibrary {
  /// Says how a record stands to another one, or that it does not; false where the library says so already.
  ///
  /// Two records of the same work become one, under the first one's key, to which the other key leads from then on. That
  /// two are other works is remembered: neither ``Duplicates`` nor an import takes them for one.
  ///
  /// - Throws: `IbidError` where no record has one of the keys, both are of one record, or the library cannot be written.
  @discardableResult
  public func relate(
    _ key: String, _ relation: RecordRelation, isRemoved: Bool = false
  ) throws(IbidError) -> Bool {
    let other = try details(of: relation.key).item.id
    guard try details(of: key).item.id != other else {
      throw IbidError(.wrongValue, "“\(key)” and “\(relation.key)” are one record", name: key)
    }
    let own = try details(of: key).item.id
    if !isRemoved, relation.kind.hasDirection,
      try details(of: other).relations.contains(RecordRelation(relation.kind, key: own))
    {
      throw IbidError(
        .wrongValue,
        "“\(other)” is \(relation.kind.rawValue) “\(own)” already, and cannot be both; take that out with --remove",
        name: key)
    }
    if relation.kind == .sameWork, !isRemoved {
      try change(["relate", key, relation.kind.rawValue, other]) { try $0.merge(keys: [own, other]) }
      return true
    }
    let kept = RecordRelation(relation.kind, key: other).kept
    return try change(["relate", key, relation.kind.rawValue, other] + (isRemoved ? ["--remove"] : [])) { changes in
      try changes.edit(key: key) { work in
        let isThere = work.relations.contains(kept)
        if isRemoved { work.relations.removeAll { $0 == kept } }
        if !isRemoved, !isThere { work.relations.append(kept) }
      }
    }
  }

  /// Puts tags on records and takes others off, all in one step, and tells how many records were changed.
  ///
  /// - Throws: `IbidError` where no record has one of the keys, a tag is empty or has a comma, or the library cannot be
  ///   written.
  @discardableResult
  public func tag(
    _ keys: [String], adding added: [String], removing removed: [String] = []
  ) throws(IbidError) -> Int {
    for tag in added + removed where tag.isEmpty || tag.contains(where: { $0.isNewline || $0 == "," || $0 == "\t" }) {
      throw IbidError(.wrongValue, "“\(tag)” is no tag: a tag has no comma and is not empty", name: tag)
    }
    return try change(["tag"] + keys + added.map { "+" + $0 } + removed.map { "-" + $0 }) { changes in
      var count = 0
      for key in keys {
        let isChanged = try changes.edit(key: key) { work in
          let gone = Set(removed.map { $0.lowercased() })
          let tags = work.tags.filter { !gone.contains($0.lowercased()) }
          let held = Set(tags.map { $0.lowercased() })
          work.tags = (tags + added.filter { !held.contains($0.lowercased()) }).uniqued().sorted()
        }
        count += isChanged ? 1 : 0
      }
      return count
    }
  }

  /// Adds a note to a record.
  ///
  /// - Throws: `IbidError` where no record has the key, the note is empty, or the library cannot be written.
  public func note(_ text: String, on key: String) throws(IbidError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw IbidError(.wrongValue, "the note is empty", name: key)
    }
    _ = try change(["note", key]) { changes in try changes.edit(key: key) { $0.notes.append(text) } }
  }

  /// Takes a record's note out; they are counted from 1.
  ///
  /// - Throws: `IbidError` where no record has the key or it no such note, or the library cannot be written.
  public func removeNote(_ number: Int, of key: String) throws(IbidError) {
    let count = try details(of: key).notes.count
    let error = IbidError(
      .wrongValue, "“\(key)” has \(count) note\(count == 1 ? "" : "s"); there is no note \(number)", name: key)
    _ = try change(["note", key, "--remove", String(number)]) { changes in
      try changes.edit(key: key) { work in
        guard work.notes.indices.contains(number - 1) else { throw error }
        work.notes.remove(at: number - 1)
      }
    }
  }
}

extension WorkRelation {
  /// Whether two works cannot stand so to each other both ways.
  fileprivate var hasDirection: Bool {
    switch self {
    case .sameWork, .versionOf, .otherWork: false
    case .preprintOf, .erratumTo, .replyTo, .partOf, .conferenceVersionOf: true
    }
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
