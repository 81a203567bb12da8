import IbidModel
import IbidStore

/// What the people of a library add to a record, on its way to another program or another library.
///
/// Formats that keep `custom` carry it there, under `ibid`, as `ibid show --format json` tells it; an import takes it up.
/// In all others tags go with the keywords and notes with the annotations, as reference managers have it; decisions have
/// no place there.
struct LibraryMarks: Equatable {
  private(set) var aliases: [String] = []
  private(set) var tags: [String] = []
  private(set) var notes: [String] = []
  private(set) var screening: Screening?
  private(set) var relations: [Relation] = []

  /// The member of `custom`.
  private static let name = "ibid"

  /// Those of a work; relations lead to the keys that records have by now, and to none that is gone.
  init(_ work: Work, in library: any LibrarySnapshot) throws(LibraryError) {
    aliases = work.aliases
    tags = work.tags
    notes = work.notes
    screening = work.screening
    for relation in work.relations {
      guard let other = try library.item(key: relation.key) else { continue }
      relations.append(Relation(relation.kind, of: other.id))
    }
  }

  /// Those that a record brings along, which it loses by this; nil where it brings none.
  init?(takenFrom item: inout Item) {
    let name = Self.name
    if let value = item[custom: name], !value.members.isEmpty {
      item[custom: name] = nil
      read(value)
    } else if let index = item.other.firstIndex(where: { $0.name == "library" && !$0.value.members.isEmpty }) {
      // What `ibid show --format json` prints.
      read(item.other.remove(at: index).value)
    }
    if isEmpty { return nil }
  }

  private var isEmpty: Bool {
    aliases.isEmpty && tags.isEmpty && notes.isEmpty && screening == nil && relations.isEmpty
  }

  // MARK: As JSON

  private var json: JSONValue {
    var members: [JSONMember] = []
    for (name, values) in [("aliases", aliases), ("tags", tags), ("notes", notes)] where !values.isEmpty {
      members.append(JSONMember(name, .array(values.map(JSONValue.string))))
    }
    if let decided = screening?.json { members.append(JSONMember("screening", decided)) }
    if !relations.isEmpty {
      let values = relations.map { relation in
        JSONValue.object([
          JSONMember("kind", .string(relation.kind.rawValue)), JSONMember("key", .string(relation.key)),
        ])
      }
      members.append(JSONMember("relations", .array(values)))
    }
    return .object(members)
  }

  private mutating func read(_ value: JSONValue) {
    func texts(_ name: String) -> [String] {
      value[name]?.elements.compactMap(\.text).filter { $0.contains { !$0.isWhitespace } } ?? []
    }
    aliases = texts("aliases")
    // What is no tag here is none that comes from elsewhere.
    tags = texts("tags").filter { !$0.contains { $0.isNewline || $0 == "," || $0 == "\t" } }
    notes = texts("notes")
    screening = Screening(json: value["screening"])
    relations = (value["relations"]?.elements ?? []).compactMap { relation in
      guard let kind = relation["kind"]?.text.flatMap(WorkRelation.init(rawValue:)), let key = relation["key"]?.text
      else { return nil }
      return Relation(kind, of: key)
    }
  }

  // MARK: In a record

  /// A record with the marks in `custom`, or in the variables that stand for them.
  func added(to item: Item, inCustom: Bool) -> Item {
    guard !isEmpty else { return item }
    var item = item
    if inCustom {
      item[custom: Self.name] = json
      return item
    }
    if !tags.isEmpty {
      let words = (item.richTexts[.keyword] ?? item[.keyword] ?? "").split(separator: ";").map { String($0).trimmed }
      let known = Set(words.map { $0.lowercased() })
      let all = (words + tags.filter { !known.contains($0.lowercased()) }).joined(separator: "; ")
      if item.richTexts[.keyword] != nil { item.set(.keyword, richText: all) } else { item[.keyword] = all }
    }
    if !notes.isEmpty {
      let known = item[.annote].map { [$0] } ?? []
      item[.annote] = (known + notes.filter { !known.contains($0) }).joined(separator: "\n\n")
    }
    return item
  }

  // MARK: In a library

  /// Adds the marks, but for relations, to a work; tells of what the review decided elsewhere that is not taken over
  /// because it decided otherwise here.
  func add(to work: inout Work) -> (kept: Screening.Vote, other: Screening.Vote)? {
    let held = Set(work.tags.map { $0.lowercased() })
    work.tags = (work.tags + tags.filter { !held.contains($0.lowercased()) }).sorted()
    work.notes += notes.filter { !work.notes.contains($0) }
    guard let screening else { return nil }
    var kept = work.screening ?? Screening()
    var refused: (kept: Screening.Vote, other: Screening.Vote)?
    for vote in screening.votes {
      let held = kept.votes.first { $0.by == vote.by && $0.stage == vote.stage }
      if let held, held.decision != vote.decision {
        refused = (held, vote)
      } else if held == nil {
        kept.put(vote)
      }
    }
    work.screening = kept
    return refused
  }
}
