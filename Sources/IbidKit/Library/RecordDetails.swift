public import IbidModel
import IbidStore

/// All that a library keeps of one work: the record, and what its people and its sources add.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     let details = try library.details(of: try library.items()[0].id)
///     print(details.item[.title] ?? "", details.tags, details.origins.map(\.text))
public struct RecordDetails: Sendable, Hashable {
  /// The record: the best source's value of each field.
  public let item: Item
  /// Keys that once were the record's, or those of records that were found to be the same; they still lead here.
  public let aliases: [String]
  /// Tags, in the order of their letters.
  public let tags: [String]
  /// Notes, in the order in which they were written.
  public let notes: [String]
  /// What a reviewer decided; nil where nobody did.
  public let screening: RecordScreening?
  private let decided: JSONValue?
  /// How the record stands to others of the library.
  public let relations: [RecordRelation]
  /// Where the record came from, in the order in which it came.
  public let origins: [RecordOrigin]

  init(_ work: Work, _ library: any LibrarySnapshot) throws(LibraryError) {
    item = work.item
    aliases = work.aliases
    tags = work.tags
    notes = work.notes
    screening = RecordScreening(work.screening)
    decided = work.screening?.json
    var relations: [RecordRelation] = []
    for relation in work.relations {
      // The other record may have another key by now, or may have been taken out.
      guard let other = try library.item(key: relation.key) else { continue }
      relations.append(RecordRelation(relation, key: other.id))
    }
    self.relations = relations
    let key = work.key
    origins = try library.sources().filter { $0.keys.contains(key) }.map(RecordOrigin.init)
  }

  /// What the library keeps beside the record, a line each: `tags: rct, sleep`.
  public var lines: [String] {
    var lines: [String] = []
    if !aliases.isEmpty { lines.append("aliases: " + aliases.joined(separator: ", ")) }
    if !tags.isEmpty { lines.append("tags: " + tags.joined(separator: ", ")) }
    lines += notes.map { "note: " + $0 }
    if let screening { lines.append("screening: " + screening.fullText) }
    lines += relations.map { "\($0.kind.rawValue): \($0.key)" }
    return lines + origins.map { "source: " + $0.text }
  }

  /// The record as CSL-JSON with PubMed's facts; what the library keeps beside stands in the member `library`.
  public var json: JSONValue {
    var members: [JSONMember] = []
    func add(_ name: String, _ values: [JSONValue]) {
      if !values.isEmpty { members.append(JSONMember(name, .array(values))) }
    }
    add("aliases", aliases.map(JSONValue.string))
    add("tags", tags.map(JSONValue.string))
    add("notes", notes.map(JSONValue.string))
    if let decided { members.append(JSONMember("screening", decided)) }
    add(
      "relations",
      relations.map { .object([JSONMember("kind", .string($0.kind.rawValue)), JSONMember("key", .string($0.key))]) })
    add("sources", origins.map(\.json))
    return .object(item.cslJSON(includingFacts: true).members + [JSONMember("library", .object(members))])
  }
}

/// Where a record came from.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     for origin in try library.details(of: try library.items()[0].id).origins { print(origin.file, origin.searched) }
public struct RecordOrigin: Sendable, Hashable {
  /// As people name it: the database's name, else the file's.
  public let name: String
  /// The file's name; empty where there was none.
  public let file: String
  /// The day of the search: `2026-11-02`; empty where nobody said.
  public let searched: String

  init(_ records: SourceRecords) {
    name = records.source.name
    file = records.source.file
    searched = records.source.searched
  }

  /// For a person: `embase, export.ris, searched 2026-11-02`.
  public var text: String {
    [name, file == name ? "" : file, searched.isEmpty ? "" : "searched " + searched]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  var json: JSONValue {
    .object([
      JSONMember("name", .string(name)), JSONMember("file", .string(file)), JSONMember("searched", .string(searched)),
    ])
  }
}

extension RecordLibrary {
  /// All that the library keeps of the record of a key, or of a key that once was the record's.
  ///
  /// - Throws: `IbidError` where no record has the key, with the nearest ones; where the library cannot be read.
  public func details(of key: String) throws(IbidError) -> RecordDetails {
    let details = try atOneMoment { (snapshot) throws(LibraryError) -> RecordDetails? in
      guard let work = try snapshot.work(key: key) else { return nil }
      return try RecordDetails(work, snapshot)
    }
    guard let details else { throw unknownKey(key) }
    return details
  }
}
