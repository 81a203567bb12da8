public import IbidModel
import IbidStore

/// A field of a record that was changed.
///
///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
///     let key = try library.items()[0].id
///     for change in try library.edit(key: key, [FieldEdit("issued=2017-07")]) { print(change.text) }
public struct RecordChange: Sendable, Hashable {
  /// The field's CSL name; `key`, `aliases`, `tags`, `notes`, `screening` or `relations` for what a library keeps beside.
  public let field: String
  /// What it said; nil where it said nothing.
  public let old: JSONValue?
  /// What it says now; nil where it says nothing.
  public let new: JSONValue?
  /// Who says so: `PubMed, pubmed.xml`; nil where nobody in particular does.
  public let source: String?

  /// One line for a person: `issued: 2016 -> 2017-07 (PubMed, pubmed.xml)`.
  public var text: String {
    FieldChange(name: field, old: old, new: new).text + (source.map { " (\($0))" } ?? "")
  }

  /// The change as JSON.
  public var json: JSONValue {
    var members = [JSONMember("field", .string(field))]
    members.append(JSONMember("old", old ?? .null))
    members.append(JSONMember("new", new ?? .null))
    if let source { members.append(JSONMember("source", .string(source))) }
    return .object(members)
  }

  /// What differs between two states of a work.
  static func between(_ old: Work, _ new: Work, _ names: OriginNames = OriginNames()) -> [RecordChange] {
    var changes: [RecordChange] = []
    for (name, before, after) in zip3(old.beside, new.beside) where before != after {
      changes.append(RecordChange(field: name, old: before, new: after, source: nil))
    }
    for change in FieldChange.between(old.item, new.item) {
      let source = change.new.flatMap { names.name(of: change.name, $0, in: new) }
      changes.append(RecordChange(field: change.name, old: change.old, new: change.new, source: source))
    }
    return changes
  }

  private static func zip3(
    _ old: [(String, JSONValue?)], _ new: [(String, JSONValue?)]
  ) -> [(String, JSONValue?, JSONValue?)] {
    zip(old, new).map { ($0.0, $0.1, $1.1) }
  }
}

/// How statements' sources are called.
struct OriginNames {
  private var names: [SourceNumber: String] = [:]

  init() {}

  init(_ sources: [SourceRecords]) {
    for one in sources { names[one.number] = one.source.file.isEmpty ? one.source.name : one.source.file }
  }

  /// Who of a work's sources gives a field this value: the best of them.
  func name(of field: String, _ value: JSONValue, in work: Work) -> String? {
    guard work.statements.count > 1 || work.statements.first?.kind == .edit else {
      return work.statements.first.map(name)
    }
    return work.statements.first { $0.item.cslJSON(includingFacts: true)[field] == value }.map(name)
  }

  func name(_ statement: Statement) -> String {
    guard statement.kind != .edit, let file = names[statement.source], !file.isEmpty else { return statement.kind.name }
    return "\(statement.kind.name), \(file)"
  }
}

extension Work {
  /// What a library keeps beside the record itself, by name.
  fileprivate var beside: [(String, JSONValue?)] {
    func list(_ values: [String]) -> JSONValue? {
      values.isEmpty ? nil : .string(values.joined(separator: ", "))
    }
    return [
      ("key", .string(key)), ("aliases", list(aliases)), ("tags", list(tags)), ("notes", list(notes)),
      ("screening", RecordScreening(screening).map { .string($0.fullText) }),
      ("relations", list(relations.map { "\($0.kind.rawValue) \($0.key)" })),
    ]
  }
}
