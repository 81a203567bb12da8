package import IbidModel

/// A work as an engine keeps it.
package struct WorkRow: Sendable, Equatable {
  /// Its number, which no other work ever has.
  package var number: Int64
  package var key: String
  /// The record, as one line of JSON in UTF-8.
  package var json: [UInt8]
  /// Stands for the record where an engine has not fetched it; `json` is empty then.
  package var digest: RecordDigest?
  /// Who says so, and where it came from: the only statement's, else the first's.
  package var kind: SourceKind
  package var source: SourceNumber
  /// All else that is known of the work, as one line of JSON; empty for most: a record of one source under its own key.
  package var about: String

  /// Makes a row.
  package init(
    number: Int64, key: String, json: [UInt8], digest: RecordDigest? = nil, kind: SourceKind, source: SourceNumber,
    about: String
  ) {
    self.number = number
    self.key = key
    self.json = json
    self.digest = digest
    self.kind = kind
    self.source = source
    self.about = about
  }

  /// The row of a work.
  package init(number: Int64, _ work: Work) { self.init(number: number, work, item: work.item) }

  /// The row of a work whose record this is.
  init(number: Int64, _ work: Work, item: Item) {
    let first = work.statements[0]
    self.init(
      number: number, key: work.key, json: item.jsonLine, kind: first.kind, source: first.source,
      about: work.about)
  }

  /// The work.
  ///
  /// - Throws: `LibraryError.damaged` where the JSON is none.
  package func work() throws(LibraryError) -> Work {
    let item = try StoredItem.item(json)
    var work = Work(key: key, Statement(item, kind, source: source))
    guard !about.isEmpty else { return work }
    guard let value = try? JSONReader.value(of: about) else { throw .damaged(record: String(about.prefix(60))) }
    work.read(value)
    return work
  }
}

/// The JSON in which a record is kept.
package enum StoredItem {
  /// The item of a record's JSON.
  package static func item(_ json: [UInt8]) throws(LibraryError) -> Item {
    guard let item = Item(completeJSON: json) else {
      throw .damaged(record: String(String(decoding: json, as: UTF8.self).prefix(60)))
    }
    return item
  }
}

extension Item {
  /// The record as one line of JSON in UTF-8, as libraries keep it.
  package var jsonLine: [UInt8] {
    var writer = JSONWriter()
    writeJSONLine(to: &writer)
    return writer.bytes
  }
}

extension Work {
  /// What the record's JSON, kind and source do not say; empty where that is nothing.
  fileprivate var about: String {
    var members: [JSONMember] = []
    func add(_ name: String, _ values: [JSONValue]) {
      if !values.isEmpty { members.append(JSONMember(name, .array(values))) }
    }
    if statements.count > 1 || !without.isEmpty {
      add("statements", statements.map(\.json))
    } else if !statements[0].item.id.isEmpty, statements[0].item.id != key {
      members.append(JSONMember("own-key", .string(statements[0].item.id)))
    }
    add("aliases", aliases.map(JSONValue.string))
    add("without", without.map(JSONValue.string))
    add("tags", tags.map(JSONValue.string))
    add("notes", notes.map(JSONValue.string))
    if let screening {
      members.append(JSONMember("screening", screening.json))
    }
    add("relations", relations.map { .array([.string($0.kind.rawValue), .string($0.key)]) })
    return members.isEmpty ? "" : JSONWriter.text(of: .object(members))
  }

  fileprivate mutating func read(_ about: JSONValue) {
    func texts(_ name: String) -> [String] { about[name]?.elements.compactMap(\.text) ?? [] }
    if let kept = about["statements"]?.elements.compactMap(Statement.init(json:)), !kept.isEmpty {
      statements = kept
    } else {
      statements[0].item.id = about["own-key"]?.text ?? key
    }
    aliases = texts("aliases")
    without = texts("without")
    tags = texts("tags")
    notes = texts("notes")
    screening = about["screening"].flatMap(Screening.init(json:))
    relations = (about["relations"]?.elements ?? []).compactMap { pair in
      guard pair.elements.count == 2, let kind = pair.elements[0].text.flatMap(WorkRelation.init(rawValue:)),
        let key = pair.elements[1].text
      else { return nil }
      return Relation(kind, of: key)
    }
  }
}

extension Statement {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("kind", JSONValue(integerLiteral: kind.rawValue)),
      JSONMember("source", .number(String(source))), JSONMember("item", item.cslJSON(includingFacts: true)),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let kind = json["kind"]?.integer.flatMap(SourceKind.init(rawValue:)),
      let source = json["source"]?.integer, let item = json["item"].flatMap(Item.init(cslJSON:))
    else { return nil }
    self.init(item, kind, source: SourceNumber(source))
  }
}

extension Screening {
  /// One decision of the review's by title and abstract is a pair, as before there were reviewers and stages; all others
  /// are rows of four.
  fileprivate var json: JSONValue {
    if votes.count == 1, votes[0].by.isEmpty, votes[0].stage == .titleAbstract {
      return .array([.string(votes[0].decision.rawValue), .string(votes[0].reason)])
    }
    return .array(
      votes.map { .array([$0.decision.rawValue, $0.reason, $0.by, $0.stage.rawValue].map(JSONValue.string)) })
  }

  fileprivate init?(json: JSONValue) {
    let rows = json.elements.first?.elements.isEmpty ?? true ? [json] : json.elements
    let votes = rows.compactMap { row -> Vote? in
      let texts = row.elements.compactMap(\.text)
      guard texts.count == 2 || texts.count == 4, let decision = Decision(rawValue: texts[0]) else { return nil }
      guard texts.count == 4 else { return Vote(decision, reason: texts[1]) }
      guard let stage = Stage(rawValue: texts[3]) else { return nil }
      return Vote(decision, reason: texts[1], by: texts[2], stage: stage)
    }
    if votes.isEmpty { return nil }
    self.init(votes: votes)
  }
}
